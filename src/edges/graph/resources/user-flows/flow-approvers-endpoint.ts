import { findGroup, findGroups } from "../../../../domain/directory/find-groups.ts";
import { findUser } from "../../../../domain/directory/find-user.ts";
import { linkToFlow, unlinkFromFlow } from "../../../../domain/signup/link-to-flow.ts";
import { type GroupId, parseGuid, type UserId } from "../../../../foundation/identifiers.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { listFew } from "../../odata/list-few.ts";
import { addressedFlow, wireFlowId } from "./addressed-flow.ts";
import { lastSegment } from "./last-segment.ts";
import { userFlowError } from "./user-flow-errors.ts";

/** `GET …/approvers`: an extension. */
export async function listFlowApproversEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  const flow = await addressedFlow(request);
  const [users, groups] = await Promise.all([
    Promise.all(flow.approvingUsers.map((userId) => findUser(machine.database, tenantId, userId))),
    findGroups(machine.database, tenantId, flow.approvingGroups),
  ]);
  return listFew(request, `identity/b2xUserFlows('${wireFlowId(flow)}')/approvers`, [
    ...users
      .filter((user) => user !== undefined)
      .map(({ userId, displayName }) => ({
        "@odata.type": "#microsoft.graph.user",
        id: userId,
        displayName,
      })),
    ...groups.map(({ groupId, displayName }) => ({
      "@odata.type": "#microsoft.graph.group",
      id: groupId,
      displayName,
    })),
  ]);
}

/** `POST …/approvers/$ref`: a member or a group. */
export async function addApproverEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const flow = await addressedFlow(request);
  const id = lastSegment(await readJsonObject(request));
  const guid = parseGuid<UserId & GroupId>(id);
  if (guid === undefined) throw notFound(id.slice(0, 100));
  const isGroup = (await findGroup(machine.database, caller.tenantId, guid)) !== undefined;
  const part = { kind: isGroup ? "approving-group" : "approving-user", id: guid } as const;
  const outcome = await linkToFlow(machine, circumstances(request), { flow, part });
  if (!outcome.ok) throw userFlowError(outcome.refusal, id);
  return c.body(null, 204);
}

/** `DELETE …/approvers/{id}/$ref`: also of somebody who is not there any more. */
export async function removeApproverEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const flow = await addressedFlow(request);
  const id = c.req.param("approverId") ?? "";
  const guid = parseGuid<UserId & GroupId>(id);
  if (guid === undefined) throw notFound(id.slice(0, 100));
  const isGroup = flow.approvingGroups.includes(guid);
  const part = { kind: isGroup ? "approving-group" : "approving-user", id: guid } as const;
  const outcome = await unlinkFromFlow(machine, circumstances(request), { flow, part });
  if (!outcome.ok) throw userFlowError(outcome.refusal, id);
  return c.body(null, 204);
}
