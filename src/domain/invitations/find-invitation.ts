import type { InvitationId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectInvitation, selectInvitationsOfUser } from "./invitation-store.ts";
import type { Invitation } from "./rules/invitation.ts";

/** An invitation by id, with its state at `now`. Knowing the id proves nothing: see `findInvitationByTicket`. */
export async function findInvitation(
  handle: DatabaseHandle,
  tenantId: TenantId,
  invitationId: InvitationId,
  now: Date,
): Promise<Invitation | undefined> {
  return (await selectInvitation(handle, tenantId, invitationId, now))?.invitation;
}

/**
 * The invitation that speaks for a guest who came without a link: a pending one if there is any, else the newest.
 * Whoever takes a guest through redemption without a link must refuse where this one has expired or was revoked.
 */
export async function findInvitationOfGuest(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
  now: Date,
): Promise<Invitation | undefined> {
  const invitations = await selectInvitationsOfUser(handle, tenantId, userId, now);
  return invitations.find((invitation) => invitation.state === "pending") ?? invitations[0];
}
