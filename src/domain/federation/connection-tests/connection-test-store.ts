import type { Selectable, Updateable } from "kysely";
import type { ConnectionTestId, ProviderId, SessionId, TenantId } from "../../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../../platform/database/database.ts";
import type { ConnectionTestTable } from "../../../platform/database/schema/federation-tables.ts";
import type { Actor } from "../../audit/circumstances.ts";
import type { ConnectionFinding } from "../rules/connection-check.ts";
import type { TestDetour } from "../rules/test-state.ts";
import type { ConnectionTest } from "./connection-test.ts";

export async function insertTest(
  handle: DatabaseHandle,
  row: {
    readonly tenantId: TenantId;
    readonly testId: ConnectionTestId;
    readonly providerId: ProviderId;
    readonly askedBy: Actor;
    readonly keyHash: Buffer;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await handle
    .insertInto("connectionTest")
    .values({ ...row, askedBy: JSON.stringify(row.askedBy) })
    .execute();
}

export async function selectTest(
  handle: DatabaseHandle,
  tenantId: TenantId,
  testId: ConnectionTestId,
): Promise<(ConnectionTest & { readonly keyHash: Buffer }) | undefined> {
  const row = await handle
    .selectFrom("connectionTest")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("testId", "=", testId)
    .executeTakeFirst();
  return row && { ...testOf(row), keyHash: row.keyHash };
}

/** The newest test of each provider that somebody came back from. */
export async function selectLatestTests(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<readonly ConnectionTest[]> {
  const rows = await handle
    .selectFrom("connectionTest")
    .selectAll()
    .distinctOn("providerId")
    .where("tenantId", "=", tenantId)
    .where("finishedAt", "is not", null)
    .orderBy("providerId")
    .orderBy("finishedAt", "desc")
    .execute();
  return rows.map(testOf);
}

/** Gives a link to the browser that used it first; false when it was used before. */
export async function bindToSession(
  handle: DatabaseHandle,
  tenantId: TenantId,
  testId: ConnectionTestId,
  sessionId: SessionId,
): Promise<boolean> {
  const outcome = await handle
    .updateTable("connectionTest")
    .set({ sessionId })
    .where("tenantId", "=", tenantId)
    .where("testId", "=", testId)
    .where("sessionId", "is", null)
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}

/** Remembers where the person was sent; false for a test that is over. */
export async function setDetour(
  handle: DatabaseHandle,
  tenantId: TenantId,
  testId: ConnectionTestId,
  detour: TestDetour,
): Promise<boolean> {
  return changeOpenTest(handle, tenantId, testId, { detour: JSON.stringify(detour) });
}

/** Ends a test with what was found; true for the one caller who ended it. */
export async function finishTest(
  handle: DatabaseHandle,
  tenantId: TenantId,
  testId: ConnectionTestId,
  outcome: { readonly findings: readonly ConnectionFinding[]; readonly finishedAt: Date },
): Promise<boolean> {
  const { findings, finishedAt } = outcome;
  return changeOpenTest(handle, tenantId, testId, {
    findings: JSON.stringify(findings),
    finishedAt,
    detour: null,
  });
}

/** Forgets tests begun before a moment. */
export async function deleteTestsBefore(handle: DatabaseHandle, before: Date): Promise<void> {
  await handle.deleteFrom("connectionTest").where("createdAt", "<", before).execute();
}

async function changeOpenTest(
  handle: DatabaseHandle,
  tenantId: TenantId,
  testId: ConnectionTestId,
  change: Updateable<ConnectionTestTable>,
): Promise<boolean> {
  const outcome = await handle
    .updateTable("connectionTest")
    .set(change)
    .where("tenantId", "=", tenantId)
    .where("testId", "=", testId)
    .where("finishedAt", "is", null)
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}

function testOf(row: Selectable<ConnectionTestTable>): ConnectionTest {
  return {
    tenantId: row.tenantId,
    testId: row.testId,
    providerId: row.providerId,
    askedBy: row.askedBy as unknown as Actor,
    sessionId: row.sessionId ?? undefined,
    detour: (row.detour as TestDetour | null) ?? undefined,
    findings: (row.findings as readonly ConnectionFinding[] | null) ?? undefined,
    expiresAt: row.expiresAt,
    finishedAt: row.finishedAt ?? undefined,
  };
}
