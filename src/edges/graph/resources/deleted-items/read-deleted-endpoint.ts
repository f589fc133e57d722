import { type DeletedObject, findDeleted } from "../../../../domain/directory/find-deleted.ts";
import { parseGuid } from "../../../../foundation/identifiers.ts";
import { denied, notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson, wireMoment } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { checkSelection } from "../../odata/resource-type.ts";
import { groupType, presentGroup } from "../groups/group-properties.ts";
import { presentUsers } from "../users/present-user.ts";
import { userType } from "../users/user-properties.ts";
import { checkMaySeeDeleted } from "./may-use-deleted.ts";

/** `GET /directory/deletedItems/{id}`. */
export async function readDeletedEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const deleted = await findAddressedDeleted(request);
  checkMaySeeDeleted(caller, deleted.kind);
  const { select } = parseQuery(c.req.url, c.req.header("consistencylevel"));
  const context = odataContext(machine.configuration.publicUrl, "directoryObjects", undefined, true);
  return graphJson(c, { "@odata.context": context, ...(await presentDeleted(request, deleted, select)) });
}

/** The deleted object in the address. Throws 404, or 403 for guests, whatever there is. */
export async function findAddressedDeleted({ c, machine, caller }: GraphRequest): Promise<DeletedObject> {
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot read what was deleted here." });
  const typed = c.req.param("id") ?? "";
  const id = parseGuid(typed);
  const deleted = id && (await findDeleted(machine.database, caller.tenantId, id));
  if (!deleted) throw notFound(typed.slice(0, 100));
  return deleted;
}

/** A deleted or just restored object with its type. */
export async function presentDeleted(
  { machine, caller }: GraphRequest,
  object: DeletedObject,
  select?: readonly string[],
): Promise<object> {
  if (object.kind === "group") {
    checkSelection(groupType, select);
    return { "@odata.type": "#microsoft.graph.group", ...presentGroup(object.group, select) };
  }
  checkSelection(userType, select);
  const seen = [{ user: object.user, view: "everything" as const }];
  const [user] = await presentUsers(machine, caller.tenantId, seen, select);
  const deletedDateTime = select ? {} : { deletedDateTime: wireMoment(object.user.deletedAt) };
  return { "@odata.type": "#microsoft.graph.user", ...user, ...deletedDateTime };
}
