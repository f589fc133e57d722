import {
  type DeletedApplication,
  findDeletedApplication,
} from "../../../../domain/applications/find-deleted-application.ts";
import { type DeletedObject, findDeleted } from "../../../../domain/directory/find-deleted.ts";
import { parseGuid } from "../../../../foundation/identifiers.ts";
import { denied, notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";

/** Whatever was deleted and can come back. */
export type DeletedItem = DeletedObject | DeletedApplication;

/** The deleted object in the address. Throws 404, or 403 for guests, whatever there is. */
export async function findAddressedDeleted({ c, machine, caller }: GraphRequest): Promise<DeletedItem> {
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot read what was deleted here." });
  const typed = c.req.param("id") ?? "";
  const id = parseGuid(typed);
  const { tenantId } = caller;
  const deleted =
    id &&
    ((await findDeleted(machine.database, tenantId, id)) ??
      (await findDeletedApplication(machine.database, tenantId, id)));
  if (!deleted) throw notFound(typed.slice(0, 100));
  return deleted;
}
