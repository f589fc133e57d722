import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectDomainPolicy } from "./domain-policy-store.ts";
import type { DomainPolicy } from "./rules/domain-policy.ts";
import { type DomainRestriction, noDomainRestriction } from "./rules/domain-restriction.ts";

/** The list of domains that a tenant's administrators keep, in force or not. */
export function readDomainPolicy(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<DomainPolicy | undefined> {
  return selectDomainPolicy(handle, tenantId);
}

/** With whom a tenant works together at this moment. */
export async function readDomainRestriction(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<DomainRestriction> {
  const policy = await selectDomainPolicy(handle, tenantId);
  return policy?.isInForce ? policy.restriction : noDomainRestriction;
}
