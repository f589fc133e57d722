import { type Kysely, sql } from "kysely";

/** What happened to somebody, what somebody did, and their sign-ins, newest first, in logs of any length. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const [table, column] of [
    ["audit_event", "target_id"],
    ["audit_event", "actor_id"],
    ["sign_in_event", "user_id"],
  ])
    await sql
      .raw(
        `create index ${table}_${column} on ${table} (tenant_id, ${column}, occurred_at, event_id) where ${column} is not null`,
      )
      .execute(database);
}
