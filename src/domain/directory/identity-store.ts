import { type Insertable, sql } from "kysely";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type {
  ExternalIdentityTable,
  UserSponsorTable,
} from "../../platform/database/schema/directory-tables.ts";
import type { ExternalIdentity, IdentityProviderKind } from "./rules/external-identity.ts";
import type { Sponsor } from "./rules/sponsor.ts";

/** The identities linked to these users. */
export async function selectIdentities(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userIds: readonly UserId[],
): Promise<Map<UserId, ExternalIdentity>> {
  if (userIds.length === 0) return new Map();
  const rows = await handle
    .selectFrom("externalIdentity")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("userId", "in", userIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.userId,
      {
        issuer: row.issuer,
        subject: row.subject,
        providerKind: row.providerKind as IdentityProviderKind,
        email: row.email ?? undefined,
      },
    ]),
  );
}

/**
 * Links an identity to a user; false when a living user of the tenant holds it already. One that only a
 * deleted user holds moves over, so that somebody who was deleted can be invited anew.
 */
export async function insertIdentity(
  transaction: DatabaseTransaction,
  row: Insertable<ExternalIdentityTable>,
): Promise<boolean> {
  const linked = await transaction
    .insertInto("externalIdentity")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["tenantId", "issuer", "subject"])
        .doUpdateSet((expression) => ({
          userId: expression.ref("excluded.userId"),
          providerKind: expression.ref("excluded.providerKind"),
          email: expression.ref("excluded.email"),
          linkedAt: expression.ref("excluded.linkedAt"),
        }))
        .where(
          sql<boolean>`exists (select from "user" holder where holder.tenant_id = external_identity.tenant_id
            and holder.user_id = external_identity.user_id and holder.deleted_at is not null)`,
        ),
    )
    .returning("userId")
    .executeTakeFirst();
  return linked !== undefined;
}

/** By which kinds of providers the users are known whom an issuer vouched for, deleted ones included. */
export async function selectKindsOfIssuer(
  handle: DatabaseHandle,
  tenantId: TenantId,
  issuer: string,
): Promise<IdentityProviderKind[]> {
  const rows = await handle
    .selectFrom("externalIdentity")
    .select("providerKind")
    .distinct()
    .where("tenantId", "=", tenantId)
    .where("issuer", "=", issuer)
    .execute();
  return rows.map(({ providerKind }) => providerKind as IdentityProviderKind);
}

/** Unlinks whatever identity the user has. */
export async function deleteIdentity(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  userId: UserId,
): Promise<void> {
  await transaction
    .deleteFrom("externalIdentity")
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .execute();
}

/** Voids the sessions of everybody in the tenant who is known by this issuer; returns who they are. */
export async function voidSessionsOfIssuer(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  issuer: string,
  now: Date,
): Promise<{ tenantId: TenantId; userId: UserId }[]> {
  return transaction
    .updateTable("user")
    .from("externalIdentity as identity")
    .set({ sessionsValidFrom: now })
    .whereRef("identity.tenantId", "=", "user.tenantId")
    .whereRef("identity.userId", "=", "user.userId")
    .where("user.tenantId", "=", tenantId)
    .where("identity.tenantId", "=", tenantId)
    .where("identity.issuer", "=", issuer)
    .returning(["user.tenantId", "user.userId"])
    .execute();
}

/** The living users who accepted with this issuer, and where they are reached. */
export async function selectAcceptedOfIssuer(
  handle: DatabaseHandle,
  tenantId: TenantId,
  issuer: string,
): Promise<readonly UserOfIssuer[]> {
  return handle
    .selectFrom("externalIdentity as identity")
    .innerJoin("user", (join) =>
      join.onRef("user.tenantId", "=", "identity.tenantId").onRef("user.userId", "=", "identity.userId"),
    )
    .select(["user.userId", "user.displayName", "user.mail"])
    .where("identity.tenantId", "=", tenantId)
    .where("user.tenantId", "=", tenantId)
    .where("identity.issuer", "=", issuer)
    .where("user.deletedAt", "is", null)
    .where("user.redemptionState", "=", "accepted")
    .orderBy("user.displayName")
    .orderBy("user.userId")
    .execute();
}

/** How many living users accepted with each issuer. */
export async function countAcceptedByIssuer(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<ReadonlyMap<string, number>> {
  const rows = await handle
    .selectFrom("externalIdentity as identity")
    .innerJoin("user", (join) =>
      join.onRef("user.tenantId", "=", "identity.tenantId").onRef("user.userId", "=", "identity.userId"),
    )
    .select(({ fn }) => ["identity.issuer", fn.countAll<string>().as("users")])
    .where("identity.tenantId", "=", tenantId)
    .where("user.tenantId", "=", tenantId)
    .where("user.deletedAt", "is", null)
    .where("user.redemptionState", "=", "accepted")
    .groupBy("identity.issuer")
    .execute();
  return new Map(rows.map(({ issuer, users }) => [issuer, Number(users)]));
}

/** Somebody who accepted with an identity of one issuer. */
export interface UserOfIssuer {
  readonly userId: UserId;
  readonly displayName: string;
  readonly mail: string | null;
}

/** Who answers for this user. */
export async function selectSponsors(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
): Promise<Sponsor[]> {
  const rows = await handle
    .selectFrom("userSponsor")
    .select(["sponsorKind", "sponsorId"])
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .orderBy("sponsorId")
    .execute();
  return rows.map((row) => ({ kind: row.sponsorKind, id: row.sponsorId }) as Sponsor);
}

/** Replaces the sponsors of these users. */
export async function replaceSponsors(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  userIds: readonly UserId[],
  rows: readonly Insertable<UserSponsorTable>[],
): Promise<void> {
  if (userIds.length === 0) return;
  await transaction
    .deleteFrom("userSponsor")
    .where("tenantId", "=", tenantId)
    .where("userId", "in", userIds)
    .execute();
  if (rows.length > 0)
    await transaction
      .insertInto("userSponsor")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
