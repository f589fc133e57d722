import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import {
  type AuditEvent,
  type LogQuery,
  type SignInEvent,
  selectAuditEvent,
  selectAuditEvents,
  selectSignInEvent,
  selectSignInEvents,
} from "./log-query-store.ts";
import type { AuditProperties, SignInProperties } from "./rules/log-condition.ts";

export type { AuditEvent, LogPosition, LogQuery, SignInEvent } from "./log-query-store.ts";

/** What was done in a tenant. */
export function listAuditEvents(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: LogQuery<AuditProperties>,
): Promise<AuditEvent[]> {
  return selectAuditEvents(handle, tenantId, query);
}

/** Who signed in to a tenant's applications or tried to. */
export function listSignInEvents(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: LogQuery<SignInProperties>,
): Promise<SignInEvent[]> {
  return selectSignInEvents(handle, tenantId, query);
}

/** One thing that was done, by its id. */
export function findAuditEvent(
  handle: DatabaseHandle,
  tenantId: TenantId,
  eventId: string,
): Promise<AuditEvent | undefined> {
  return selectAuditEvent(handle, tenantId, eventId);
}

/** One attempt to sign in, by its id. */
export function findSignInEvent(
  handle: DatabaseHandle,
  tenantId: TenantId,
  eventId: string,
): Promise<SignInEvent | undefined> {
  return selectSignInEvent(handle, tenantId, eventId);
}
