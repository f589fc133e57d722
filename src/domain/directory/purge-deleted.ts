import type { GroupId, TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { purgeDeletedGroup, purgeDeletedUser } from "./deleted-object-store.ts";

/** Removes a deleted user or group for good. What others said of it in the logs stays. */
export async function purgeDeleted(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId } & (
    | { readonly kind: "user"; readonly id: UserId }
    | { readonly kind: "group"; readonly id: GroupId }
  ),
): Promise<Result<undefined, { readonly code: "object-not-found" }>> {
  const { tenantId, kind } = input;
  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    const purged =
      input.kind === "user"
        ? await purgeDeletedUser(transaction, tenantId, input.id)
        : await purgeDeletedGroup(transaction, tenantId, input.id);
    if (!purged) return refuse({ code: "object-not-found" });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: `${kind}-purged`,
      result: "success",
      target: { kind, id: purged.id, name: purged.displayName },
    });
    return accept(undefined);
  });
}
