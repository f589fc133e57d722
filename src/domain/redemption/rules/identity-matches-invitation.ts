import type { User } from "../../directory/rules/user.ts";

/**
 * Whether somebody may accept as this guest: their provider must vouch for an address the guest was invited by.
 * The address only opens the door this once; from then on the identity (issuer, subject) is the key.
 */
export function identityMatchesInvitation(guest: User, provenAddresses: readonly string[]): boolean {
  const invited = new Set(
    [guest.mail, ...guest.otherMails].flatMap((address) => (address ? [address.toLowerCase()] : [])),
  );
  return provenAddresses.some((address) => invited.has(address.toLowerCase()));
}
