/** A DNS name with at least two labels, in lower case (RFC 1123 section 2.1; internationalised names in their xn-- form or as typed letters). */
export type DomainName = string & { readonly __brand: "DomainName" };

const label = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
const domainPattern = new RegExp(`^${label}(?:\\.${label})+$`, "u");

/** Parses a domain name typed by a person; returns undefined when it is none. */
export function parseDomainName(text: string): DomainName | undefined {
  const name = text.trim().toLowerCase();
  return name.length <= 253 && domainPattern.test(name) ? (name as DomainName) : undefined;
}
