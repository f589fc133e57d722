import { type Insertable, type Selectable, type SqlBool, sql } from "kysely";
import type { EmailAddress } from "../../foundation/email-address.ts";
import type {
  Branded,
  InvitationId,
  ServicePrincipalId,
  TenantId,
  UserId,
} from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { InvitationTable } from "../../platform/database/schema/invitation-tables.ts";
import { type Invitation, type Inviter, invitationState } from "./rules/invitation.ts";

/** Adds invitations, each with the digest of its ticket. */
export async function insertInvitations(
  transaction: DatabaseTransaction,
  invitations: readonly { readonly invitation: Invitation; readonly ticketDigest: Buffer }[],
): Promise<void> {
  if (invitations.length === 0) return;
  const rows = invitations.map(({ invitation, ticketDigest }) => invitationRow(invitation, ticketDigest));
  await transaction.insertInto("invitation").values(rows).execute();
}

/** One invitation, with the digest that its ticket must have. */
export async function selectInvitation(
  handle: DatabaseHandle,
  tenantId: TenantId,
  invitationId: InvitationId,
  now: Date,
): Promise<{ invitation: Invitation; ticketDigest: Buffer } | undefined> {
  const row = await handle
    .selectFrom("invitation")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("invitationId", "=", invitationId)
    .executeTakeFirst();
  return row && { invitation: invitationFromRow(row, now), ticketDigest: row.tokenHash };
}

/** All invitations of one guest, newest first. */
export async function selectInvitationsOfUser(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
  now: Date,
): Promise<Invitation[]> {
  const rows = await handle
    .selectFrom("invitation")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .orderBy("createdAt", "desc")
    .orderBy("invitationId", "desc")
    .execute();
  return rows.map((row) => invitationFromRow(row, now));
}

/** Ends every pending invitation of these guests; returns how many there were. */
export async function endPendingInvitations(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  userIds: readonly UserId[],
  end: { readonly state: "accepted" | "revoked"; readonly at: Date },
): Promise<number> {
  if (userIds.length === 0) return 0;
  const ended = await transaction
    .updateTable("invitation")
    .set(
      end.state === "accepted"
        ? { state: end.state, acceptedAt: end.at }
        : { state: end.state, revokedAt: end.at },
    )
    .where("tenantId", "=", tenantId)
    .where(sql<SqlBool>`user_id = any(${userIds}::uuid[])`)
    .where("state", "=", "pending")
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

export interface InvitationPageQuery {
  readonly inviterId?: UserId | ServicePrincipalId | undefined;
  readonly limit: number;
  readonly before?: InvitationPosition | undefined;
}

/** The last invitation of a page. */
export interface InvitationPosition {
  readonly createdAt: Date;
  readonly invitationId: InvitationId;
}

/**
 * One page of the newest invitation of each guest, newest first. Of a guest invited several times the earlier
 * ones are left out; of those only the same inviter's count when the page is one inviter's.
 */
export async function selectInvitationPage(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: InvitationPageQuery,
  now: Date,
): Promise<Invitation[]> {
  const { inviterId, before } = query;
  let select = handle
    .selectFrom("invitation as shown")
    .selectAll("shown")
    .where("shown.tenantId", "=", tenantId)
    .where(
      sql<SqlBool>`not exists (select from invitation later
        where later.tenant_id = shown.tenant_id and later.user_id = shown.user_id
          and (later.created_at, later.invitation_id) > (shown.created_at, shown.invitation_id)
          and (${inviterId ?? null}::uuid is null or later.inviter_id = ${inviterId ?? null}::uuid))`,
    )
    .orderBy("shown.createdAt", "desc")
    .orderBy("shown.invitationId", "desc")
    .limit(query.limit);
  if (inviterId) select = select.where(sql<SqlBool>`shown.inviter_id = ${inviterId}::uuid`);
  if (before)
    select = select.where(
      sql<SqlBool>`(shown.created_at, shown.invitation_id) < (${before.createdAt}::timestamptz, ${before.invitationId}::uuid)`,
    );
  const rows = await select.execute();
  return rows.map((row) => invitationFromRow(row, now));
}

function invitationFromRow(row: Selectable<InvitationTable>, now: Date): Invitation {
  return {
    tenantId: row.tenantId,
    invitationId: row.invitationId,
    userId: row.userId,
    email: row.email as EmailAddress,
    displayName: row.displayName ?? undefined,
    redirectUrl: row.redirectUrl,
    applicationId: row.applicationId ?? undefined,
    messageBody: row.messageBody ?? undefined,
    messageLanguage: row.messageLanguage ?? undefined,
    copyRecipients: row.ccRecipients,
    sendMail: row.sendMail,
    resetRedemption: row.resetRedemption,
    inviter: inviterFromRow(row),
    state: invitationState(row, now),
    mailId: row.mailId ?? undefined,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt ?? undefined,
    acceptedAt: row.acceptedAt ?? undefined,
    revokedAt: row.revokedAt ?? undefined,
  };
}

function inviterFromRow(row: Selectable<InvitationTable>): Inviter {
  const { inviterKind: kind, inviterName: name } = row;
  if (kind === "user" && row.inviterId !== null)
    return { kind, userId: row.inviterId as string as UserId, name, email: row.inviterEmail ?? undefined };
  if (kind === "application" && row.inviterId !== null)
    return { kind, servicePrincipalId: row.inviterId as string as ServicePrincipalId, name };
  return { kind: "operator", name };
}

function invitationRow(invitation: Invitation, ticketDigest: Buffer): Insertable<InvitationTable> {
  const { inviter, state } = invitation;
  return {
    tenantId: invitation.tenantId,
    invitationId: invitation.invitationId,
    userId: invitation.userId,
    email: invitation.email,
    displayName: invitation.displayName ?? null,
    redirectUrl: invitation.redirectUrl,
    applicationId: invitation.applicationId ?? null,
    messageBody: invitation.messageBody ?? null,
    messageLanguage: invitation.messageLanguage ?? null,
    ccRecipients: JSON.stringify(invitation.copyRecipients),
    sendMail: invitation.sendMail,
    resetRedemption: invitation.resetRedemption,
    inviterKind: inviter.kind,
    inviterId: inviterIdOf(inviter) ?? null,
    inviterName: inviter.name,
    inviterEmail: inviter.kind === "user" ? (inviter.email ?? null) : null,
    tokenHash: ticketDigest,
    state: state === "expired" ? "pending" : state,
    mailId: invitation.mailId ?? null,
    createdAt: invitation.createdAt,
    expiresAt: invitation.expiresAt ?? null,
    acceptedAt: invitation.acceptedAt ?? null,
    revokedAt: invitation.revokedAt ?? null,
  };
}

function inviterIdOf(inviter: Inviter): Branded<string> | undefined {
  switch (inviter.kind) {
    case "user":
      return inviter.userId;
    case "application":
      return inviter.servicePrincipalId;
    case "operator":
      return undefined;
  }
}
