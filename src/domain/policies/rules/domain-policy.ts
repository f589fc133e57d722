import type { TenantId } from "../../../foundation/identifiers.ts";
import type { DomainRestriction } from "./domain-restriction.ts";

/** A tenant's list of domains as its administrators keep it; there is at most one. */
export interface DomainPolicy {
  readonly tenantId: TenantId;
  readonly policyId: string;
  readonly displayName: string;
  readonly description: string;
  /** False: a draft, which restricts nothing. */
  readonly isInForce: boolean;
  readonly restriction: DomainRestriction;
}
