import type { Selectable } from "kysely";
import type { AgreementFileId, AgreementId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type {
  AgreementAcceptanceTable,
  AgreementTable,
} from "../../platform/database/schema/agreement-tables.ts";
import type { Acceptance, Agreement, AgreementFile } from "./rules/agreement.ts";

/** The agreements of a tenant, the oldest first. */
export async function selectAgreements(handle: DatabaseHandle, tenantId: TenantId): Promise<Agreement[]> {
  const rows = await handle
    .selectFrom("agreement")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .orderBy("createdAt")
    .orderBy("agreementId")
    .execute();
  return rows.map(agreementOf);
}

/** Writes an agreement, new or in the place of what it was. */
export async function upsertAgreement(transaction: DatabaseTransaction, agreement: Agreement): Promise<void> {
  const { acceptAgainAfter, expiration, changedAt, ...rest } = agreement;
  const values = {
    ...rest,
    changedAt: changedAt ?? null,
    acceptAgainAfter: acceptAgainAfter ? JSON.stringify(acceptAgainAfter) : null,
    expiration: expiration ? JSON.stringify(expiration) : null,
  };
  await transaction
    .insertInto("agreement")
    .values(values)
    .onConflict((conflict) => conflict.columns(["tenantId", "agreementId"]).doUpdateSet(values))
    .execute();
}

/** Takes an agreement away with its documents and what was said to it. */
export async function deleteAgreement(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  agreementId: AgreementId,
): Promise<void> {
  await transaction
    .deleteFrom("agreement")
    .where("tenantId", "=", tenantId)
    .where("agreementId", "=", agreementId)
    .execute();
}

const fileColumns = [
  "tenantId",
  "agreementId",
  "fileId",
  "language",
  "isDefault",
  "isCurrent",
  "fileName",
  "displayName",
  "mediaType",
  "isMajor",
  "createdAt",
] as const;

/** The documents of agreements without their contents: the default first, then by language. */
export function selectFiles(
  handle: DatabaseHandle,
  tenantId: TenantId,
  agreementIds: readonly AgreementId[],
): Promise<AgreementFile[]> {
  if (agreementIds.length === 0) return Promise.resolve([]);
  return handle
    .selectFrom("agreementFile")
    .select(fileColumns)
    .where("tenantId", "=", tenantId)
    .where("agreementId", "in", agreementIds)
    .orderBy("isDefault", "desc")
    .orderBy("language")
    .orderBy("createdAt")
    .execute();
}

/** What a document holds. */
export async function selectContent(
  handle: DatabaseHandle,
  tenantId: TenantId,
  fileId: AgreementFileId,
): Promise<Buffer | undefined> {
  const row = await handle
    .selectFrom("agreementFile")
    .select("content")
    .where("tenantId", "=", tenantId)
    .where("fileId", "=", fileId)
    .executeTakeFirst();
  return row?.content;
}

/** Adds a document; those of the same language, or all earlier defaults, step back for it. */
export async function insertFile(
  transaction: DatabaseTransaction,
  file: AgreementFile,
  content: Buffer,
): Promise<void> {
  const others = transaction
    .updateTable("agreementFile")
    .where("tenantId", "=", file.tenantId)
    .where("agreementId", "=", file.agreementId);
  await others.set({ isCurrent: false }).where("language", "=", file.language).execute();
  if (file.isDefault) await others.set({ isDefault: false }).execute();
  await transaction
    .insertInto("agreementFile")
    .values({ ...file, content })
    .execute();
}

export async function insertAcceptance(
  transaction: DatabaseTransaction,
  { expiresAt, userEmail, ...acceptance }: Acceptance,
): Promise<void> {
  await transaction
    .insertInto("agreementAcceptance")
    .values({ ...acceptance, expiresAt: expiresAt ?? null, userEmail: userEmail ?? null })
    .execute();
}

/** What was said to the agreements of a tenant, the newest first: by everybody or one person, to all or one of them. */
export async function selectAcceptances(
  handle: DatabaseHandle,
  {
    tenantId,
    ...of
  }: { tenantId: TenantId; userId?: UserId | undefined; agreementId?: AgreementId | undefined },
): Promise<Acceptance[]> {
  let query = handle.selectFrom("agreementAcceptance").selectAll().where("tenantId", "=", tenantId);
  if (of.userId !== undefined) query = query.where("userId", "=", of.userId);
  if (of.agreementId !== undefined) query = query.where("agreementId", "=", of.agreementId);
  const rows = await query.orderBy("recordedAt", "desc").orderBy("acceptanceId").execute();
  return rows.map(acceptanceOf);
}

/** The agreements that somebody's acceptance holds for at a moment. */
export async function selectAcceptedAgreements(
  handle: DatabaseHandle,
  { tenantId, userId, now }: { readonly tenantId: TenantId; readonly userId: UserId; readonly now: Date },
): Promise<AgreementId[]> {
  const rows = await handle
    .selectFrom("agreementAcceptance")
    .innerJoin("agreement", (join) =>
      join
        .onRef("agreement.tenantId", "=", "agreementAcceptance.tenantId")
        .onRef("agreement.agreementId", "=", "agreementAcceptance.agreementId")
        .onRef("agreement.majorVersion", "=", "agreementAcceptance.majorVersion"),
    )
    .select("agreementAcceptance.agreementId")
    .distinct()
    .where("agreementAcceptance.tenantId", "=", tenantId)
    .where("agreementAcceptance.userId", "=", userId)
    .where("agreementAcceptance.state", "=", "accepted")
    .where((where) =>
      where.or([
        where("agreementAcceptance.expiresAt", "is", null),
        where("agreementAcceptance.expiresAt", ">", now),
      ]),
    )
    .execute();
  return rows.map(({ agreementId }) => agreementId);
}

function agreementOf({
  acceptAgainAfter,
  expiration,
  changedAt,
  ...agreement
}: Selectable<AgreementTable>): Agreement {
  return {
    ...agreement,
    acceptAgainAfter: acceptAgainAfter ?? undefined,
    expiration: expiration
      ? { startsAt: expiration.startsAt, every: expiration.every ?? undefined }
      : undefined,
    changedAt: changedAt ?? undefined,
  };
}

function acceptanceOf({
  expiresAt,
  userEmail,
  ...acceptance
}: Selectable<AgreementAcceptanceTable>): Acceptance {
  return { ...acceptance, expiresAt: expiresAt ?? undefined, userEmail: userEmail ?? undefined };
}
