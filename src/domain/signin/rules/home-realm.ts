import type { ProviderId, TenantId } from "../../../foundation/identifiers.ts";
import { homeTenantOfIssuer, mailedCodeIssuer } from "../../directory/rules/external-identity.ts";
import type { RedemptionWay } from "../../policies/rules/collaboration-settings.ts";
import type { Method } from "./sign-in-facts.ts";

/** What is known about a typed or invited address. */
export interface AddressKnowledge {
  readonly address: string;
  /** The tenant signed in to; undefined for our own pages of no tenant. */
  readonly tenantId: TenantId | undefined;
  /** The tenant in which a member signs in with this address. */
  readonly memberOf: TenantId | undefined;
  /** The tenant that has verified the address's domain. */
  readonly domainOwner: TenantId | undefined;
  /** The issuer that a guest of the tenant with this address has accepted with. */
  readonly linkedIssuer: string | undefined;
  /** The tenant's provider of that issuer; undefined once it was removed. */
  readonly linkedProvider: ProviderId | undefined;
  /** The tenant's providers that may vouch for the address's domain. */
  readonly providers: { readonly [Way in RedemptionWay]: ProviderId | undefined };
  /** The order in which the tenant wants the ways tried. */
  readonly order: readonly RedemptionWay[];
  /** True when an invitation's ticket brought the person here. */
  readonly byInvitation: boolean;
  readonly emailCodeEnabled: boolean;
}

/**
 * The way a person proves who they are: the provider they accepted with, else the first of the tenant's order that
 * knows the address or its domain, else a mailed code. Members sign in at their own tenant whatever the order.
 *
 * Without a ticket the answer depends on the domain and not on whether the very address is known, so that the
 * page does not tell who has an account; with one, somebody without an account in the domain's tenant gets a code.
 */
export function homeRealm(known: AddressKnowledge): Method | undefined {
  const { address } = known;
  if (known.linkedIssuer !== undefined) return methodOfIssuer(known, known.linkedIssuer);
  const home = known.memberOf ?? (known.byInvitation ? undefined : known.domainOwner);
  if (home !== undefined && home === known.tenantId) return { kind: "password", address };
  for (const way of known.order) {
    if (way === "tenant" && home !== undefined) return methodAtTenant(home, known.tenantId, address);
    const providerId = known.providers[way];
    if (providerId !== undefined) return { kind: "provider", providerId, address };
  }
  return known.emailCodeEnabled ? { kind: "email-code", address } : undefined;
}

/** A guest stays with the provider they accepted with, also when it is gone: then there is no way until a reset. */
function methodOfIssuer(known: AddressKnowledge, issuer: string): Method | undefined {
  const { address, linkedProvider } = known;
  const homeTenantId = homeTenantOfIssuer(issuer);
  if (homeTenantId) return { kind: "tenant", homeTenantId, address };
  if (issuer === mailedCodeIssuer)
    return known.emailCodeEnabled ? { kind: "email-code", address } : undefined;
  return linkedProvider && { kind: "provider", providerId: linkedProvider, address };
}

/** Signing in at the tenant itself is by password; at any other it is a detour. */
export function methodAtTenant(home: TenantId, tenantId: TenantId | undefined, address: string): Method {
  return home === tenantId ? { kind: "password", address } : { kind: "tenant", homeTenantId: home, address };
}
