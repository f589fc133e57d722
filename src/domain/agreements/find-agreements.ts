import type { AgreementFileId, AgreementId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import {
  selectAcceptances,
  selectAcceptedAgreements,
  selectAgreements,
  selectContent,
  selectFiles,
} from "./agreement-store.ts";
import type { Acceptance, Agreement, AgreementFile } from "./rules/agreement.ts";

/** The agreements of a tenant, the oldest first. */
export function listAgreements(handle: DatabaseHandle, tenantId: TenantId): Promise<Agreement[]> {
  return selectAgreements(handle, tenantId);
}

/** One of them. */
export async function findAgreement(
  handle: DatabaseHandle,
  tenantId: TenantId,
  agreementId: AgreementId,
): Promise<Agreement | undefined> {
  return (await selectAgreements(handle, tenantId)).find((one) => one.agreementId === agreementId);
}

/** All documents of an agreement, without contents: also those of former versions. */
export function listAgreementFiles(
  handle: DatabaseHandle,
  { tenantId, agreementId }: Pick<Agreement, "tenantId" | "agreementId">,
): Promise<AgreementFile[]> {
  return selectFiles(handle, tenantId, [agreementId]);
}

/** What a document holds. */
export function readAgreementContent(
  handle: DatabaseHandle,
  tenantId: TenantId,
  fileId: AgreementFileId,
): Promise<Buffer | undefined> {
  return selectContent(handle, tenantId, fileId);
}

/** What people said to agreements, the newest first. */
export function listAcceptances(
  handle: DatabaseHandle,
  of: { tenantId: TenantId; userId?: UserId | undefined; agreementId?: AgreementId | undefined },
): Promise<Acceptance[]> {
  return selectAcceptances(handle, of);
}

/** The agreements that somebody has accepted, whose acceptance neither has ended nor is for a former version. */
export function findAcceptedAgreements(
  handle: DatabaseHandle,
  of: { readonly tenantId: TenantId; readonly userId: UserId; readonly now: Date },
): Promise<readonly AgreementId[]> {
  return selectAcceptedAgreements(handle, of);
}
