import { type Selectable, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import type { AskedProperties, Condition } from "../../foundation/condition.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { momentOfIdentifier } from "../../foundation/moment-of-identifier.ts";
import { type ConditionColumns, compileCondition } from "../../platform/database/compile-condition.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { DatabaseSchema } from "../../platform/database/database-schema.ts";
import type { AuditEventTable, SignInEventTable } from "../../platform/database/schema/log-tables.ts";
import type { AuditProperties, SignInProperties } from "./rules/log-condition.ts";

export type AuditEvent = Selectable<AuditEventTable>;
export type SignInEvent = Selectable<SignInEventTable>;

/** Where in a log an entry stands. */
export interface LogPosition {
  readonly occurredAt: Date;
  readonly eventId: string;
}

/** Which entries of a log. */
export interface LogQuery<Properties extends AskedProperties> {
  readonly where?: Condition<Properties> | undefined;
  /** The last entry of the page before. */
  readonly after?: LogPosition | undefined;
  readonly direction: "newest-first" | "oldest-first";
  readonly limit: number;
}

const auditColumns: ConditionColumns<AuditProperties> = {
  eventId: { type: "id", sql: "event_id" },
  occurredAt: { type: "moment", sql: "occurred_at" },
  activity: { type: "text", sql: "activity" },
  result: { type: "text", sql: "result" },
  actorKind: { type: "text", sql: "actor_kind" },
  actorId: { type: "id", sql: "actor_id" },
  actorName: { type: "text", sql: "lower(actor_name)" },
  targetId: { type: "id", sql: "target_id" },
  targetName: { type: "text", sql: "lower(target_name)" },
  correlationId: { type: "id", sql: "correlation_id" },
};

const signInColumns: ConditionColumns<SignInProperties> = {
  eventId: { type: "id", sql: "event_id" },
  occurredAt: { type: "moment", sql: "occurred_at" },
  userId: { type: "id", sql: "user_id" },
  userName: { type: "text", sql: "lower(user_name)" },
  userKind: { type: "text", sql: "user_kind" },
  applicationId: { type: "id", sql: "application_id" },
  applicationName: { type: "text", sql: "lower(application_name)" },
  resourceId: { type: "id", sql: "resource_id" },
  ipAddress: { type: "text", sql: "lower(ip_address)" },
  correlationId: { type: "id", sql: "correlation_id" },
  errorCode: { type: "number", sql: "error_code" },
  isInteractive: { type: "flag", sql: "is_interactive" },
};

/** One page of the change log. */
export function selectAuditEvents(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: LogQuery<AuditProperties>,
): Promise<AuditEvent[]> {
  const ofTenant = handle.selectFrom("auditEvent").selectAll().where("tenantId", "=", tenantId);
  return pageOf(ofTenant, auditColumns, query).execute();
}

/** One page of the sign-in log. */
export function selectSignInEvents(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: LogQuery<SignInProperties>,
): Promise<SignInEvent[]> {
  const ofTenant = handle.selectFrom("signInEvent").selectAll().where("tenantId", "=", tenantId);
  return pageOf(ofTenant, signInColumns, query).execute();
}

/** An entry of the change log by id. */
export async function selectAuditEvent(
  handle: DatabaseHandle,
  tenantId: TenantId,
  eventId: string,
): Promise<AuditEvent | undefined> {
  const ofTenant = handle.selectFrom("auditEvent").selectAll().where("tenantId", "=", tenantId);
  return withId(ofTenant, eventId)?.executeTakeFirst();
}

/** An entry of the sign-in log by id. */
export async function selectSignInEvent(
  handle: DatabaseHandle,
  tenantId: TenantId,
  eventId: string,
): Promise<SignInEvent | undefined> {
  const ofTenant = handle.selectFrom("signInEvent").selectAll().where("tenantId", "=", tenantId);
  return withId(ofTenant, eventId)?.executeTakeFirst();
}

type Events<Table extends "auditEvent" | "signInEvent", Row> = SelectQueryBuilder<DatabaseSchema, Table, Row>;

/** By keyset over the primary key: a page deep in costs what the first one does. */
function pageOf<Table extends "auditEvent" | "signInEvent", Row, Properties extends AskedProperties>(
  select: Events<Table, Row>,
  columns: ConditionColumns<Properties>,
  { where, after, direction, limit }: LogQuery<Properties>,
): Events<Table, Row> {
  const order = direction === "newest-first" ? sql`desc` : sql`asc`;
  const further = direction === "newest-first" ? sql`<` : sql`>`;
  let page = select.orderBy(sql`occurred_at ${order}, event_id ${order}`).limit(limit);
  if (where) page = page.where(compileCondition(columns, where));
  if (after)
    page = page.where(
      sql<SqlBool>`(occurred_at, event_id) ${further} (${after.occurredAt}::timestamptz, ${after.eventId}::uuid)`,
    );
  return page;
}

/** An entry's id tells when it was written, and so in which partition, and where in its index, it is. */
function withId<Table extends "auditEvent" | "signInEvent", Row>(
  select: Events<Table, Row>,
  eventId: string,
): Events<Table, Row> | undefined {
  const occurredAt = momentOfIdentifier(eventId);
  return occurredAt === undefined
    ? undefined
    : select.where(sql<SqlBool>`occurred_at = ${occurredAt}::timestamptz and event_id = ${eventId}::uuid`);
}
