import type { SignUpRequestId, TenantId } from "../../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../../platform/database/database.ts";
import type { PageQuery } from "../../../platform/database/select-page.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { ExternalIdentity } from "../../directory/rules/external-identity.ts";
import {
  type AskingPerson,
  type RequestCondition,
  type RequestDecision,
  type RequestProperties,
  type RequestStanding,
  requestStanding,
  type SignUpRequest,
} from "../rules/sign-up-request.ts";
import type { UserFlow } from "../rules/user-flow.ts";
import { identityDigest, openSeal } from "./sealed-request.ts";
import {
  countPendingRequests,
  countRequestsWhere,
  type RequestRow,
  selectPendingRequests,
  selectRequest,
  selectRequestOfIdentity,
  selectRequestPage,
} from "./sign-up-request-store.ts";

type Reading = Pick<Machine, "clock" | "masterKey">;

/** The request of an identity by a flow that stands in the way of another one, if any does. */
export async function findRequestStanding(
  machine: Reading,
  handle: DatabaseHandle,
  { tenantId, flowId }: Pick<UserFlow, "tenantId" | "flowId">,
  identity: Pick<ExternalIdentity, "issuer" | "subject">,
): Promise<(RequestStanding & { readonly requestId: SignUpRequestId }) | undefined> {
  const digest = identityDigest(machine.masterKey, tenantId, identity);
  const row = await selectRequestOfIdentity(handle, { tenantId, flowId }, digest);
  const standing = row && requestStanding(requestFromRow(machine, row), machine.clock());
  return row && standing && { ...standing, requestId: row.requestId };
}

/** A request that is not forgotten yet. */
export async function findSignUpRequest(
  machine: Reading,
  handle: DatabaseHandle,
  tenantId: TenantId,
  requestId: SignUpRequestId,
): Promise<SignUpRequest | undefined> {
  const row = await selectRequest(handle, { tenantId, requestId });
  return row && row.expiresAt > machine.clock() ? requestFromRow(machine, row) : undefined;
}

/** One page of the requests by a flow that are not forgotten yet; what is on no page stays sealed. */
export async function querySignUpRequests(
  machine: Machine,
  flow: Pick<UserFlow, "tenantId" | "flowId">,
  query: PageQuery<RequestProperties>,
): Promise<SignUpRequest[]> {
  const rows = await selectRequestPage(machine.database, flow, machine.clock(), query);
  return rows.map((row) => requestFromRow(machine, row));
}

/** How many of them fulfil a condition. */
export function countSignUpRequests(
  machine: Machine,
  flow: Pick<UserFlow, "tenantId" | "flowId">,
  where: RequestCondition | undefined,
): Promise<number> {
  return countRequestsWhere(machine.database, flow, machine.clock(), where);
}

/** The oldest of those that nobody has decided: anybody may ask, so there may be very many. */
export async function listOpenRequests(
  machine: Machine,
  tenantId: TenantId,
  flows: readonly UserFlow[],
  most: number,
): Promise<SignUpRequest[]> {
  const flowIds = flows.map(({ flowId }) => flowId);
  const rows = await selectPendingRequests(machine.database, tenantId, flowIds, {
    now: machine.clock(),
    most,
  });
  return rows.map((row) => requestFromRow(machine, row));
}

/** How many of them nobody has decided. */
export function countOpenRequests(
  machine: Machine,
  tenantId: TenantId,
  flows: readonly UserFlow[],
): Promise<number> {
  const flowIds = flows.map(({ flowId }) => flowId);
  return countPendingRequests(machine.database, tenantId, flowIds, machine.clock());
}

function requestFromRow(machine: Reading, row: RequestRow): SignUpRequest {
  const { tenantId, requestId, flowId, applicationId, state, askedAt, expiresAt } = row;
  return {
    ...{ tenantId, requestId, flowId, applicationId, state, askedAt, expiresAt },
    asking: openSeal<AskingPerson>(machine.masterKey, row.askingEncrypted),
    decision: decisionOf(machine, row),
  };
}

function decisionOf(
  { masterKey }: Reading,
  { decidedAt, decisionEncrypted }: RequestRow,
): RequestDecision | undefined {
  if (!decidedAt || !decisionEncrypted) return undefined;
  return { decidedAt, ...openSeal<Omit<RequestDecision, "decidedAt">>(masterKey, decisionEncrypted) };
}
