import { type DomainName, parseDomainName } from "../../../foundation/domain-name.ts";

/** Kept short so that the domain part of a user principal name stays within 48 characters. */
const namePattern = /^[a-z0-9](?:[a-z0-9-]{0,25}[a-z0-9])?$/;

/** The domain every tenant gets at creation; undefined when the name cannot be part of one. */
export function initialDomain(name: string): DomainName | undefined {
  const lowered = name.toLowerCase();
  return namePattern.test(lowered) ? parseDomainName(`${lowered}.guesthouse.internal`) : undefined;
}
