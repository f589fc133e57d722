import type { EmailAddress } from "../../../foundation/email-address.ts";
import type {
  ApplicationId,
  InvitationId,
  MailId,
  ServicePrincipalId,
  TenantId,
  UserId,
} from "../../../foundation/identifiers.ts";

/** Who invites. A person's name and address stay with the invitation, so that it reads the same after they leave. */
export type Inviter =
  | {
      readonly kind: "user";
      readonly userId: UserId;
      readonly name: string;
      readonly email: string | undefined;
    }
  | { readonly kind: "application"; readonly servicePrincipalId: ServicePrincipalId; readonly name: string }
  | { readonly kind: "operator"; readonly name: string };

/** What is stored of an invitation's fate; "expired" is not: it follows from the clock. */
export type StoredInvitationState = "pending" | "accepted" | "revoked";
export type InvitationState = StoredInvitationState | "expired";

/** Somebody who gets a copy of the invitation mail. */
export interface CopyRecipient {
  readonly name: string | null;
  readonly address: string;
}

/** One invitation of one guest; a guest invited again has several. */
export interface Invitation {
  readonly tenantId: TenantId;
  readonly invitationId: InvitationId;
  readonly userId: UserId;
  readonly email: EmailAddress;
  readonly displayName: string | undefined;
  readonly redirectUrl: string;
  /** The application the inviter chose to land on. */
  readonly applicationId: ApplicationId | undefined;
  readonly messageBody: string | undefined;
  readonly messageLanguage: string | undefined;
  readonly copyRecipients: readonly CopyRecipient[];
  readonly sendMail: boolean;
  readonly resetRedemption: boolean;
  readonly inviter: Inviter;
  readonly state: InvitationState;
  readonly mailId: MailId | undefined;
  readonly createdAt: Date;
  readonly expiresAt: Date | undefined;
  readonly acceptedAt: Date | undefined;
  readonly revokedAt: Date | undefined;
}

/** The state at a moment: a pending invitation past its end has expired. */
export function invitationState(
  stored: { readonly state: StoredInvitationState; readonly expiresAt: Date | null },
  now: Date,
): InvitationState {
  const ended = stored.expiresAt !== null && stored.expiresAt.getTime() <= now.getTime();
  return stored.state === "pending" && ended ? "expired" : stored.state;
}
