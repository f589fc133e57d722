import type { InvitationId, TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findUser } from "../directory/find-user.ts";
import { lockUser } from "../directory/lock-user.ts";
import { recordRedemption } from "../directory/record-redemption.ts";
import type { ExternalIdentity } from "../directory/rules/external-identity.ts";
import type { User } from "../directory/rules/user.ts";
import { markInvitationsAccepted } from "../invitations/accept-invitations.ts";
import { findInvitation, findInvitationOfGuest } from "../invitations/find-invitation.ts";
import type { Invitation } from "../invitations/rules/invitation.ts";
import { readDomainRestriction } from "../policies/read-domain-policy.ts";
import { isAddressOpen } from "../policies/rules/domain-restriction.ts";
import { identityMatchesInvitation } from "./rules/identity-matches-invitation.ts";

export interface RedeemInput {
  readonly tenantId: TenantId;
  readonly userId: UserId;
  /** The invitation whose link was opened; undefined when the guest came straight to an application. */
  readonly invitationId: InvitationId | undefined;
  readonly identity: ExternalIdentity;
  readonly provenAddresses: readonly string[];
}

export type RedeemRefusal =
  | "guest-deleted"
  | "account-disabled"
  | "invitation-expired"
  | "invitation-revoked"
  | "domain-refused"
  | "address-not-proven"
  | "identity-taken"
  | "already-accepted";

/**
 * Accepts an invitation for a proven identity. Every gate is checked here again, whatever page the person came
 * from; of several at once exactly one wins by compare-and-set.
 */
export async function redeemInvitation(
  machine: Machine,
  circumstances: Circumstances,
  input: RedeemInput,
): Promise<Result<User, { readonly code: RedeemRefusal }>> {
  const now = machine.clock();
  const outcome = await machine.database.transaction().execute(async (transaction) => {
    // Locked before the gates are looked at: who disables the guest or withdraws the invitation comes before or after.
    const guest = await lockUser(transaction, input.tenantId, input.userId);
    const invitation = await decisiveInvitation(transaction, input, now);
    const restriction = await readDomainRestriction(transaction, input.tenantId);
    const invited = [guest?.mail, invitation?.state === "pending" ? invitation.email : undefined];
    const isOpen = (address: string | undefined) =>
      address === undefined || isAddressOpen(restriction, address);
    const obstacle = !guest
      ? "guest-deleted"
      : !guest.accountEnabled
        ? "account-disabled"
        : invitation?.state === "expired"
          ? "invitation-expired"
          : invitation?.state === "revoked"
            ? "invitation-revoked"
            : guest.redemptionState === "pending" && !invited.every(isOpen)
              ? "domain-refused"
              : identityMatchesInvitation(guest, input.provenAddresses.filter(isOpen))
                ? undefined
                : "address-not-proven";
    const written =
      obstacle ??
      (await recordRedemption(transaction, {
        tenantId: input.tenantId,
        userId: input.userId,
        identity: input.identity,
        now,
      }));
    if (written === "linked") await markInvitationsAccepted(transaction, input.tenantId, input.userId, now);
    if (written === "not-pending") return "already-accepted" as const;
    await recordEvent(transaction, now, circumstances, {
      tenantId: input.tenantId,
      activity: written === "linked" ? "invitation-redeemed" : "redemption-refused",
      result: written === "linked" ? "success" : "failure",
      ...(written !== "linked" && { reason: written }),
      target: { kind: "user", id: input.userId, name: guest?.userPrincipalName ?? "" },
      details: {
        identityProvider: input.identity.providerKind,
        issuer: input.identity.issuer,
        ...(input.invitationId && { invitationId: input.invitationId }),
      },
    });
    return written;
  });

  if (outcome !== "linked") return refuse({ code: outcome });
  const accepted = await findUser(machine.database, input.tenantId, input.userId);
  return accepted ? accept(accepted) : refuse({ code: "guest-deleted" });
}

/**
 * The invitation whose end or withdrawal counts: that of the link, or else the guest's own, so that going straight
 * to an application is no way around a revoked one. An accepted one says nothing once the guest has been reset.
 */
async function decisiveInvitation(
  handle: DatabaseTransaction,
  { tenantId, userId, invitationId }: RedeemInput,
  now: Date,
): Promise<Invitation | undefined> {
  const opened = invitationId && (await findInvitation(handle, tenantId, invitationId, now));
  if (opened && opened.state !== "accepted") return opened;
  return findInvitationOfGuest(handle, tenantId, userId, now);
}
