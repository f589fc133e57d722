import type { DomainName } from "../../../foundation/domain-name.ts";

/** Why a provider is not given a domain. */
export type DomainRefusal = "domain-verified-here" | "domain-not-proven";

/** What is known about a domain that a provider is to vouch for. */
export interface DomainKnowledge {
  readonly domain: DomainName;
  /** Verified domains of the tenant that adds the provider. */
  readonly ownDomains: readonly DomainName[];
  /** Where the provider sends people to sign in. */
  readonly signInUrl: string;
  /** TXT records published for the domain. */
  readonly records: readonly string[];
}

/**
 * A provider may vouch for a domain when it is at home there, or when the domain's owner says so in DNS. A tenant's own
 * domains cannot be federated: its members sign in at the tenant.
 */
export function mayFederateDomain(known: DomainKnowledge): DomainRefusal | undefined {
  if (known.ownDomains.includes(known.domain)) return "domain-verified-here";
  if (isAtHome(known.signInUrl, known.domain)) return undefined;
  return known.records.some((record) => allows(record, known.signInUrl)) ? undefined : "domain-not-proven";
}

/** The TXT record that the owner of a domain publishes to let a provider elsewhere vouch for it. */
export function recordToPublish(signInUrl: string): string {
  return `DirectFedAuthUrl=${signInUrl}`;
}

/** The host is the domain itself or below it. */
function isAtHome(signInUrl: string, domain: DomainName): boolean {
  const { hostname } = new URL(signInUrl);
  return hostname === domain || hostname.endsWith(`.${domain}`);
}

/** The address in the record is the sign-in address, whole or up to a boundary of its path. */
function allows(record: string, signInUrl: string): boolean {
  const match = /^DirectFedAuthUrl=(\S+)$/i.exec(record.trim());
  const named = URL.parse(match?.[1] ?? "");
  const used = new URL(signInUrl);
  if (named?.origin !== used.origin) return false;
  const path = named.pathname.replace(/\/$/, "");
  return used.pathname === path || used.pathname.startsWith(`${path}/`);
}
