import type { z } from "zod";
import {
  changeDomainPolicy,
  type DomainPolicyChanges,
  removeDomainPolicy,
} from "../../../../domain/policies/change-domain-policy.ts";
import { readDomainPolicy } from "../../../../domain/policies/read-domain-policy.ts";
import type { DomainPolicy } from "../../../../domain/policies/rules/domain-policy.ts";
import { addressedKey } from "../../addressed-key.ts";
import { type Caller, holdsRole, missingRole } from "../../caller.ts";
import { badRequest, denied, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { odataContext } from "../../odata/page.ts";
import { readChanges } from "../../odata/read-changes.ts";
import { domainPolicyChangesBody, newDomainPolicyBody } from "./domain-policy-body.ts";
import { presentDefinition } from "./domain-policy-definition.ts";

const collection = "policies/b2bManagementPolicies";

/** `GET /policies/b2bManagementPolicies`: none, or the one there is. */
export async function listDomainPoliciesEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMayRead(caller);
  const policy = await readDomainPolicy(machine.database, caller.tenantId);
  return listFew(request, collection, policy ? [present(policy)] : []);
}

/** `GET /policies/b2bManagementPolicies/{id}`. */
export async function readDomainPolicyEndpoint(request: GraphRequest): Promise<Response> {
  checkMayRead(request.caller);
  return showOne(request, collection, present(await addressedPolicy(request)));
}

/** `POST /policies/b2bManagementPolicies`. */
export async function createDomainPolicyEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayChange(caller);
  const body = readChanges(newDomainPolicyBody, "b2bManagementPolicy", await readJsonObject(request));
  if (await readDomainPolicy(machine.database, caller.tenantId))
    throw badRequest("An organization has one policy of this kind.", {
      code: "PolicyExists",
      message: "Change the policy that GET /policies/b2bManagementPolicies lists, or delete it first.",
    });
  const policy = await change(request, body);
  const context = odataContext(machine.configuration.publicUrl, collection, undefined, true);
  return graphJson(c, { "@odata.context": context, ...present(policy) }, 201);
}

/** `PATCH /policies/b2bManagementPolicies/{id}`. */
export async function updateDomainPolicyEndpoint(request: GraphRequest): Promise<Response> {
  checkMayChange(request.caller);
  const { policyId } = await addressedPolicy(request);
  const body = readChanges(domainPolicyChangesBody, "b2bManagementPolicy", await readJsonObject(request));
  if (body.id !== undefined && body.id !== policyId) throw badRequest("The id of a policy never changes.");
  await change(request, body);
  return request.c.body(null, 204);
}

/** `DELETE /policies/b2bManagementPolicies/{id}`. */
export async function deleteDomainPolicyEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayChange(caller);
  await addressedPolicy(request);
  await removeDomainPolicy(machine, circumstances(request), caller.tenantId);
  return c.body(null, 204);
}

async function change(
  request: GraphRequest,
  body: z.infer<typeof domainPolicyChangesBody>,
): Promise<DomainPolicy> {
  const { displayName, description, definition, isOrganizationDefault } = body;
  const changes: DomainPolicyChanges = {
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    ...(definition && { restriction: definition }),
    ...(isOrganizationDefault !== undefined && { isInForce: isOrganizationDefault }),
  };
  const { tenantId } = request.caller;
  const outcome = await changeDomainPolicy(request.machine, circumstances(request), { tenantId, changes });
  if (!outcome.ok) throw new Error(`the policy could not be changed: ${outcome.refusal.code}`);
  return outcome.value;
}

function present({ policyId, displayName, description, isInForce, restriction }: DomainPolicy) {
  return {
    id: policyId,
    deletedDateTime: null,
    displayName,
    description,
    definition: [presentDefinition(restriction)],
    isOrganizationDefault: isInForce,
  };
}

async function addressedPolicy({ c, machine, caller }: GraphRequest): Promise<DomainPolicy> {
  const { property, value } = addressedKey(c);
  const policy = await readDomainPolicy(machine.database, caller.tenantId);
  if (property !== undefined || policy?.policyId !== value.toLowerCase()) throw notFound(value.slice(0, 100));
  return policy;
}

function checkMayRead(caller: Caller): void {
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot read policies here." });
}

function checkMayChange(caller: Caller): void {
  if (caller.kind === "user" && !holdsRole(caller, "global-administrator"))
    throw missingRole("Global Administrator");
}
