import type { TenantId } from "../../../foundation/identifiers.ts";

/** Identity providers that a tenant sets up for itself. More kinds join with their connectors. */
export type FederatedProviderKind =
  | "openid-connect"
  | "google"
  | "microsoft"
  | "entra"
  | "linkedin"
  | "apple"
  | "facebook"
  | "github"
  | "saml"
  | "ws-federation"
  | "guesthouse";

/** How an identity was proved. */
export type IdentityProviderKind = "tenant" | "email-code" | FederatedProviderKind;

/**
 * Somebody as an identity provider names them. The pair (issuer, subject) is the key; an address is an attribute
 * and never one. Issuers inside this deployment do not contain the public address, which may change.
 */
export interface ExternalIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly providerKind: IdentityProviderKind;
  readonly email: string | undefined;
}

/** Issuer of people who proved control of a mailbox by a code; the subject is the normalized address. */
export const mailedCodeIssuer = "mail";

const tenantIssuerPrefix = "tenant:";

/** Issuer of people who signed in at another tenant of this deployment; the subject is their object id there. */
export function tenantIssuer(homeTenantId: TenantId): string {
  return `${tenantIssuerPrefix}${homeTenantId}`;
}

/** Whether an issuer is a name of this deployment's own, which no provider from outside may call itself. */
export function isOwnIssuer(issuer: string): boolean {
  return issuer === mailedCodeIssuer || issuer.startsWith(tenantIssuerPrefix);
}

/** The home tenant behind an issuer made by `tenantIssuer`, or undefined for any other issuer. */
export function homeTenantOfIssuer(issuer: string): TenantId | undefined {
  return issuer.startsWith(tenantIssuerPrefix)
    ? (issuer.slice(tenantIssuerPrefix.length) as TenantId)
    : undefined;
}

/** Whether somebody is a member of another organisation of Guesthouse, on this deployment or elsewhere. */
export function isOfOtherOrganisation({ issuer, providerKind }: ExternalIdentity): boolean {
  return providerKind === "guesthouse" || homeTenantOfIssuer(issuer) !== undefined;
}
