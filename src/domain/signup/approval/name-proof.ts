import type { TenantId } from "../../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../../platform/database/database.ts";
import { findTenant } from "../../directory/find-tenant.ts";
import { homeTenantOfIssuer } from "../../directory/rules/external-identity.ts";
import { findProvider } from "../../federation/find-provider.ts";
import type { AskingPerson } from "../rules/sign-up-request.ts";

/** Who vouches for a person that asks: their organisation or a provider by its name; undefined for a mailed code. */
export async function nameProof(
  handle: DatabaseHandle,
  tenantId: TenantId,
  { identity, person, isOwnAddress }: Pick<AskingPerson, "identity" | "person" | "isOwnAddress">,
): Promise<string | undefined> {
  if (isOwnAddress) return undefined;
  if (person.providerId !== undefined)
    return (await findProvider(handle, tenantId, person.providerId))?.displayName ?? identity.issuer;
  const homeTenantId = homeTenantOfIssuer(identity.issuer);
  if (homeTenantId === undefined) return undefined;
  const home = await findTenant(handle, homeTenantId);
  return home && `${home.displayName} (${home.primaryDomain})`;
}
