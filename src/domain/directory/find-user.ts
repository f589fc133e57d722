import {
  emailDomain,
  type NormalizedEmailAddress,
  normalizeEmailAddress,
  parseEmailAddress,
} from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { findTenantOwningDomain } from "./find-tenant.ts";
import { selectIdentities, selectSponsors } from "./identity-store.ts";
import { selectPasswordHash } from "./password-store.ts";
import type { ExternalIdentity } from "./rules/external-identity.ts";
import type { Sponsor } from "./rules/sponsor.ts";
import type { Tenant } from "./rules/tenant.ts";
import type { User } from "./rules/user.ts";
import { selectUsersByAddress } from "./user-address-store.ts";
import { selectUser, selectUserOfIdentity } from "./user-store.ts";

/** A user by object id: a living one, or with `includeDeleted` also one that was deleted and can come back. */
export async function findUser(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
  options: { readonly includeDeleted?: boolean } = {},
): Promise<User | undefined> {
  const user = await selectUser(handle, tenantId, userId);
  return user?.deletedAt && !options.includeDeleted ? undefined : user;
}

/** A living user by user principal name, in any case of letters. */
export async function findUserByPrincipalName(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userPrincipalName: string,
): Promise<User | undefined> {
  const [user] = await selectUsersByAddress(handle, tenantId, userPrincipalName.toLowerCase(), [
    "userPrincipalName",
  ]);
  return user;
}

/**
 * Whom a typed sign-in name means: the person with a password in the tenant that owns the name's verified
 * domain, by user principal name or else by mail address. Guests are never meant: they sign in at home.
 */
export async function findMemberBySignInName(
  handle: DatabaseHandle,
  name: string,
): Promise<{ tenant: Tenant; user: User } | undefined> {
  const address = parseEmailAddress(name);
  if (!address) return undefined;
  const tenant = await findTenantOwningDomain(handle, emailDomain(address));
  if (!tenant) return undefined;
  const typed = normalizeEmailAddress(address);
  const candidates = await selectUsersByAddress(
    handle,
    tenant.tenantId,
    typed,
    ["userPrincipalName", "mail"],
    false,
  );
  const named = candidates.find((user) => user.userPrincipalName.toLowerCase() === typed);
  const user = named ?? (candidates.length === 1 ? candidates[0] : undefined);
  return user && { tenant, user };
}

/** The living user an external identity is linked to. */
export async function findUserByIdentity(
  handle: DatabaseHandle,
  tenantId: TenantId,
  issuer: string,
  subject: string,
): Promise<User | undefined> {
  const user = await selectUserOfIdentity(handle, tenantId, issuer, subject);
  return user?.deletedAt ? undefined : user;
}

/** Living external users that were invited by this address or list it as another one of theirs. */
export function findExternalUsersByAddress(
  handle: DatabaseHandle,
  tenantId: TenantId,
  address: NormalizedEmailAddress,
): Promise<User[]> {
  return selectUsersByAddress(handle, tenantId, address, ["mail", "otherMails"], true);
}

/** Living users of any kind that hold this address in whatever way. */
export function findUsersHoldingAddress(
  handle: DatabaseHandle,
  tenantId: TenantId,
  address: NormalizedEmailAddress,
): Promise<User[]> {
  return selectUsersByAddress(handle, tenantId, address, [
    "userPrincipalName",
    "mail",
    "otherMails",
    "proxyAddresses",
  ]);
}

/** The Argon2id hash of a living internal user's password; undefined when none can sign in with one. */
export function passwordHashOf(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
): Promise<string | undefined> {
  return selectPasswordHash(handle, tenantId, userId);
}

/** The external identity of each of these users that has one. */
export function identitiesOf(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userIds: readonly UserId[],
): Promise<Map<UserId, ExternalIdentity>> {
  return selectIdentities(handle, tenantId, userIds);
}

/** Who answers for this user. */
export function sponsorsOf(handle: DatabaseHandle, tenantId: TenantId, userId: UserId): Promise<Sponsor[]> {
  return selectSponsors(handle, tenantId, userId);
}
