import { findPolicy, listPolicies } from "../../../../domain/conditional-access/find-conditional-access.ts";
import type { ConditionalAccessPolicy } from "../../../../domain/conditional-access/rules/conditional-access-policy.ts";
import {
  addPolicy,
  changePolicy,
  removePolicy,
  type SavePolicyRefusal,
  type UnknownThing,
} from "../../../../domain/conditional-access/save-policy.ts";
import { type ConditionalAccessPolicyId, parseGuid } from "../../../../foundation/identifiers.ts";
import { badRequest, type GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { odataContext } from "../../odata/page.ts";
import { readChanges } from "../../odata/read-changes.ts";
import { newPolicyBody, policyChangesBody } from "./conditional-access-policy-body.ts";
import { checkMayManagePolicies, checkMayReadPolicies } from "./may-manage-policies.ts";
import { presentPolicy } from "./present-policy.ts";
import { conditionsOf, controlsOf, stateOf } from "./read-policy.ts";

const collection = "identity/conditionalAccess/policies";
const resource = "conditionalAccessPolicy";

/** `GET /identity/conditionalAccess/policies`. */
export async function listPoliciesEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadPolicies(request.caller);
  const policies = await listPolicies(request.machine.database, request.caller.tenantId);
  return listFew(request, collection, policies.map(presentPolicy));
}

/** `GET /identity/conditionalAccess/policies/{id}`. */
export async function readPolicyEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadPolicies(request.caller);
  return showOne(request, collection, presentPolicy(await addressedPolicy(request)));
}

/** `POST /identity/conditionalAccess/policies`. */
export async function createPolicyEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayManagePolicies(caller);
  const body = readChanges(newPolicyBody, resource, await readJsonObject(request));
  const outcome = await addPolicy(machine, circumstances(request), {
    tenantId: caller.tenantId,
    displayName: body.displayName,
    state: stateOf(body.state),
    conditions: conditionsOf(body.conditions),
    controls: controlsOf(body.grantControls),
  });
  if (!outcome.ok) throw policyError(outcome.refusal, "");
  const { publicUrl } = machine.configuration;
  c.header("location", `${publicUrl}/v1.0/${collection}/${outcome.value.policyId}`);
  const context = odataContext(publicUrl, collection, undefined, true);
  return graphJson(c, { "@odata.context": context, ...presentPolicy(outcome.value) }, 201);
}

/** `PATCH /identity/conditionalAccess/policies/{id}`. */
export async function updatePolicyEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  checkMayManagePolicies(request.caller);
  const policy = await addressedPolicy(request);
  const { displayName, state, conditions, grantControls } = readChanges(
    policyChangesBody,
    resource,
    await readJsonObject(request),
  );
  const outcome = await changePolicy(machine, circumstances(request), policy, {
    ...(displayName !== undefined && { displayName }),
    ...(state !== undefined && { state: stateOf(state) }),
    ...(conditions && { conditions: conditionsOf(conditions) }),
    ...(grantControls && { controls: controlsOf(grantControls) }),
  });
  if (!outcome.ok) throw policyError(outcome.refusal, policy.policyId);
  return c.body(null, 204);
}

/** `DELETE /identity/conditionalAccess/policies/{id}`. */
export async function deletePolicyEndpoint(request: GraphRequest): Promise<Response> {
  checkMayManagePolicies(request.caller);
  await removePolicy(request.machine, circumstances(request), await addressedPolicy(request));
  return request.c.body(null, 204);
}

async function addressedPolicy({ c, machine, caller }: GraphRequest): Promise<ConditionalAccessPolicy> {
  const text = c.req.param("id") ?? "";
  const policyId = parseGuid<ConditionalAccessPolicyId>(text);
  const policy = policyId && (await findPolicy(machine.database, caller.tenantId, policyId));
  if (!policy) throw notFound(text.slice(0, 100));
  return policy;
}

const places: Readonly<Record<UnknownThing, string>> = {
  user: "conditions/users",
  group: "conditions/users",
  application: "conditions/applications",
  location: "conditions/locations",
  agreement: "grantControls/termsOfUse",
};

function policyError(refusal: SavePolicyRefusal, policyId: string): GraphError {
  switch (refusal.code) {
    case "policy-not-found":
      return notFound(policyId);
    case "too-many-policies":
      return badRequest("There are as many policies as there may be. Delete one first.");
    case "locks-everybody-out":
      return badRequest("The policy would let nobody in, you neither.", {
        code: "LocksEverybodyOut",
        target: "conditions/users",
        message: "Exclude somebody who can take it back, such as one administrator or a group of them.",
      });
    case "names-unknown":
      return badRequest(`The policy names a ${refusal.what} that the organization does not have.`, {
        code: "NotFound",
        target: places[refusal.what],
        message: `There is no ${refusal.what} with the id '${refusal.id}'.`,
      });
  }
}
