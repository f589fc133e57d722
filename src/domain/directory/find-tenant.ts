import { type DomainName, parseDomainName } from "../../foundation/domain-name.ts";
import { parseGuid, type TenantId } from "../../foundation/identifiers.ts";
import type { Database, DatabaseHandle } from "../../platform/database/database.ts";
import { recentAnswers } from "../../platform/database/recent-answers.ts";
import type { Tenant } from "./rules/tenant.ts";
import { selectTenants } from "./tenant-store.ts";

const recent = recentAnswers<Tenant>(3);

/** The tenant with this id. */
export function findTenant(handle: DatabaseHandle, tenantId: TenantId): Promise<Tenant | undefined> {
  return recent.get(handle, tenantId, async (asked) => (await selectTenants(asked, { tenantId }))[0]);
}

/** The tenant with this GUID or verified domain, in any case of letters. */
export async function findTenantByName(
  handle: DatabaseHandle,
  idOrDomain: string,
): Promise<Tenant | undefined> {
  const tenantId = parseGuid<TenantId>(idOrDomain);
  if (tenantId) return findTenant(handle, tenantId);
  const domain = parseDomainName(idOrDomain);
  return domain && findTenantOwningDomain(handle, domain);
}

/** The tenant that has proved ownership of this domain. */
export function findTenantOwningDomain(
  handle: DatabaseHandle,
  domain: DomainName,
): Promise<Tenant | undefined> {
  return recent.get(handle, domain, async (asked) => (await selectTenants(asked, { domain }))[0]);
}

/** The tenant that was opened first: the deployment's own, or its only one. */
export async function findFirstTenant(handle: DatabaseHandle): Promise<Tenant | undefined> {
  return (await selectTenants(handle, "first"))[0];
}

/** All tenants of the deployment, oldest first. */
export function listTenants(handle: DatabaseHandle): Promise<Tenant[]> {
  return selectTenants(handle, "all");
}

/** To be called after every committed change of a tenant. */
export function forgetTenants(database: Database): void {
  recent.forget(database);
}
