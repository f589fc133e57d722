import { createUserFlow } from "../../../../domain/signup/create-user-flow.ts";
import { deleteUserFlow } from "../../../../domain/signup/delete-user-flow.ts";
import { listUserFlows } from "../../../../domain/signup/find-user-flow.ts";
import type { UserFlow } from "../../../../domain/signup/rules/user-flow.ts";
import { setFlowConnector } from "../../../../domain/signup/set-flow-connector.ts";
import { updateUserFlow } from "../../../../domain/signup/update-user-flow.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { checkMayManageFlows } from "../../may-manage-flows.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { odataContext } from "../../odata/page.ts";
import { readChanges } from "../../odata/read-changes.ts";
import { readBody } from "../../read-body.ts";
import { readDomains } from "../identity-providers/read-provider-body.ts";
import { addressedFlow, flowNameIn, wireFlowId } from "./addressed-flow.ts";
import { type ConnectorReferences, findNamedConnectors } from "./flow-connectors-endpoint.ts";
import { findFlowWay, takeWay } from "./flow-providers-endpoint.ts";
import { newUserFlowBody, userFlowChangesBody } from "./user-flow-body.ts";
import { userFlowError } from "./user-flow-errors.ts";

const collection = "identity/b2xUserFlows";

/** `GET /identity/b2xUserFlows`. */
export async function listUserFlowsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMayManageFlows(caller);
  const flows = await listUserFlows(machine.database, caller.tenantId);
  return listFew(request, collection, flows.map(presentFlow));
}

/** `GET /identity/b2xUserFlows/{id}`. */
export async function readUserFlowEndpoint(request: GraphRequest): Promise<Response> {
  return showOne(request, collection, presentFlow(await addressedFlow(request)));
}

/** `POST /identity/b2xUserFlows`. */
export async function createUserFlowEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayManageFlows(caller);
  const typed = await readJsonObject(request);
  const body = readBody(newUserFlowBody, typed, { resource: "b2xIdentityUserFlow" });
  // Before anything is made for which a provider or an API is missing.
  const ways = await Promise.all((body.identityProviders ?? []).map(({ id }) => findFlowWay(request, id)));
  // The body was read without annotations, and a reference is nothing else.
  const references = body.apiConnectorConfiguration && typed["apiConnectorConfiguration"];
  const connectors = await findNamedConnectors(request, (references ?? {}) as ConnectorReferences);
  const { tenantId } = caller;
  const created = await createUserFlow(machine, circumstances(request), {
    tenantId,
    name: flowNameIn(body.id),
  });
  if (!created.ok) throw userFlowError(created.refusal, body.id);
  for (const way of ways) await takeWay(request, created.value, way);
  for (const connector of connectors)
    await setFlowConnector(machine, circumstances(request), { flow: created.value, ...connector });
  const { publicUrl } = machine.configuration;
  c.header("location", `${publicUrl}/v1.0/${collection}/${wireFlowId(created.value)}`);
  const context = odataContext(publicUrl, collection, undefined, true);
  return graphJson(c, { "@odata.context": context, ...presentFlow(created.value) }, 201);
}

/** `PATCH /identity/b2xUserFlows/{id}`: what no flow of the reference has. */
export async function updateUserFlowEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const flow = await addressedFlow(request);
  const body = readChanges(userFlowChangesBody, "b2xIdentityUserFlow", await readJsonObject(request), {
    id: "The id never changes.",
    userFlowType: "There is one type only.",
    userFlowTypeVersion: "There is one version only.",
  });
  const {
    allowedDomains,
    blockedDomains,
    signUpsPerHour,
    defaultLanguage,
    isApprovalRequired,
    providersFirst,
  } = body;
  const outcome = await updateUserFlow(machine, circumstances(request), {
    flow,
    changes: {
      ...(allowedDomains && { allowedDomains: readDomains(allowedDomains) }),
      ...(blockedDomains && { blockedDomains: readDomains(blockedDomains) }),
      ...(signUpsPerHour !== undefined && { signUpsPerHour }),
      ...(defaultLanguage !== undefined && { defaultLanguage }),
      ...(isApprovalRequired !== undefined && { requiresApproval: isApprovalRequired }),
      ...(providersFirst !== undefined && { providersFirst }),
    },
  });
  if (!outcome.ok) throw userFlowError(outcome.refusal, wireFlowId(flow));
  return c.body(null, 204);
}

/** `DELETE /identity/b2xUserFlows/{id}`. */
export async function deleteUserFlowEndpoint(request: GraphRequest): Promise<Response> {
  const flow = await addressedFlow(request);
  await deleteUserFlow(request.machine, circumstances(request), flow);
  return request.c.body(null, 204);
}

function presentFlow(flow: UserFlow): Record<string, unknown> {
  const { allowedDomains, blockedDomains, signUpsPerHour, defaultLanguage, providersFirst } = flow;
  return {
    id: wireFlowId(flow),
    userFlowType: "signUpOrSignIn",
    userFlowTypeVersion: 1,
    ...{ allowedDomains, blockedDomains, signUpsPerHour, defaultLanguage, providersFirst },
    isApprovalRequired: flow.requiresApproval,
  };
}
