import type { InvitationId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findUser } from "../directory/find-user.ts";
import { findInvitation } from "../invitations/find-invitation.ts";
import type { Invitation } from "../invitations/rules/invitation.ts";
import { readDomainRestriction } from "../policies/read-domain-policy.ts";
import { isAddressOpen } from "../policies/rules/domain-restriction.ts";

/** An invitation with what keeps it from being accepted, if anything does. */
export interface InvitationStanding {
  readonly invitation: Invitation;
  readonly userId: UserId;
  readonly email: string;
  readonly problem:
    | "invitation-expired"
    | "invitation-revoked"
    | "invitation-accepted"
    | "guest-deleted"
    | "account-disabled"
    | "domain-refused"
    | undefined;
}

/** Reads an invitation as it stands now, together with its guest. */
export async function readInvitation(
  machine: Machine,
  tenantId: TenantId,
  invitationId: InvitationId,
): Promise<InvitationStanding | undefined> {
  const invitation = await findInvitation(machine.database, tenantId, invitationId, machine.clock());
  return invitation && standingOf(machine, invitation);
}

/** The same for an invitation that was found by its ticket. */
export async function standingOf(machine: Machine, invitation: Invitation): Promise<InvitationStanding> {
  const guest = await findUser(machine.database, invitation.tenantId, invitation.userId);
  const problem = !guest
    ? "guest-deleted"
    : !guest.accountEnabled
      ? "account-disabled"
      : invitation.state !== "pending"
        ? (`invitation-${invitation.state}` as const)
        : guest.redemptionState === "pending" && !(await isOpen(machine, invitation))
          ? "domain-refused"
          : undefined;
  return { invitation, userId: invitation.userId, email: invitation.email, problem };
}

/** Whoever has accepted before is not asked again; an open link of theirs only leads on. */
async function isOpen({ database }: Machine, { tenantId, email }: Invitation): Promise<boolean> {
  return isAddressOpen(await readDomainRestriction(database, tenantId), email);
}
