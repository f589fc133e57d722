import type { DomainName } from "../../../foundation/domain-name.ts";
import { type EmailAddress, emailDomain, parseEmailAddress } from "../../../foundation/email-address.ts";

/** An address that a provider stated, and whether it says to have checked it. */
export interface StatedAddress {
  readonly address: string;
  readonly isVerified: boolean;
}

/** Why a provider's statement proves no address. */
export type AddressProblem = "address-missing" | "address-not-verified" | "address-outside-domains";

/**
 * Of the addresses a provider stated, those it proves: verified there, and in a domain it may speak for.
 * An address is an attribute and never the key of an identity; it only says which invitation somebody may accept.
 */
export function vouchedAddresses(
  stated: readonly StatedAddress[],
  domains: readonly DomainName[],
): readonly EmailAddress[] {
  return stated
    .filter(({ isVerified }) => isVerified)
    .map(({ address }) => parseEmailAddress(address))
    .filter((address) => address !== undefined)
    .filter((address) => domains.includes(emailDomain(address)));
}

/** What keeps a statement from proving any address; undefined when it proves one. */
export function addressProblem(
  stated: readonly StatedAddress[],
  domains: readonly DomainName[],
): AddressProblem | undefined {
  if (vouchedAddresses(stated, domains).length > 0) return undefined;
  const readable = stated.filter(({ address }) => parseEmailAddress(address) !== undefined);
  if (readable.length === 0) return "address-missing";
  return readable.some(({ isVerified }) => isVerified) ? "address-outside-domains" : "address-not-verified";
}
