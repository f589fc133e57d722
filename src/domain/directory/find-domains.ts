import type { DomainName } from "../../foundation/domain-name.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectDomains } from "./domain-store.ts";
import type { TenantDomain } from "./rules/tenant-domain.ts";

/** The domains of a tenant, verified or not, the initial one first. */
export function listDomains(handle: DatabaseHandle, tenantId: TenantId): Promise<TenantDomain[]> {
  return selectDomains(handle, tenantId);
}

/** A tenant's domain by name. */
export async function findDomain(
  handle: DatabaseHandle,
  tenantId: TenantId,
  name: DomainName,
): Promise<TenantDomain | undefined> {
  const [domain] = await selectDomains(handle, tenantId, name);
  return domain;
}
