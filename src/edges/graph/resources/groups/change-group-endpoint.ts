import { deleteGroup } from "../../../../domain/directory/delete-group.ts";
import { updateGroup } from "../../../../domain/directory/update-group.ts";
import { checkPermission } from "../../caller.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { findAddressedGroup } from "./find-addressed-group.ts";
import { readGroupChanges } from "./group-body.ts";
import { addToGroupError } from "./group-errors.ts";
import { checkMayChangeGroup } from "./may-change-group.ts";

/** `PATCH /groups/{id}`: changes properties, and adds members with `members@odata.bind`. */
export async function updateGroupEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const group = await findAddressedGroup(request);
  await checkMayChangeGroup(machine, caller, group);
  const { changes, addedMemberIds } = readGroupChanges(await readJsonObject(request));
  // Who may only change members may not change anything else.
  if (Object.keys(changes).length > 0) checkPermission(caller, "DELETE /groups/:id");
  const { groupId } = group;
  const outcome = await updateGroup(machine, circumstances(request), {
    tenantId: caller.tenantId,
    groupId,
    changes,
    addedMemberIds,
  });
  if (!outcome.ok) throw addToGroupError(outcome.refusal, groupId, "member");
  return c.body(null, 204);
}

/** `DELETE /groups/{id}`: the group can be brought back for some time. */
export async function deleteGroupEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const group = await findAddressedGroup(request);
  await checkMayChangeGroup(machine, caller, group);
  const { tenantId } = caller;
  const outcome = await deleteGroup(machine, circumstances(request), { tenantId, groupId: group.groupId });
  if (!outcome.ok) throw notFound(group.groupId);
  return c.body(null, 204);
}
