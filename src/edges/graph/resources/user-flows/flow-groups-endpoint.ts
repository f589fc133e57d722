import { findGroups } from "../../../../domain/directory/find-groups.ts";
import { linkToFlow, unlinkFromFlow } from "../../../../domain/signup/link-to-flow.ts";
import { type GroupId, parseGuid } from "../../../../foundation/identifiers.ts";
import { type Caller, hasPermission, holdsRole, missingPermission, missingRole } from "../../caller.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { listFew } from "../../odata/list-few.ts";
import { permissionsOf } from "../../permissions.ts";
import { addressedFlow, wireFlowId } from "./addressed-flow.ts";
import { lastSegment } from "./last-segment.ts";
import { userFlowError } from "./user-flow-errors.ts";

/** `GET …/groups`: an extension. */
export async function listFlowGroupsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  const flow = await addressedFlow(request);
  const groups = await findGroups(machine.database, caller.tenantId, flow.groups);
  return listFew(
    request,
    `identity/b2xUserFlows('${wireFlowId(flow)}')/groups`,
    groups.map(({ groupId, displayName }) => ({
      "@odata.type": "#microsoft.graph.group",
      id: groupId,
      displayName,
    })),
  );
}

/** `POST …/groups/$ref`. */
export async function linkGroupEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const flow = await addressedFlow(request);
  checkMayFillGroups(caller);
  const part = { kind: "group", id: groupIdOf(lastSegment(await readJsonObject(request))) } as const;
  const outcome = await linkToFlow(machine, circumstances(request), { flow, part });
  if (!outcome.ok) throw userFlowError(outcome.refusal, part.id);
  return c.body(null, 204);
}

/** `DELETE …/groups/{id}/$ref`. */
export async function unlinkGroupEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const flow = await addressedFlow(request);
  const part = { kind: "group", id: groupIdOf(c.req.param("groupId") ?? "") } as const;
  const outcome = await unlinkFromFlow(machine, circumstances(request), { flow, part });
  if (!outcome.ok) throw userFlowError(outcome.refusal, part.id);
  return c.body(null, 204);
}

function groupIdOf(text: string): GroupId {
  const id = parseGuid<GroupId>(text);
  if (id === undefined) throw notFound(text.slice(0, 100));
  return id;
}

/** Who could have strangers put into any group could have themselves put there. */
function checkMayFillGroups(caller: Caller): void {
  const { delegated, application } = permissionsOf("POST /groups/:id/members/$ref");
  const sufficient = caller.kind === "user" ? delegated : application;
  if (!hasPermission(caller, sufficient)) throw missingPermission(caller, sufficient);
  if (
    caller.kind === "user" &&
    !holdsRole(caller, "groups-administrator", "user-administrator", "global-administrator")
  )
    throw missingRole("Groups Administrator", "User Administrator", "Global Administrator");
}
