import type { InvitationId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { hashOpaqueToken, sameDigest } from "../../platform/secrets/opaque-token.ts";
import { selectInvitation } from "./invitation-store.ts";
import type { Invitation } from "./rules/invitation.ts";

/** Compared with when there is no such invitation, so that both cases take the same time. */
const nobodysDigest = hashOpaqueToken("");

/** The invitation a link means, with its state at `now`; undefined unless tenant, invitation and ticket all fit. */
export async function findInvitationByTicket(
  handle: DatabaseHandle,
  tenantId: TenantId,
  invitationId: InvitationId,
  ticket: string,
  now: Date,
): Promise<Invitation | undefined> {
  const found = await selectInvitation(handle, tenantId, invitationId, now);
  const fits = sameDigest(found?.ticketDigest ?? nobodysDigest, hashOpaqueToken(ticket));
  return fits ? found?.invitation : undefined;
}
