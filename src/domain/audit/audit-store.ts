import type { Insertable } from "kysely";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { AuditEventTable, SignInEventTable } from "../../platform/database/database-schema.ts";

/** Appends audit entries. */
export async function insertAuditEvents(
  handle: DatabaseHandle,
  rows: readonly Insertable<AuditEventTable>[],
): Promise<void> {
  await handle.insertInto("auditEvent").values(rows).execute();
}

/** Appends one sign-in entry. */
export async function insertSignInEvent(
  handle: DatabaseHandle,
  row: Insertable<SignInEventTable>,
): Promise<void> {
  await handle.insertInto("signInEvent").values(row).execute();
}
