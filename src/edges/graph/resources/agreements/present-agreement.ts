import type { Acceptance, Agreement, AgreementFile } from "../../../../domain/agreements/rules/agreement.ts";
import type { Period } from "../../../../domain/agreements/rules/period.ts";

/** Terms of use as the wire shows them. */
export function presentAgreement({
  agreementId,
  displayName,
  mustBeRead,
  acceptAgainAfter,
  expiration,
}: Agreement) {
  return {
    id: agreementId,
    displayName,
    isViewingBeforeAcceptanceRequired: mustBeRead,
    isPerDeviceAcceptanceRequired: false,
    userReacceptRequiredFrequency: acceptAgainAfter ? presentPeriod(acceptAgainAfter) : null,
    termsExpiration: expiration
      ? {
          startDateTime: expiration.startsAt,
          frequency: expiration.every ? presentPeriod(expiration.every) : null,
        }
      : null,
  };
}

/** A document as the wire shows it, without what it says. */
export function presentFile(file: AgreementFile) {
  return {
    id: file.fileId,
    fileName: file.fileName,
    displayName: file.displayName,
    language: file.language,
    isDefault: file.isDefault,
    isMajorVersion: file.isMajor,
    createdDateTime: file.createdAt.toISOString(),
  };
}

/** What somebody said to terms of use, as the wire shows it. Devices are not told apart. */
export function presentAcceptance(acceptance: Acceptance) {
  return {
    id: acceptance.acceptanceId,
    agreementId: acceptance.agreementId,
    agreementFileId: acceptance.fileId,
    userId: acceptance.userId,
    userDisplayName: acceptance.userDisplayName,
    userEmail: acceptance.userEmail ?? null,
    userPrincipalName: acceptance.userPrincipalName,
    state: acceptance.state,
    recordedDateTime: acceptance.recordedAt.toISOString(),
    expirationDateTime: acceptance.expiresAt?.toISOString() ?? null,
    deviceId: null,
    deviceDisplayName: null,
    deviceOSType: null,
    deviceOSVersion: null,
  };
}

function presentPeriod({ months, days }: Period): string {
  const [years, rest] = months % 12 === 0 ? [months / 12, 0] : [0, months];
  return `P${years > 0 ? `${years}Y` : ""}${rest > 0 ? `${rest}M` : ""}${days > 0 ? `${days}D` : ""}`;
}
