import type { Insertable, Selectable, Updateable } from "kysely";
import type { SignUpRequestId, TenantId, UserFlowId } from "../../../foundation/identifiers.ts";
import { compileCondition } from "../../../platform/database/compile-condition.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../../platform/database/database.ts";
import type { SignUpRequestTable } from "../../../platform/database/schema/signup-tables.ts";
import { type ListedTable, type PageQuery, selectPage } from "../../../platform/database/select-page.ts";
import type { RequestCondition, RequestProperties } from "../rules/sign-up-request.ts";

export type RequestRow = Selectable<SignUpRequestTable>;

interface FlowKey {
  readonly tenantId: TenantId;
  readonly flowId: UserFlowId;
}

export interface RequestKey {
  readonly tenantId: TenantId;
  readonly requestId: SignUpRequestId;
}

/** The request of an identity by a flow, however it stands. */
export function selectRequestOfIdentity(
  handle: DatabaseHandle,
  { tenantId, flowId }: FlowKey,
  identityDigest: Buffer,
): Promise<RequestRow | undefined> {
  return handle
    .selectFrom("signUpRequest")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("flowId", "=", flowId)
    .where("identityDigest", "=", identityDigest)
    .executeTakeFirst();
}

export function selectRequest(
  handle: DatabaseHandle,
  { tenantId, requestId }: RequestKey,
): Promise<RequestRow | undefined> {
  return handle
    .selectFrom("signUpRequest")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("requestId", "=", requestId)
    .executeTakeFirst();
}

const requestTable: ListedTable<RequestProperties> = {
  name: "signUpRequest",
  id: "request_id",
  columns: {
    requestId: { type: "id", sql: "request_id" },
    state: { type: "text", sql: "state" },
    askedAt: { type: "moment", sql: "asked_at" },
    expiresAt: { type: "moment", sql: "expires_at" },
    applicationId: { type: "id", sql: "application_id" },
  },
};

/** One page of the requests of a flow that are not forgotten yet. */
export function selectRequestPage(
  handle: DatabaseHandle,
  { tenantId, flowId }: FlowKey,
  now: Date,
  query: PageQuery<RequestProperties>,
): Promise<RequestRow[]> {
  const remembered = rememberedRequests(handle, tenantId, [flowId], now).selectAll();
  return selectPage(handle, requestTable, tenantId, query, remembered);
}

/** How many of them fulfil a condition. */
export async function countRequestsWhere(
  handle: DatabaseHandle,
  { tenantId, flowId }: FlowKey,
  now: Date,
  where: RequestCondition | undefined,
): Promise<number> {
  const { count } = await rememberedRequests(handle, tenantId, [flowId], now)
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where(compileCondition(requestTable.columns, where ?? { and: [] }))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The requests of some flows that nobody has decided and that are not forgotten yet, the oldest first. */
export async function selectPendingRequests(
  handle: DatabaseHandle,
  tenantId: TenantId,
  flowIds: readonly UserFlowId[],
  { now, most }: { readonly now: Date; readonly most: number },
): Promise<RequestRow[]> {
  if (flowIds.length === 0) return [];
  return rememberedRequests(handle, tenantId, flowIds, now)
    .selectAll()
    .where("state", "=", "pending")
    .orderBy("askedAt")
    .orderBy("requestId")
    .limit(most)
    .execute();
}

function rememberedRequests(
  handle: DatabaseHandle,
  tenantId: TenantId,
  flowIds: readonly UserFlowId[],
  now: Date,
) {
  return handle
    .selectFrom("signUpRequest")
    .where("tenantId", "=", tenantId)
    .where("flowId", "in", flowIds)
    .where("expiresAt", ">", now);
}

/** How many of these nobody has decided. */
export async function countPendingRequests(
  handle: DatabaseHandle,
  tenantId: TenantId,
  flowIds: readonly UserFlowId[],
  now: Date,
): Promise<number> {
  if (flowIds.length === 0) return 0;
  const { count } = await rememberedRequests(handle, tenantId, flowIds, now)
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("state", "=", "pending")
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many have asked by a flow since a moment, those who took it back among them. */
export async function countAskingsSince(
  transaction: DatabaseTransaction,
  { tenantId, flowId }: FlowKey,
  since: Date,
): Promise<number> {
  const { count } = await transaction
    .selectFrom("signUpAsking")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("tenantId", "=", tenantId)
    .where("flowId", "=", flowId)
    .where("askedAt", ">", since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Remembers that somebody has asked by a flow, and forgets who asked before a moment. */
export async function rememberAsking(
  transaction: DatabaseTransaction,
  { tenantId, flowId }: FlowKey,
  { askedAt, forgetBefore }: { readonly askedAt: Date; readonly forgetBefore: Date },
): Promise<void> {
  await transaction
    .deleteFrom("signUpAsking")
    .where("tenantId", "=", tenantId)
    .where("flowId", "=", flowId)
    .where("askedAt", "<=", forgetBefore)
    .execute();
  await transaction.insertInto("signUpAsking").values({ tenantId, flowId, askedAt }).execute();
}

/** Writes a request in the place of an earlier one of the same identity. */
export async function replaceRequest(
  transaction: DatabaseTransaction,
  row: Insertable<SignUpRequestTable>,
): Promise<void> {
  await transaction
    .deleteFrom("signUpRequest")
    .where("tenantId", "=", row.tenantId)
    .where("flowId", "=", row.flowId)
    .where("identityDigest", "=", row.identityDigest)
    .execute();
  await transaction.insertInto("signUpRequest").values(row).execute();
}

/** Writes a decision; false when somebody has decided before, or there is nothing to decide any more. */
export async function decideRequestRow(
  transaction: DatabaseTransaction,
  { tenantId, requestId }: RequestKey,
  decision: Updateable<SignUpRequestTable>,
): Promise<boolean> {
  const outcome = await transaction
    .updateTable("signUpRequest")
    .set(decision)
    .where("tenantId", "=", tenantId)
    .where("requestId", "=", requestId)
    .where("state", "=", "pending")
    .executeTakeFirst();
  return outcome.numUpdatedRows > 0n;
}

/** Takes a request away; false when there was none, or, with `isPending`, when somebody has decided. */
export async function deleteRequest(
  transaction: DatabaseTransaction,
  { tenantId, requestId }: RequestKey,
  { isPending }: { readonly isPending: boolean },
): Promise<boolean> {
  const query = transaction
    .deleteFrom("signUpRequest")
    .where("tenantId", "=", tenantId)
    .where("requestId", "=", requestId);
  const outcome = await (isPending ? query.where("state", "=", "pending") : query).executeTakeFirst();
  return outcome.numDeletedRows > 0n;
}

/** Of every tenant. */
export async function deleteRequestsEndedBy(handle: DatabaseHandle, moment: Date): Promise<void> {
  await handle.deleteFrom("signUpRequest").where("expiresAt", "<=", moment).execute();
}
