import type {
  ApplicationId,
  Branded,
  InvitationId,
  MailId,
  TenantId,
  UserId,
} from "../../../foundation/identifiers.ts";
import type { JsonWithDefault, Optional, WithDefault } from "./column-types.ts";

// Tables of invitations and of the mails that wait.

export interface InvitationTable {
  tenantId: TenantId;
  invitationId: InvitationId;
  userId: UserId;
  email: string;
  displayName: Optional<string>;
  redirectUrl: string;
  applicationId: Optional<ApplicationId>;
  messageBody: Optional<string>;
  messageLanguage: Optional<string>;
  ccRecipients: JsonWithDefault<MailRecipient[]>;
  sendMail: boolean;
  resetRedemption: WithDefault<boolean>;
  inviterKind: "user" | "application" | "operator";
  inviterId: Optional<Branded<string>>;
  inviterName: string;
  inviterEmail: Optional<string>;
  tokenHash: Buffer;
  state: "pending" | "accepted" | "revoked";
  mailId: Optional<MailId>;
  createdAt: Date;
  expiresAt: Optional<Date>;
  acceptedAt: Optional<Date>;
  revokedAt: Optional<Date>;
}

export interface MailRecipient {
  readonly name: string | null;
  readonly address: string;
}

export interface MailTable {
  tenantId: TenantId;
  mailId: MailId;
  purpose: "invitation" | "one-time-code" | "sign-up-approval" | "second-factor";
  messageId: string;
  recipients: string[];
  /** Encrypted while queued; erased once the mail server has taken it. */
  contentEncrypted: Optional<Buffer>;
  state: "queued" | "sent" | "failed";
  attempts: WithDefault<number>;
  serverAnswer: Optional<string>;
  failure: Optional<string>;
  createdAt: Date;
  sentAt: Optional<Date>;
}
