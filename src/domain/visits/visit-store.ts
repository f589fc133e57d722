import type { Insertable } from "kysely";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { VisitAgreementTable } from "../../platform/database/schema/visit-tables.ts";
import type { Visit } from "./rules/visit.ts";

/** A code by which an organisation learns who came. */
export interface VisitCode {
  readonly tenantId: TenantId;
  readonly codeHash: Buffer;
  readonly userId: UserId;
  readonly visit: Visit;
  readonly amr: readonly string[];
  readonly authenticatedAt: Date;
  readonly expiresAt: Date;
}

export async function isAgreed(
  handle: DatabaseHandle,
  { tenantId, userId }: { readonly tenantId: TenantId; readonly userId: UserId },
  clientId: string,
): Promise<boolean> {
  const row = await handle
    .selectFrom("visitAgreement")
    .select("agreedAt")
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .where("clientId", "=", clientId)
    .executeTakeFirst();
  return row !== undefined;
}

/** False when the member had agreed before. */
export async function insertAgreement(
  handle: DatabaseHandle,
  row: Insertable<VisitAgreementTable>,
): Promise<boolean> {
  const inserted = await handle
    .insertInto("visitAgreement")
    .values(row)
    .onConflict((conflict) => conflict.columns(["tenantId", "userId", "clientId"]).doNothing())
    .returning("clientId")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function insertVisitCode(handle: DatabaseHandle, code: VisitCode): Promise<void> {
  const { visit, amr, ...row } = code;
  await handle
    .insertInto("visitCode")
    .values({ ...row, visit: JSON.stringify(visit), amr: [...amr] })
    .execute();
}

export async function selectVisitCode(
  handle: DatabaseHandle,
  tenantId: TenantId,
  codeHash: Buffer,
): Promise<(VisitCode & { readonly redeemedAt: Date | undefined }) | undefined> {
  const row = await handle
    .selectFrom("visitCode")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("codeHash", "=", codeHash)
    .executeTakeFirst();
  return row && { ...row, visit: row.visit as unknown as Visit, redeemedAt: row.redeemedAt ?? undefined };
}

/** True for the one caller who was first. */
export async function markVisitCodeRedeemed(
  handle: DatabaseHandle,
  { tenantId, codeHash }: Pick<VisitCode, "tenantId" | "codeHash">,
  now: Date,
): Promise<boolean> {
  const outcome = await handle
    .updateTable("visitCode")
    .set({ redeemedAt: now })
    .where("tenantId", "=", tenantId)
    .where("codeHash", "=", codeHash)
    .where("redeemedAt", "is", null)
    .executeTakeFirst();
  return outcome.numUpdatedRows > 0n;
}

export async function deleteVisitCodesExpiredBefore(handle: DatabaseHandle, moment: Date): Promise<void> {
  await handle.deleteFrom("visitCode").where("expiresAt", "<", moment).execute();
}
