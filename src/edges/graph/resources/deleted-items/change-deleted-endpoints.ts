import type { DeletedObject } from "../../../../domain/directory/find-deleted.ts";
import { purgeDeleted } from "../../../../domain/directory/purge-deleted.ts";
import { restoreGroup } from "../../../../domain/directory/restore-group.ts";
import { type RestoreRefusal, restoreUser } from "../../../../domain/directory/restore-user.ts";
import { badRequest, type GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { checkMayChangeDeleted } from "./may-use-deleted.ts";
import { findAddressedDeleted, presentDeleted } from "./read-deleted-endpoint.ts";

/** `DELETE /directory/deletedItems/{id}`: for good. */
export async function purgeDeletedEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const deleted = await findAddressedDeleted(request);
  await checkMayChangeDeleted(machine, caller, deleted);
  const { tenantId } = caller;
  const target =
    deleted.kind === "user"
      ? { kind: "user" as const, id: deleted.user.userId }
      : { kind: "group" as const, id: deleted.group.groupId };
  const outcome = await purgeDeleted(machine, circumstances(request), { tenantId, ...target });
  if (!outcome.ok) throw notFound(target.id);
  return c.body(null, 204);
}

/** `POST /directory/deletedItems/{id}/restore`: with memberships and roles, without sessions. */
export async function restoreDeletedEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const deleted = await findAddressedDeleted(request);
  await checkMayChangeDeleted(machine, caller, deleted);
  await refuseOptions(request);
  const restored = await restore(request, deleted);
  const context = odataContext(machine.configuration.publicUrl, "directoryObjects", undefined, true);
  return graphJson(c, { "@odata.context": context, ...(await presentDeleted(request, restored)) });
}

async function restore(request: GraphRequest, deleted: DeletedObject): Promise<DeletedObject> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  if (deleted.kind === "group") {
    const { groupId } = deleted.group;
    const outcome = await restoreGroup(machine, circumstances(request), { tenantId, groupId });
    if (!outcome.ok) throw notFound(groupId);
    return { kind: "group", group: outcome.value };
  }
  const { userId } = deleted.user;
  const outcome = await restoreUser(machine, circumstances(request), { tenantId, userId });
  if (!outcome.ok) throw restoreError(outcome.refusal, userId);
  return { kind: "user", user: outcome.value };
}

function restoreError(refusal: RestoreRefusal, userId: string): GraphError {
  switch (refusal.code) {
    case "user-not-found":
      return notFound(userId);
    case "name-taken":
      return conflict("userPrincipalName", refusal.heldBy);
    case "address-taken":
      return conflict("mail", refusal.heldBy);
  }
}

function conflict(property: string, holder: string): GraphError {
  return badRequest(`Another object with the same value for property ${property} already exists.`, {
    code: "ObjectConflict",
    target: property,
    message: `User ${holder} has it by now. Change it there, or delete that user, and restore again.`,
  });
}

/** A body may be empty; the options that settle conflicts by themselves are not offered. */
async function refuseOptions({ c }: GraphRequest): Promise<void> {
  const text = (await c.req.text()).trim();
  if (text === "" || /^\{\s*(?:"autoReconcileProxyConflict"\s*:\s*false\s*)?\}$/.test(text)) return;
  throw badRequest("Restoring takes no options here.", {
    code: "OptionUnsupported",
    message: "Send no body. A conflict of names or addresses is refused and names the other object.",
  });
}
