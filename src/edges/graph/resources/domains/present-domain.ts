import type { TenantDomain } from "../../../../domain/directory/rules/tenant-domain.ts";

/** A domain as the wire shows it; what it could be used for elsewhere is nothing here. */
export function presentDomain(domain: TenantDomain): Record<string, unknown> {
  return {
    id: domain.name,
    authenticationType: "Managed",
    availabilityStatus: null,
    isAdminManaged: true,
    isDefault: domain.isDefault,
    isInitial: domain.isInitial,
    isRoot: true,
    isVerified: domain.verifiedAt !== undefined,
    supportedServices: domain.verifiedAt === undefined ? [] : ["Email"],
    state: null,
  };
}
