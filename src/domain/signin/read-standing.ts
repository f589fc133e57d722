import { normalizeEmailAddress, parseEmailAddress } from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { findExternalUsersByAddress, findUser, findUserByIdentity } from "../directory/find-user.ts";
import { homeTenantOfIssuer } from "../directory/rules/external-identity.ts";
import type { User } from "../directory/rules/user.ts";
import { addressesVouchedFor } from "../federation/connectors/tenant/tenant-identity.ts";
import { domainsOf } from "../federation/domains-of-provider.ts";
import { findProvider } from "../federation/find-provider.ts";
import { vouchedAddresses } from "../federation/rules/vouched-addresses.ts";
import { readCollaborationSettings } from "../policies/read-collaboration-settings.ts";
import { readDomainRestriction } from "../policies/read-domain-policy.ts";
import { isAddressOpen } from "../policies/rules/domain-restriction.ts";
import type { AccountStanding, Standing } from "./rules/account-standing.ts";
import type { SessionAccount, SessionProvider } from "./rules/session-account.ts";

/**
 * What a signed-in account is to a tenant. The identity (issuer, subject) is asked first; addresses only matter to
 * somebody who has been invited and has not accepted. Returns undefined when the account's own home no longer stands
 * behind it (member deleted, disabled or to choose a new password, sessions revoked there).
 */
export async function readStanding(
  machine: Machine,
  account: SessionAccount,
  tenantId: TenantId | undefined,
): Promise<AccountStanding | undefined> {
  const { database } = machine;
  const { issuer, subject, provider } = account;
  if (provider) return standingThroughProvider(machine, account, provider, tenantId);
  const homeTenantId = homeTenantOfIssuer(issuer);
  const [member, linked] = await Promise.all([
    homeTenantId && findUser(database, homeTenantId, subject as UserId),
    tenantId && tenantId !== homeTenantId
      ? findUserByIdentity(database, tenantId, issuer, subject)
      : undefined,
  ]);
  // A mailbox proves nothing to a tenant that allows no codes, wherever the code was entered.
  if (homeTenantId === undefined && tenantId && !(await allowsMailedCodes(machine, tenantId)))
    return undefined;
  if (homeTenantId === undefined)
    return withStanding(machine, { account, tenantId, linked }, account.email ? [account.email] : []);
  if (!member) return undefined;
  if (homeTenantId === tenantId)
    return { account, standing: { kind: "user", user: member }, provenAddresses: [] };
  if (!member.accountEnabled || member.mustChangePassword) return undefined;
  if (account.authenticatedAt < member.sessionsValidFrom) return undefined;
  const home = await findTenant(database, homeTenantId);
  return home && withStanding(machine, { account, tenantId, linked }, addressesVouchedFor(home, member));
}

async function allowsMailedCodes({ database }: Machine, tenantId: TenantId): Promise<boolean> {
  return (await readCollaborationSettings(database, tenantId)).emailCodeEnabled;
}

/**
 * Somebody whom a tenant's own provider vouches for. Only that tenant takes its word, and only while it still trusts
 * the provider and has it switched on; what it may speak for is asked anew each time.
 */
async function standingThroughProvider(
  machine: Machine,
  account: SessionAccount,
  proof: SessionProvider,
  tenantId: TenantId | undefined,
): Promise<AccountStanding | undefined> {
  if (tenantId === undefined) return { account, standing: { kind: "stranger" }, provenAddresses: [] };
  if (proof.tenantId !== tenantId) return undefined;
  const provider = await findProvider(machine.database, tenantId, proof.providerId);
  if (!provider?.isEnabled) return undefined;
  const linked = await findUserByIdentity(machine.database, tenantId, account.issuer, account.subject);
  const stated = proof.statedAddresses.map((address) => ({ address, isVerified: true }));
  return withStanding(machine, { account, tenantId, linked }, vouchedAddresses(stated, domainsOf(provider)));
}

/** Somebody from outside, and the user of the tenant who is linked to them. */
interface Outsider {
  readonly account: SessionAccount;
  readonly tenantId: TenantId | undefined;
  readonly linked: User | undefined;
}

async function withStanding(
  machine: Machine,
  outsider: Outsider,
  provenAddresses: readonly string[],
): Promise<AccountStanding> {
  const standing = await standingOfOutsider(machine, outsider, provenAddresses);
  return { account: outsider.account, standing, provenAddresses };
}

async function standingOfOutsider(
  machine: Machine,
  { account, tenantId, linked }: Outsider,
  provenAddresses: readonly string[],
): Promise<Standing> {
  if (tenantId === undefined) return { kind: "stranger" };
  if (linked) return { kind: "user", user: linked };
  const invited = await findInvited(machine, tenantId, provenAddresses);
  if (!invited) return { kind: "stranger" };
  if (invited.redemptionState === "pending") {
    const restriction = await readDomainRestriction(machine.database, tenantId);
    const isDomainOpen = invited.mail === undefined || isAddressOpen(restriction, invited.mail);
    return { kind: "pending-guest", user: invited, isDomainOpen };
  }
  // Accepted, by whom? Perhaps by this very account, after its link was looked for: in another tab, by a second click.
  const { issuer, subject } = account;
  const linkedMeanwhile = await findUserByIdentity(machine.database, tenantId, issuer, subject);
  return linkedMeanwhile
    ? { kind: "user", user: linkedMeanwhile }
    : { kind: "other-provider", user: invited };
}

/** Somebody invited by one of the addresses; a pending one before an accepted one. */
async function findInvited(
  machine: Machine,
  tenantId: TenantId,
  provenAddresses: readonly string[],
): Promise<User | undefined> {
  const found: User[] = [];
  for (const text of provenAddresses) {
    const address = parseEmailAddress(text);
    if (!address) continue;
    found.push(
      ...(await findExternalUsersByAddress(machine.database, tenantId, normalizeEmailAddress(address))),
    );
  }
  return found.find((user) => user.redemptionState === "pending") ?? found[0];
}
