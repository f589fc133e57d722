import type { TenantId } from "../../../foundation/identifiers.ts";
import { homeTenantOfIssuer } from "../../directory/rules/external-identity.ts";
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
  /** True when an invitation's ticket brought the person here. */
  readonly byInvitation: boolean;
  readonly emailCodeEnabled: boolean;
}

/**
 * The way a person proves who they are: the provider they accepted with, else their home tenant, else a mailed code.
 *
 * Without a ticket the answer depends on the domain and not on whether the very address is known, so that the
 * page does not tell who has an account; with one, somebody without an account in the domain's tenant gets a code.
 */
export function homeRealm(known: AddressKnowledge): Method | undefined {
  const { address } = known;
  if (known.linkedIssuer !== undefined) {
    const homeTenantId = homeTenantOfIssuer(known.linkedIssuer);
    return homeTenantId ? { kind: "tenant", homeTenantId, address } : { kind: "email-code", address };
  }
  const home = known.memberOf ?? (known.byInvitation ? undefined : known.domainOwner);
  if (home !== undefined) return methodAtTenant(home, known.tenantId, address);
  return known.emailCodeEnabled ? { kind: "email-code", address } : undefined;
}

/** Signing in at the tenant itself is by password; at any other it is a detour. */
export function methodAtTenant(home: TenantId, tenantId: TenantId | undefined, address: string): Method {
  return home === tenantId ? { kind: "password", address } : { kind: "tenant", homeTenantId: home, address };
}
