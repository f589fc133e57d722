import {
  type DecideRefusal,
  decideSignUp,
  type Verdict,
} from "../../../../domain/signup/approval/decide-sign-up.ts";
import { flowsDecidedBy } from "../../../../domain/signup/approval/find-deciders.ts";
import {
  countSignUpRequests,
  findSignUpRequest,
  querySignUpRequests,
} from "../../../../domain/signup/approval/find-sign-up-requests.ts";
import { removeRequest } from "../../../../domain/signup/approval/withdraw-request.ts";
import { findUserFlowByName } from "../../../../domain/signup/find-user-flow.ts";
import type { SignUpRequest } from "../../../../domain/signup/rules/sign-up-request.ts";
import type { UserFlow } from "../../../../domain/signup/rules/user-flow.ts";
import { parseGuid, type SignUpRequestId } from "../../../../foundation/identifiers.ts";
import { missingRole } from "../../caller.ts";
import { badRequest, GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { checkMayManageFlows } from "../../may-manage-flows.ts";
import { listObjects } from "../../odata/list-objects.ts";
import { presentObject } from "../../odata/present-object.ts";
import { showObject } from "../../odata/show-object.ts";
import { readBody } from "../../read-body.ts";
import { flowNameIn } from "./addressed-flow.ts";
import { signUpRequestType } from "./sign-up-request-type.ts";
import { approvalBody, denialBody } from "./user-flow-body.ts";

/** `GET …/signUpRequests`: an extension. The oldest first, decided ones too until they are forgotten. */
export async function listRequestsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine } = request;
  const flow = await decidedFlow(request);
  const type = signUpRequestType(flow);
  return listObjects(request, {
    type,
    select: (page) => querySignUpRequests(machine, flow, { ...page, orderBy: page.orderBy ?? "askedAt" }),
    count: (where) => countSignUpRequests(machine, flow, where),
    idOf: ({ requestId }) => requestId,
    present: (requests, select) => requests.map((one) => presentObject(type, one, select)),
  });
}

/** `GET …/signUpRequests/{requestId}`. */
export async function readRequestEndpoint(request: GraphRequest): Promise<Response> {
  const { flow, found } = await addressedRequest(request);
  const type = signUpRequestType(flow);
  return showObject(request, {
    type,
    item: found,
    present: (requests, select) => requests.map((one) => presentObject(type, one, select)),
  });
}

/** `POST …/signUpRequests/{requestId}/approve`: the person is a guest from then on, and is mailed. */
export async function approveRequestEndpoint(request: GraphRequest): Promise<Response> {
  const { reason } = readBody(approvalBody, await readJsonObject(request), { resource: "approve" });
  return decide(request, { verdict: "approved", reason: reason ?? undefined });
}

/** `POST …/signUpRequests/{requestId}/deny`: the person is mailed the reason. */
export async function denyRequestEndpoint(request: GraphRequest): Promise<Response> {
  const { reason } = readBody(denialBody, await readJsonObject(request), { resource: "deny" });
  return decide(request, { verdict: "denied", reason });
}

/**
 * `DELETE …/signUpRequests/{requestId}`: nobody is mailed, and the person may ask anew. For those who manage flows: a
 * decision that is gone is none of an approver's.
 */
export async function deleteRequestEndpoint(request: GraphRequest): Promise<Response> {
  checkMayManageFlows(request.caller);
  const { flow, found } = await addressedRequest(request);
  const { requestId } = found;
  if (!(await removeRequest(request.machine, circumstances(request), { flow, requestId })))
    throw notFound(requestId);
  return request.c.body(null, 204);
}

async function decide(request: GraphRequest, verdict: Verdict): Promise<Response> {
  const { machine, c } = request;
  const { tenantId, requestId } = (await addressedRequest(request)).found;
  const outcome = await decideSignUp(machine, circumstances(request), { ...verdict, tenantId, requestId });
  if (!outcome.ok) throw decideError(outcome.refusal, requestId);
  return c.body(null, 204);
}

/** The flow that an address names, for whoever decides about its people. */
async function decidedFlow({ c, machine, caller }: GraphRequest): Promise<UserFlow> {
  const id = c.req.param("id") ?? "";
  const flow = await findUserFlowByName(machine.database, caller.tenantId, flowNameIn(id));
  const decided = await flowsDecidedBy(machine, caller.tenantId, caller.actor);
  if (flow && decided.some(({ flowId }) => flowId === flow.flowId)) return flow;
  // Whoever decides about nobody does not hear which flows there are.
  if (caller.kind === "user" && decided.length === 0)
    throw missingRole("External ID User Flow Administrator", "User Administrator", "Global Administrator");
  throw notFound(id.slice(0, 100));
}

async function addressedRequest(
  request: GraphRequest,
): Promise<{ readonly flow: UserFlow; readonly found: SignUpRequest }> {
  const { c, machine, caller } = request;
  const flow = await decidedFlow(request);
  const id = c.req.param("requestId") ?? "";
  const requestId = parseGuid<SignUpRequestId>(id);
  const found = requestId && (await findSignUpRequest(machine, machine.database, caller.tenantId, requestId));
  if (found?.flowId !== flow.flowId) throw notFound(id.slice(0, 100));
  return { flow, found };
}

const messages: Readonly<
  Record<Exclude<DecideRefusal["code"], "request-not-found" | "decided-already">, string>
> = {
  "reason-missing": "A denial has a reason: the person reads it.",
  "reason-too-long": "A reason has 1000 characters at most.",
  "not-offered": "Nobody can sign up by this user flow for the application at the moment.",
  "way-not-taken": "The user flow does not take the identity provider of the person any more.",
  "domain-not-taken": "The user flow takes nobody of the domain of the address any more.",
  "address-taken": "There is a guest with this address already.",
  "identity-taken": "The identity of the person belongs to another user.",
};

function decideError({ code }: DecideRefusal, requestId: string): GraphError {
  switch (code) {
    case "request-not-found":
      return notFound(requestId);
    case "decided-already":
      return new GraphError(409, "Request_Conflict", "Somebody has decided about this request already.");
    default:
      return badRequest(messages[code], { code, message: messages[code] });
  }
}
