import { type Insertable, sql } from "kysely";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { AuditEventTable, SignInEventTable } from "../../platform/database/schema/log-tables.ts";
import { noteSignInActivity } from "./sign-in-activity-store.ts";

/** Appends audit entries. */
export async function insertAuditEvents(
  handle: DatabaseHandle,
  rows: readonly Insertable<AuditEventTable>[],
): Promise<void> {
  await handle.insertInto("auditEvent").values(rows).execute();
}

/** A sign-in entry, complete: an absent value is null. */
export type SignInEventRow = Required<Omit<Insertable<SignInEventTable>, "details">> & {
  readonly details: Record<string, unknown>;
};

/**
 * Appends sign-in entries, and notes of whom they are. They travel as one JSON value whatever their number: the statement is then always the same,
 * and building it costs little where every request adds a row.
 */
export async function insertSignInEvents(
  handle: DatabaseHandle,
  rows: readonly SignInEventRow[],
): Promise<void> {
  const json = storable(JSON.stringify(rows.map(withColumnNames)));
  await sql`with added as (
      insert into sign_in_event select * from jsonb_populate_recordset(null::sign_in_event, ${json}::jsonb)
      returning tenant_id, user_id, event_id, occurred_at, is_interactive, error_code)
    ${noteSignInActivity}`.execute(handle);
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair; one such character must not lose its neighbours' rows. */
function storable(json: string): string {
  return json.replace(/\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/gi, (found) =>
    found === "\\\\" ? found : "\ufffd",
  );
}

function withColumnNames(row: SignInEventRow): Record<string, unknown> {
  return {
    tenant_id: row.tenantId,
    event_id: row.eventId,
    occurred_at: row.occurredAt,
    application_id: row.applicationId,
    application_name: row.applicationName,
    resource_id: row.resourceId,
    user_id: row.userId,
    user_name: row.userName,
    user_kind: row.userKind,
    identity_provider: row.identityProvider,
    home_tenant_id: row.homeTenantId,
    is_interactive: row.isInteractive,
    error_code: row.errorCode,
    failure_reason: row.failureReason,
    ip_address: row.ipAddress,
    user_agent: row.userAgent,
    correlation_id: row.correlationId,
    details: row.details,
  };
}
