import { domainToASCII } from "node:url";

/**
 * A DNS name with at least two labels (RFC 1123 section 2.1), in lower case; internationalised names are in their
 * xn-- form (RFC 5891 section 4), so that both spellings of a name are one.
 */
export type DomainName = string & { readonly __brand: "DomainName" };

const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const domainPattern = new RegExp(`^${label}(?:\\.${label})+$`);

/** Parses a domain name typed by a person; returns undefined when it is none. */
export function parseDomainName(text: string): DomainName | undefined {
  const typed = text.trim();
  // Only what is shaped like a name is converted: the conversion would forgive blanks, ports and percent signs.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(typed)) return undefined;
  const name = domainToASCII(typed);
  return name.length <= 253 && domainPattern.test(name) ? (name as DomainName) : undefined;
}
