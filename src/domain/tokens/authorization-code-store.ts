import { sql } from "kysely";
import type { ApplicationId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { NewRefreshToken } from "./refresh-token-store.ts";
import type { AuthorizationGrant } from "./rules/authorization-grant.ts";

export interface StoredCode {
  readonly tenantId: TenantId;
  readonly codeHash: Buffer;
  readonly familyId: string;
  readonly applicationId: ApplicationId;
  readonly userId: UserId;
  readonly grant: AuthorizationGrant;
  readonly expiresAt: Date;
  readonly redeemedAt: Date | undefined;
}

export async function insertCode(
  handle: DatabaseHandle,
  code: Omit<StoredCode, "redeemedAt"> & { readonly createdAt: Date },
): Promise<void> {
  const { grant, ...row } = code;
  await handle
    .insertInto("authorizationCode")
    .values({ ...row, authorizationGrant: JSON.stringify(grant) })
    .execute();
}

export async function selectCode(
  handle: DatabaseHandle,
  tenantId: TenantId,
  codeHash: Buffer,
): Promise<StoredCode | undefined> {
  const row = await handle
    .selectFrom("authorizationCode")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("codeHash", "=", codeHash)
    .executeTakeFirst();
  if (!row) return undefined;
  const { authorizationGrant, redeemedAt, ...code } = row;
  return {
    ...code,
    grant: authorizationGrant as unknown as AuthorizationGrant,
    redeemedAt: redeemedAt ?? undefined,
  };
}

/**
 * Marks a code redeemed and stores the first refresh token of its family in one statement. True for the one caller
 * who was first: the others, however parallel, see the row already marked.
 */
export async function markRedeemed(
  handle: DatabaseHandle,
  code: Pick<StoredCode, "tenantId" | "codeHash">,
  now: Date,
  first: NewRefreshToken | undefined,
): Promise<boolean> {
  const mark = sql`update authorization_code set redeemed_at = ${now}
    where tenant_id = ${code.tenantId} and code_hash = ${code.codeHash} and redeemed_at is null returning 1 as won`;
  const statement = first
    ? sql`with won as (${mark})
        insert into refresh_token
          (tenant_id, token_hash, family_id, application_id, user_id, authorization_grant, issued_at, expires_at)
        select ${first.tenantId}::uuid, ${first.tokenHash}::bytea, ${first.familyId}::uuid, ${first.applicationId}::uuid,
          ${first.userId}::uuid, ${JSON.stringify(first.grant)}::jsonb, ${now}::timestamptz, ${first.expiresAt}::timestamptz
        from won returning 1 as won`
    : mark;
  const outcome = await statement.execute(handle);
  return outcome.rows.length === 1;
}

/** Removes codes nobody can redeem or replay any more; returns how many. */
export async function deleteCodesExpiredBefore(handle: DatabaseHandle, moment: Date): Promise<number> {
  const outcome = await handle
    .deleteFrom("authorizationCode")
    .where("expiresAt", "<", moment)
    .executeTakeFirst();
  return Number(outcome.numDeletedRows);
}
