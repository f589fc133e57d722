import { emailDomain } from "../../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../../platform/database/database.ts";
import { findUser } from "../../directory/find-user.ts";
import { homeTenantOfIssuer } from "../../directory/rules/external-identity.ts";
import { domainsOf } from "../../federation/domains-of-provider.ts";
import { findProvider } from "../../federation/find-provider.ts";
import type { AskingPerson } from "../rules/sign-up-request.ts";

/**
 * Whether what somebody asked with still counts: the provider may vouch for the domain, or their organisation still has
 * them. A request may be a month old, and is decided without the person. A provider that is switched off is no way of
 * the offer.
 */
export async function isStillProven(
  handle: DatabaseHandle,
  tenantId: TenantId,
  { identity, person, address, isOwnAddress }: AskingPerson,
): Promise<boolean> {
  if (person.providerId !== undefined) {
    const provider = await findProvider(handle, tenantId, person.providerId);
    return provider !== undefined && (isOwnAddress || domainsOf(provider).includes(emailDomain(address)));
  }
  const homeTenantId = homeTenantOfIssuer(identity.issuer);
  if (homeTenantId === undefined) return true;
  return (await findUser(handle, homeTenantId, identity.subject as UserId))?.accountEnabled === true;
}
