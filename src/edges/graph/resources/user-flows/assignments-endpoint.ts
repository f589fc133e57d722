import {
  askAttribute,
  askDifferently,
  askNoMore,
  orderAttributes,
} from "../../../../domain/signup/ask-attributes.ts";
import { findAttribute, listAttributes } from "../../../../domain/signup/find-attributes.ts";
import type { AttributeAssignment } from "../../../../domain/signup/rules/attribute-assignment.ts";
import type { UserFlow } from "../../../../domain/signup/rules/user-flow.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import type { Navigations } from "../../odata/expand-into.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { odataContext } from "../../odata/page.ts";
import { readBody } from "../../read-body.ts";
import { presentAttribute } from "../user-flow-attributes/present-attribute.ts";
import { addressedFlow, wireFlowId } from "./addressed-flow.ts";
import { assignmentBody, assignmentChangesBody, assignmentOrderBody } from "./assignment-body.ts";
import { changesInBody, presentAssignment } from "./present-assignment.ts";
import { userFlowError } from "./user-flow-errors.ts";

const resource = "identityUserFlowAttributeAssignment";

/** `GET …/userAttributeAssignments`, in the order of the page; `$expand=userAttribute` shows what is asked for. */
export async function listAssignmentsEndpoint(request: GraphRequest): Promise<Response> {
  const flow = await addressedFlow(request);
  return listFew(request, collectionOf(flow), flow.attributes.map(presentAssignment), navigations(request));
}

/** `GET …/userAttributeAssignments/{id}`. */
export async function readAssignmentEndpoint(request: GraphRequest): Promise<Response> {
  const flow = await addressedFlow(request);
  const shown = presentAssignment(addressedAssignment(request, flow));
  return showOne(request, collectionOf(flow), shown, navigations(request));
}

/** `POST …/userAttributeAssignments`. */
export async function createAssignmentEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const flow = await addressedFlow(request);
  const body = readBody(assignmentBody, await readJsonObject(request), { resource });
  const { id } = body.userAttribute;
  const attribute = await findAttribute(machine.database, caller.tenantId, id);
  if (!attribute) throw notFound(id);
  const assignment: AttributeAssignment = {
    attributeId: attribute.attributeId,
    label: attribute.displayName,
    isRequired: true,
    requiresVerification: false,
    input: "text-box",
    choices: [],
    ...changesInBody(body),
  };
  const outcome = await askAttribute(machine, circumstances(request), { flow, assignment });
  if (!outcome.ok) throw userFlowError(outcome.refusal, id);
  const { publicUrl } = machine.configuration;
  const address = `identity/b2xUserFlows/${wireFlowId(flow)}/userAttributeAssignments/${attribute.attributeId}`;
  c.header("location", `${publicUrl}/v1.0/${address}`);
  const context = odataContext(publicUrl, collectionOf(flow), undefined, true);
  return graphJson(c, { "@odata.context": context, ...presentAssignment(assignment) }, 201);
}

/** `PATCH …/userAttributeAssignments/{id}`. */
export async function updateAssignmentEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const flow = await addressedFlow(request);
  const { attributeId } = addressedAssignment(request, flow);
  const body = readBody(assignmentChangesBody, await readJsonObject(request), { resource });
  const changes = changesInBody(body);
  const outcome = await askDifferently(machine, circumstances(request), { flow, attributeId, changes });
  if (!outcome.ok) throw userFlowError(outcome.refusal, attributeId);
  return c.body(null, 204);
}

/** `DELETE …/userAttributeAssignments/{id}`. */
export async function deleteAssignmentEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const flow = await addressedFlow(request);
  const { attributeId } = addressedAssignment(request, flow);
  const outcome = await askNoMore(machine, circumstances(request), { flow, attributeId });
  if (!outcome.ok) throw userFlowError(outcome.refusal, attributeId);
  return c.body(null, 204);
}

/** `GET …/userAttributeAssignments/getOrder`. */
export async function readOrderEndpoint(request: GraphRequest): Promise<Response> {
  const { attributes } = await addressedFlow(request);
  return showOne(request, "microsoft.graph.assignmentOrder", {
    order: attributes.map(({ attributeId }) => attributeId),
  });
}

/** `POST …/userAttributeAssignments/setOrder`. */
export async function setOrderEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const flow = await addressedFlow(request);
  const { newAssignmentOrder } = readBody(assignmentOrderBody, await readJsonObject(request), {
    resource: "assignmentOrder",
  });
  const { order } = newAssignmentOrder;
  const outcome = await orderAttributes(machine, circumstances(request), { flow, order });
  if (!outcome.ok) throw userFlowError(outcome.refusal, wireFlowId(flow));
  return c.body(null, 204);
}

function addressedAssignment({ c }: GraphRequest, { attributes }: UserFlow): AttributeAssignment {
  const id = c.req.param("attributeId") ?? "";
  const found = attributes.find(({ attributeId }) => attributeId.toLowerCase() === id.toLowerCase());
  if (!found) throw notFound(id.slice(0, 100));
  return found;
}

function navigations({ machine, caller }: GraphRequest): Navigations<Readonly<Record<string, unknown>>> {
  return {
    userAttribute: async (assignments) => {
      const attributes = await listAttributes(machine.database, caller.tenantId);
      return assignments.map(({ id }) => {
        const attribute = attributes.find(({ attributeId }) => attributeId === id);
        return attribute ? presentAttribute(attribute) : null;
      });
    },
  };
}

function collectionOf(flow: UserFlow): string {
  return `identity/b2xUserFlows('${wireFlowId(flow)}')/userAttributeAssignments`;
}
