import type { ObjectChange } from "../../../../domain/directory/rules/directory-change.ts";

/** An object that is there no longer: `changed` while it can be restored, `deleted` once it is gone for good. */
export function presentRemoved({ id, kind }: Exclude<ObjectChange<never>, { kind: "there" }>): object {
  return { id, "@removed": { reason: kind === "deleted" ? "changed" : "deleted" } };
}
