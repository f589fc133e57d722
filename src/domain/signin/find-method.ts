import {
  emailDomain,
  type NormalizedEmailAddress,
  normalizeEmailAddress,
  parseEmailAddress,
} from "../../foundation/email-address.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findTenantOwningDomain } from "../directory/find-tenant.ts";
import { findExternalUsersByAddress, findMemberBySignInName, identitiesOf } from "../directory/find-user.ts";
import { readCollaborationSettings } from "../policies/read-collaboration-settings.ts";
import { homeRealm } from "./rules/home-realm.ts";
import type { Method } from "./rules/sign-in-facts.ts";

/** Home-realm discovery: how the owner of an address proves who they are to a tenant. Undefined: there is no way. */
export async function findMethod(
  machine: Machine,
  tenantId: TenantId | undefined,
  typed: string,
  byInvitation: boolean,
): Promise<Method | undefined> {
  const address = parseEmailAddress(typed);
  if (!address) return undefined;
  const { database } = machine;
  const [member, owner, linkedIssuer, settings] = await Promise.all([
    findMemberBySignInName(database, address),
    findTenantOwningDomain(database, emailDomain(address)),
    tenantId && issuerLinkedTo(machine, tenantId, normalizeEmailAddress(address)),
    tenantId && readCollaborationSettings(database, tenantId),
  ]);
  return homeRealm({
    address,
    tenantId,
    memberOf: member?.tenant.tenantId,
    domainOwner: owner?.tenantId,
    linkedIssuer,
    byInvitation,
    emailCodeEnabled: settings?.emailCodeEnabled ?? true,
  });
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
