import {
  emailDomain,
  type NormalizedEmailAddress,
  normalizeEmailAddress,
  parseEmailAddress,
} from "../../foundation/email-address.ts";
import type { ProviderId, TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findTenantOwningDomain } from "../directory/find-tenant.ts";
import { findExternalUsersByAddress, findMemberBySignInName, identitiesOf } from "../directory/find-user.ts";
import { allConnectors } from "../federation/connectors/all-connectors.ts";
import { domainsOf } from "../federation/domains-of-provider.ts";
import { listProviders } from "../federation/find-provider.ts";
import type { ProviderGroup } from "../federation/rules/identity-provider.ts";
import { readCollaborationSettings } from "../policies/read-collaboration-settings.ts";
import { defaultCollaborationSettings } from "../policies/rules/collaboration-settings.ts";
import type { SignUpOffer } from "../signup/rules/sign-up-offer.ts";
import { type AddressKnowledge, homeRealm } from "./rules/home-realm.ts";
import type { Method } from "./rules/sign-in-facts.ts";
import { waysOfFlow } from "./rules/sign-up-ways.ts";

/** Home-realm discovery: how the owner of an address proves who they are to a tenant. Undefined: there is no way. */
export async function findMethod(
  machine: Machine,
  tenantId: TenantId | undefined,
  typed: string,
  byInvitation: boolean,
): Promise<Method | undefined> {
  const known = await knowAddress(machine, tenantId, typed, byInvitation);
  return known && homeRealm(known);
}

/**
 * The same for somebody who asks for an account by a flow: only its ways are open, but for who has an account here
 * already, and just signs in.
 */
export async function findSignUpMethod(
  machine: Machine,
  tenantId: TenantId,
  typed: string,
  offer: SignUpOffer,
): Promise<Method | undefined> {
  const known = await knowAddress(machine, tenantId, typed, false, offer.flow.providers);
  return known && homeRealm(waysOfFlow(known, offer));
}

/**
 * Whether a code by mail would do in place of a provider that failed: the tenant allows codes, and nobody has accepted
 * with this address by another way.
 */
export async function mayUseCodeInstead(
  machine: Machine,
  tenantId: TenantId,
  typed: string,
): Promise<boolean> {
  const known = await knowAddress(machine, tenantId, typed, true);
  return known?.emailCodeEnabled === true && known.linkedIssuer === undefined;
}

async function knowAddress(
  machine: Machine,
  tenantId: TenantId | undefined,
  typed: string,
  byInvitation: boolean,
  among?: readonly ProviderId[],
): Promise<AddressKnowledge | undefined> {
  const address = parseEmailAddress(typed);
  if (!address) return undefined;
  const { database } = machine;
  const domain = emailDomain(address);
  const [member, owner, linkedIssuer, settings, providers] = await Promise.all([
    findMemberBySignInName(database, address),
    findTenantOwningDomain(database, domain),
    tenantId && issuerLinkedTo(machine, tenantId, normalizeEmailAddress(address)),
    tenantId && readCollaborationSettings(database, tenantId),
    tenantId ? listProviders(database, tenantId) : [],
  ]);
  const { emailCodeEnabled, redemptionOrder } = settings ?? defaultCollaborationSettings;
  const vouching = providers.filter(
    (provider) =>
      provider.isEnabled &&
      domainsOf(provider).includes(domain) &&
      (among?.includes(provider.providerId) ?? true),
  );
  const ofGroup = (group: ProviderGroup) =>
    vouching.find((provider) => allConnectors[provider.kind].group === group)?.providerId;
  return {
    address,
    tenantId,
    memberOf: member?.tenant.tenantId,
    domainOwner: owner?.tenantId,
    linkedIssuer,
    linkedProvider: providers.find((provider) => provider.issuer === linkedIssuer)?.providerId,
    providers: {
      tenant: ofGroup("tenant"),
      "external-federation": ofGroup("external-federation"),
      social: ofGroup("social"),
    },
    order: redemptionOrder,
    byInvitation,
    emailCodeEnabled,
  };
}

/** The issuer with which a guest of this address has accepted, if one has. */
async function issuerLinkedTo(
  machine: Machine,
  tenantId: TenantId,
  address: NormalizedEmailAddress,
): Promise<string | undefined> {
  const guests = await findExternalUsersByAddress(machine.database, tenantId, address);
  const accepted = guests.filter((guest) => guest.redemptionState !== "pending");
  const identities = await identitiesOf(
    machine.database,
    tenantId,
    accepted.map((guest) => guest.userId),
  );
  return [...identities.values()][0]?.issuer;
}
