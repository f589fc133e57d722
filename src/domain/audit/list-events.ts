import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import {
  type AuditColumn,
  type AuditEvent,
  type LogQuery,
  type SignInColumn,
  type SignInEvent,
  selectAuditEvents,
  selectSignInEvents,
} from "./log-query-store.ts";

export type {
  AuditColumn,
  AuditEvent,
  LogPosition,
  LogQuery,
  LogValue,
  SignInColumn,
  SignInEvent,
} from "./log-query-store.ts";

/** What was done in a tenant, newest first. */
export function listAuditEvents(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: LogQuery<AuditColumn>,
): Promise<AuditEvent[]> {
  return selectAuditEvents(handle, tenantId, query);
}

/** Who signed in to a tenant's applications or tried to, newest first. */
export function listSignInEvents(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: LogQuery<SignInColumn>,
): Promise<SignInEvent[]> {
  return selectSignInEvents(handle, tenantId, query);
}
