import { type DomainName, parseDomainName } from "../../../foundation/domain-name.ts";

/** Kept short so that the domain part of a user principal name stays within 48 characters. */
const namePattern = /^[a-z0-9](?:[a-z0-9-]{0,25}[a-z0-9])?$/;

const suffix = "guesthouse.internal";

/** The domain every tenant gets at creation; undefined when the name cannot be part of one. */
export function initialDomain(name: string): DomainName | undefined {
  const lowered = name.toLowerCase();
  return namePattern.test(lowered) ? parseDomainName(`${lowered}.${suffix}`) : undefined;
}

/** Whether a domain lies where initial domains are given out: nobody can own one there. */
export function isReservedDomain(domain: DomainName): boolean {
  return domain === suffix || domain.endsWith(`.${suffix}`);
}
