import { type Selectable, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type {
  AuditEventTable,
  DatabaseSchema,
  SignInEventTable,
} from "../../platform/database/database-schema.ts";

export type AuditEvent = Selectable<AuditEventTable>;
export type SignInEvent = Selectable<SignInEventTable>;

/** The last entry of a page. */
export interface LogPosition {
  readonly occurredAt: Date;
  readonly eventId: string;
}

/** Which entries: newest first, within a time, with these values in these columns. */
export interface LogQuery<Column extends string> {
  readonly limit: number;
  readonly before?: LogPosition | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly equal?: Partial<Record<Column, LogValue>> | undefined;
}

/** What a column must be; several: one of them. */
export type LogValue = string | number | readonly string[];

export type AuditColumn = "activity" | "result" | "actorId" | "targetId" | "correlationId";
export type SignInColumn = "userId" | "applicationId" | "errorCode" | "ipAddress" | "correlationId";

/** One page of the change log. */
export function selectAuditEvents(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: LogQuery<AuditColumn>,
): Promise<AuditEvent[]> {
  const select = handle.selectFrom("auditEvent").selectAll().where("tenantId", "=", tenantId);
  return newestFirst(select, query).execute();
}

/** One page of the sign-in log. */
export function selectSignInEvents(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: LogQuery<SignInColumn>,
): Promise<SignInEvent[]> {
  const select = handle.selectFrom("signInEvent").selectAll().where("tenantId", "=", tenantId);
  return newestFirst(select, query).execute();
}

function newestFirst<Table extends "auditEvent" | "signInEvent", Row>(
  select: SelectQueryBuilder<DatabaseSchema, Table, Row>,
  { limit, before, from, to, equal }: LogQuery<string>,
): SelectQueryBuilder<DatabaseSchema, Table, Row> {
  let page = select.orderBy(sql`occurred_at desc`).orderBy(sql`event_id desc`).limit(limit);
  if (before)
    page = page.where(
      sql<SqlBool>`(occurred_at, event_id) < (${before.occurredAt}::timestamptz, ${before.eventId}::uuid)`,
    );
  if (from) page = page.where(sql<SqlBool>`occurred_at >= ${from}`);
  if (to) page = page.where(sql<SqlBool>`occurred_at <= ${to}`);
  for (const [column, value] of Object.entries(equal ?? {}))
    page = page.where(sql<SqlBool>`${sql.ref(column)}::text = any(${[value].flat().map(String)}::text[])`);
  return page;
}
