import { normalizeEmailAddress, parseEmailAddress } from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { findExternalUsersByAddress, findUser, findUserByIdentity } from "../directory/find-user.ts";
import { homeTenantOfIssuer } from "../directory/rules/external-identity.ts";
import type { User } from "../directory/rules/user.ts";
import { addressesVouchedFor } from "../federation/connectors/tenant/tenant-identity.ts";
import type { AccountStanding, Standing } from "./rules/account-standing.ts";
import type { SessionAccount } from "./rules/session-account.ts";

/**
 * What a signed-in account is to a tenant. The identity (issuer, subject) is asked first; addresses only matter to
 * somebody who has been invited and has not accepted. Returns undefined when the account's own home no longer stands
 * behind it (member deleted or disabled, sessions revoked there).
 */
export async function readStanding(
  machine: Machine,
  account: SessionAccount,
  tenantId: TenantId | undefined,
): Promise<AccountStanding | undefined> {
  const homeTenantId = homeTenantOfIssuer(account.issuer);
  if (homeTenantId === undefined) {
    return withStanding(machine, account, tenantId, account.email ? [account.email] : []);
  }
  const member = await findUser(machine.database, homeTenantId, account.subject as UserId);
  if (!member) return undefined;
  if (homeTenantId === tenantId)
    return { account, standing: { kind: "user", user: member }, provenAddresses: [] };
  if (!member.accountEnabled || account.authenticatedAt < member.sessionsValidFrom) return undefined;
  const home = await findTenant(machine.database, homeTenantId);
  return home && withStanding(machine, account, tenantId, addressesVouchedFor(home, member));
}

async function withStanding(
  machine: Machine,
  account: SessionAccount,
  tenantId: TenantId | undefined,
  provenAddresses: readonly string[],
): Promise<AccountStanding> {
  const standing: Standing =
    tenantId === undefined
      ? { kind: "stranger" }
      : await standingOfOutsider(machine, account, tenantId, provenAddresses);
  return { account, standing, provenAddresses };
}

async function standingOfOutsider(
  machine: Machine,
  account: SessionAccount,
  tenantId: TenantId,
  provenAddresses: readonly string[],
): Promise<Standing> {
  const linked = await findUserByIdentity(machine.database, tenantId, account.issuer, account.subject);
  if (linked) return { kind: "user", user: linked };
  const invited = await findInvited(machine, tenantId, provenAddresses);
  if (!invited) return { kind: "stranger" };
  return { kind: invited.redemptionState === "pending" ? "pending-guest" : "other-provider", user: invited };
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
