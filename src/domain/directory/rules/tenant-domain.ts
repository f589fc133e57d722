import type { DomainName } from "../../../foundation/domain-name.ts";

/** A domain of a tenant. Until it is verified it is a wish, and vouches for nothing. */
export interface TenantDomain {
  readonly name: DomainName;
  /** `<name>.guesthouse.internal`, which cannot be removed. */
  readonly isInitial: boolean;
  readonly isDefault: boolean;
  readonly verifiedAt: Date | undefined;
  /** What its owner publishes to prove it; undefined where that was known from the start. */
  readonly verificationText: string | undefined;
}

/** The TXT record that proves a domain: no other tenant is given the same code. */
export function verificationText(code: string): string {
  return `guesthouse-verification=${code}`;
}
