import { type Caller, hasPermission } from "../../caller.ts";
import type { Visible } from "../../odata/resource-type.ts";
import { permissionsOf } from "../../permissions.ts";

/** What is told of an object that is known to exist, and no more. */
const existence: ReadonlySet<string> = new Set(["id"]);

/** What the caller sees of groups they came upon beside something that they may read. */
export function viewOfFoundGroups(caller: Caller): Visible {
  const { delegated, application } = permissionsOf("GET /groups/:id");
  const isPermitted =
    caller.kind === "user"
      ? hasPermission(caller, delegated) && caller.access !== "oneself"
      : hasPermission(caller, application);
  return isPermitted ? "everything" : existence;
}
