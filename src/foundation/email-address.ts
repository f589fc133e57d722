import { type DomainName, parseDomainName } from "./domain-name.ts";

/** A mailbox address as the person typed it, checked for shape (RFC 5321 section 4.1.2, without quoted local parts). */
export type EmailAddress = string & { readonly __brand: "EmailAddress" };
/** The lower-case form under which addresses are compared and kept unique. */
export type NormalizedEmailAddress = string & { readonly __brand: "NormalizedEmailAddress" };

const localPartPattern = /^[\p{L}\p{N}_+'=^~&#!$%*?{}|`/-]+(?:\.[\p{L}\p{N}_+'=^~&#!$%*?{}|`/-]+)*$/u;
/** RFC 5321 section 4.5.3.1: 64 octets before the at sign, 254 in all. */
const longestLocalPart = 64;
const longestAddress = 254;

/**
 * Parses an address typed by a person; blanks around it are dropped. Returns undefined when it is not an address.
 * Letters of a compatible form become the usual ones (Unicode NFKC: full-width letters, the Kelvin sign), so that
 * mail goes to the very address that is compared: some of them turn into ASCII in lower case.
 */
export function parseEmailAddress(text: string): EmailAddress | undefined {
  const trimmed = text.normalize("NFKC").trim();
  const at = trimmed.lastIndexOf("@");
  if (at < 1 || trimmed.length > longestAddress) return undefined;
  const localPart = trimmed.slice(0, at);
  const domain = parseDomainName(trimmed.slice(at + 1));
  if (domain === undefined || localPart.length > longestLocalPart || !localPartPattern.test(localPart))
    return undefined;
  return trimmed as EmailAddress;
}

/** The form in which two spellings of one address are equal. */
export function normalizeEmailAddress(address: EmailAddress): NormalizedEmailAddress {
  return address.toLowerCase() as NormalizedEmailAddress;
}

/** The domain of an address, in the one form in which domains are compared. */
export function emailDomain(address: EmailAddress | NormalizedEmailAddress): DomainName {
  const domain = parseDomainName(address.slice(address.lastIndexOf("@") + 1));
  if (domain === undefined) throw new Error("an e-mail address has a domain");
  return domain;
}

/** The address with most of its local part hidden, for pages shown before a person has proved who they are. */
export function maskEmailAddress(address: EmailAddress | NormalizedEmailAddress): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
}
