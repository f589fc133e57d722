import type { AgreementFileId, AgreementId, TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { Period } from "./period.ts";

/** Terms that people of a tenant accept before they go on. */
export interface Agreement {
  readonly tenantId: TenantId;
  readonly agreementId: AgreementId;
  /** For administrators; people see the name of the document. */
  readonly displayName: string;
  /** Whether the document has to be opened before it can be accepted. */
  readonly mustBeRead: boolean;
  /** How long an acceptance lasts; undefined: until something else ends it. */
  readonly acceptAgainAfter: Period | undefined;
  /** When all acceptances end, however young they are: at a moment, and again after each period. */
  readonly expiration: { readonly startsAt: string; readonly every: Period | undefined } | undefined;
  /** Counts the versions that have to be accepted anew. */
  readonly majorVersion: number;
  readonly createdAt: Date;
  readonly changedAt: Date | undefined;
}

export type AgreementMediaType = "application/pdf" | "text/plain";

/** A document in one language, without its content. Older versions are kept: somebody may have accepted them. */
export interface AgreementFile {
  readonly tenantId: TenantId;
  readonly agreementId: AgreementId;
  readonly fileId: AgreementFileId;
  /** A language tag (BCP 47), in small letters. */
  readonly language: string;
  readonly isDefault: boolean;
  /** False: another version took its place. */
  readonly isCurrent: boolean;
  readonly fileName: string;
  /** What people read above it. */
  readonly displayName: string;
  readonly mediaType: AgreementMediaType;
  /** Whether it had everybody asked anew. */
  readonly isMajor: boolean;
  readonly createdAt: Date;
}

/** What somebody said to an agreement. */
export interface Acceptance {
  readonly tenantId: TenantId;
  readonly acceptanceId: string;
  readonly agreementId: AgreementId;
  readonly fileId: AgreementFileId;
  readonly userId: UserId;
  readonly state: "accepted" | "declined";
  readonly majorVersion: number;
  readonly recordedAt: Date;
  readonly expiresAt: Date | undefined;
  readonly userDisplayName: string;
  readonly userEmail: string | undefined;
  readonly userPrincipalName: string;
}

/** As many as a tenant may have. */
export const mostAgreements = 40;
export const mostLanguages = 40;
/** Of one document. */
export const largestDocumentBytes = 700 * 1024;
