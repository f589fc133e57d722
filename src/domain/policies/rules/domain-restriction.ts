import type { DomainName } from "../../../foundation/domain-name.ts";
import { emailDomain, parseEmailAddress } from "../../../foundation/email-address.ts";

/** With whom a tenant works together, by the domain of their address. */
export interface DomainRestriction {
  /** `none`: with everybody; `allow`: only with those in the list; `deny`: with everybody else. */
  readonly kind: "none" | "allow" | "deny";
  /** Empty exactly where there is no restriction. */
  readonly domains: readonly RestrictedDomain[];
}

/** A domain in the list, alone or with everything below it. */
export interface RestrictedDomain {
  readonly domain: DomainName;
  readonly includesSubdomains: boolean;
}

export const noDomainRestriction: DomainRestriction = { kind: "none", domains: [] };
export const mostRestrictedDomains = 5_000;

/** Whether people with addresses in a domain may become guests. Names are compared whole, in the form of the DNS. */
export function isDomainOpen({ kind, domains }: DomainRestriction, domain: DomainName): boolean {
  if (kind === "none") return true;
  const isListed = domains.some(
    (listed) =>
      domain === listed.domain || (listed.includesSubdomains && domain.endsWith(`.${listed.domain}`)),
  );
  return isListed === (kind === "allow");
}

/** The same by an address; what is none is open only where everything is. */
export function isAddressOpen(restriction: DomainRestriction, address: string): boolean {
  const parsed = parseEmailAddress(address);
  return parsed === undefined ? restriction.kind === "none" : isDomainOpen(restriction, emailDomain(parsed));
}
