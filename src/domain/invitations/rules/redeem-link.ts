import type { InvitationId, TenantId } from "../../../foundation/identifiers.ts";

/** The address a guest opens to accept. The ticket is the secret; the ids only say where to look it up. */
export function redeemLink(
  publicUrl: string,
  link: { readonly tenantId: TenantId; readonly invitationId: InvitationId; readonly ticket: string },
): string {
  const query = new URLSearchParams({
    tenant: link.tenantId,
    invitation: link.invitationId,
    ticket: link.ticket,
  });
  return `${publicUrl}/redeem?${query}`;
}
