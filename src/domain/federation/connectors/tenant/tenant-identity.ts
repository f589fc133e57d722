import { emailDomain, parseEmailAddress } from "../../../../foundation/email-address.ts";
import { type ExternalIdentity, tenantIssuer } from "../../../directory/rules/external-identity.ts";
import type { Tenant } from "../../../directory/rules/tenant.ts";
import type { User } from "../../../directory/rules/user.ts";

/** A member of one tenant, as every other tenant of the deployment knows them. */
export function tenantIdentity(member: User): ExternalIdentity {
  return {
    issuer: tenantIssuer(member.tenantId),
    subject: member.userId,
    providerKind: "tenant",
    email: member.mail ?? member.userPrincipalName,
  };
}

/**
 * The addresses a tenant may vouch for on behalf of a member: only those in domains it has verified.
 * A `mail` that an administrator typed in a foreign domain proves nothing.
 */
export function addressesVouchedFor(home: Tenant, member: User): readonly string[] {
  return [member.userPrincipalName, member.mail, ...member.otherMails]
    .flatMap((text) => (text ? [parseEmailAddress(text)] : []))
    .filter((address) => address !== undefined)
    .filter((address) => home.verifiedDomains.includes(emailDomain(address)));
}
