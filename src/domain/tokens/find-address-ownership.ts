import type { Machine } from "../../platform/machine.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { homeTenantOfIssuer } from "../directory/rules/external-identity.ts";
import type { Tenant } from "../directory/rules/tenant.ts";
import type { User } from "../directory/rules/user.ts";
import { type AddressOwnership, addressOwnership } from "./rules/address-ownership.ts";
import type { SignInEvidence } from "./rules/authorization-grant.ts";
import { claimsAboutAddresses } from "./rules/optional-claims.ts";
import type { WantedClaims } from "./rules/wanted-claims.ts";

/** Which of a person's addresses are known to be theirs; undefined when none of these claims tells it. */
export async function findAddressOwnership(
  machine: Machine,
  tenant: Tenant,
  user: User,
  signIn: SignInEvidence,
  ...wanted: readonly WantedClaims[]
): Promise<AddressOwnership | undefined> {
  if (!wanted.some((claims) => claimsAboutAddresses.some((name) => claims.has(name)))) return undefined;
  const homeTenantId = signIn.authenticatedBy && homeTenantOfIssuer(signIn.authenticatedBy.issuer);
  const home = homeTenantId && (await findTenant(machine.database, homeTenantId));
  return addressOwnership(user, signIn, [...tenant.verifiedDomains, ...(home ? home.verifiedDomains : [])]);
}
