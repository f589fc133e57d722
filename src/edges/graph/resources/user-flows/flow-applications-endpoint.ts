import { listApplications } from "../../../../domain/applications/list-applications.ts";
import type { ApplicationInTenant } from "../../../../domain/applications/rules/application.ts";
import { linkToFlow, unlinkFromFlow } from "../../../../domain/signup/link-to-flow.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { listFew } from "../../odata/list-few.ts";
import { addressedFlow, wireFlowId } from "./addressed-flow.ts";
import { lastSegment } from "./last-segment.ts";
import { userFlowError } from "./user-flow-errors.ts";

/** `GET …/applications`: an extension, because the reference links applications nowhere but in its portal. */
export async function listFlowApplicationsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  const flow = await addressedFlow(request);
  const applications = await listApplications(machine.database, caller.tenantId);
  return listFew(
    request,
    `identity/b2xUserFlows('${wireFlowId(flow)}')/applications`,
    applications
      .filter(({ servicePrincipal }) => flow.applications.includes(servicePrincipal.servicePrincipalId))
      .map(({ servicePrincipal: { servicePrincipalId, applicationId, displayName } }) => ({
        "@odata.type": "#microsoft.graph.servicePrincipal",
        id: servicePrincipalId,
        appId: applicationId,
        displayName,
      })),
  );
}

/** `POST …/applications/$ref`. */
export async function linkApplicationEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const flow = await addressedFlow(request);
  const id = lastSegment(await readJsonObject(request));
  const { servicePrincipal } = await namedApplication(request, id);
  const part = { kind: "application", id: servicePrincipal.servicePrincipalId } as const;
  const outcome = await linkToFlow(machine, circumstances(request), { flow, part });
  if (!outcome.ok) throw userFlowError(outcome.refusal, id);
  return c.body(null, 204);
}

/** `DELETE …/applications/{id}/$ref`. */
export async function unlinkApplicationEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const flow = await addressedFlow(request);
  const id = c.req.param("applicationId") ?? "";
  const { servicePrincipal } = await namedApplication(request, id);
  const part = { kind: "application", id: servicePrincipal.servicePrincipalId } as const;
  const outcome = await unlinkFromFlow(machine, circumstances(request), { flow, part });
  if (!outcome.ok) throw userFlowError(outcome.refusal, id);
  return c.body(null, 204);
}

/** By the object id of its service principal, by its client id, or by the object id of its registration. */
async function namedApplication({ machine, caller }: GraphRequest, id: string): Promise<ApplicationInTenant> {
  const named = id.toLowerCase();
  const applications = await listApplications(machine.database, caller.tenantId);
  const found = applications.find(
    ({ application, servicePrincipal }) =>
      named === servicePrincipal.servicePrincipalId ||
      named === application.applicationId ||
      (named === application.objectId && application.tenantId === caller.tenantId),
  );
  if (!found) throw notFound(id.slice(0, 100));
  return found;
}
