import { sql } from "kysely";
import type { ApplicationId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { AuthorizationGrant } from "./rules/authorization-grant.ts";

export interface NewRefreshToken {
  readonly tenantId: TenantId;
  readonly tokenHash: Buffer;
  readonly familyId: string;
  readonly applicationId: ApplicationId;
  readonly userId: UserId;
  readonly grant: AuthorizationGrant;
  readonly expiresAt: Date;
}

export interface StoredRefreshToken extends NewRefreshToken {
  readonly usedAt: Date | undefined;
  readonly revokedAt: Date | undefined;
}

export async function selectRefreshToken(
  handle: DatabaseHandle,
  tenantId: TenantId,
  tokenHash: Buffer,
): Promise<StoredRefreshToken | undefined> {
  const row = await handle
    .selectFrom("refreshToken")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("tokenHash", "=", tokenHash)
    .executeTakeFirst();
  if (!row) return undefined;
  const { authorizationGrant, usedAt, revokedAt, ...token } = row;
  return {
    ...token,
    grant: authorizationGrant as unknown as AuthorizationGrant,
    usedAt: usedAt ?? undefined,
    revokedAt: revokedAt ?? undefined,
  };
}

/** Stores the first token of a family that no code began. */
export async function insertRefreshToken(
  handle: DatabaseHandle,
  issuedAt: Date,
  { grant, ...token }: NewRefreshToken,
): Promise<void> {
  await handle
    .insertInto("refreshToken")
    .values({ ...token, authorizationGrant: JSON.stringify(grant), issuedAt })
    .execute();
}

/**
 * Marks a refresh token used and stores its successor in one statement. True for the one caller who was first;
 * a token that was used or revoked meanwhile gets no successor.
 */
export async function replaceRefreshToken(
  handle: DatabaseHandle,
  used: Pick<StoredRefreshToken, "tenantId" | "tokenHash">,
  now: Date,
  successor: NewRefreshToken,
): Promise<boolean> {
  const outcome = await sql`with won as (
      update refresh_token set used_at = ${now}
      where tenant_id = ${used.tenantId} and token_hash = ${used.tokenHash}
        and used_at is null and revoked_at is null
      returning 1)
    insert into refresh_token
      (tenant_id, token_hash, family_id, application_id, user_id, authorization_grant, issued_at, expires_at)
    select ${successor.tenantId}::uuid, ${successor.tokenHash}::bytea, ${successor.familyId}::uuid,
      ${successor.applicationId}::uuid, ${successor.userId}::uuid, ${JSON.stringify(successor.grant)}::jsonb,
      ${now}::timestamptz, ${successor.expiresAt}::timestamptz
    from won returning 1`.execute(handle);
  return outcome.rows.length === 1;
}

/** Revokes the living tokens of a family; returns how many there were. */
export async function revokeTokensOfFamily(
  handle: DatabaseHandle,
  tenantId: TenantId,
  familyId: string,
  now: Date,
): Promise<number> {
  const outcome = await handle
    .updateTable("refreshToken")
    .set({ revokedAt: now })
    .where("tenantId", "=", tenantId)
    .where("familyId", "=", familyId)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return Number(outcome.numUpdatedRows);
}

/** Removes tokens nobody can use or replay any more; returns how many. */
export async function deleteRefreshTokensExpiredBefore(
  handle: DatabaseHandle,
  moment: Date,
): Promise<number> {
  const outcome = await handle.deleteFrom("refreshToken").where("expiresAt", "<", moment).executeTakeFirst();
  return Number(outcome.numDeletedRows);
}
