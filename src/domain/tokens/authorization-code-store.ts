import { type Selectable, sql } from "kysely";
import type { ApplicationId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import {
  answersInOrder,
  gathered,
  gatheredWrites,
  type NumberedRow,
} from "../../platform/database/gathered.ts";
import type { AuthorizationCodeTable } from "../../platform/database/schema/token-tables.ts";
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

type NewCode = Omit<StoredCode, "redeemedAt"> & { readonly createdAt: Date };

export const insertCode = gatheredWrites<NewCode>(async (handle, codes) => {
  await sql`insert into authorization_code
      (tenant_id, code_hash, family_id, application_id, user_id, authorization_grant, created_at, expires_at)
    select * from unnest(${codes.map((code) => code.tenantId)}::uuid[], ${codes.map((code) => code.codeHash)}::bytea[],
      ${codes.map((code) => code.familyId)}::uuid[], ${codes.map((code) => code.applicationId)}::uuid[],
      ${codes.map((code) => code.userId)}::uuid[], ${codes.map((code) => JSON.stringify(code.grant))}::jsonb[],
      ${codes.map((code) => code.createdAt)}::timestamptz[],
      ${codes.map((code) => code.expiresAt)}::timestamptz[])`.execute(handle);
});

export function selectCode(
  handle: DatabaseHandle,
  tenantId: TenantId,
  codeHash: Buffer,
): Promise<StoredCode | undefined> {
  return askCode(handle, { tenantId, codeHash });
}

type CodeKey = Pick<StoredCode, "tenantId" | "codeHash">;

const askCode = gathered<CodeKey, StoredCode | undefined>(async (handle, asks) => {
  const { rows } = await sql<NumberedRow & CodeRow>`select asked.number, code.tenant_id, code.code_hash,
      code.family_id, code.application_id, code.user_id, code.authorization_grant, code.expires_at,
      code.redeemed_at
    from unnest(${asks.map((ask) => ask.tenantId)}::uuid[], ${asks.map((ask) => ask.codeHash)}::bytea[])
      with ordinality as asked (tenant_id, code_hash, number)
    join authorization_code code on code.tenant_id = asked.tenant_id and code.code_hash = asked.code_hash`.execute(
    handle,
  );
  return answersInOrder(asks, rows, codeFromRow);
});

type CodeRow = Omit<Selectable<AuthorizationCodeTable>, "createdAt">;

function codeFromRow(row: NumberedRow & CodeRow): StoredCode {
  const { number: _number, authorizationGrant, redeemedAt, ...code } = row;
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
export function markRedeemed(
  handle: DatabaseHandle,
  code: CodeKey,
  now: Date,
  first: NewRefreshToken | undefined,
): Promise<boolean> {
  return redeem(handle, { code, now, first });
}

interface Redemption {
  readonly code: CodeKey;
  readonly now: Date;
  readonly first: NewRefreshToken | undefined;
}

const redeem = gathered<Redemption, boolean>(async (handle, asks) => {
  // Of several that bring the same code at once, `returning` names one.
  const { rows } = await sql<NumberedRow>`with asked as (
      select * from unnest(${asks.map(({ code }) => code.tenantId)}::uuid[],
        ${asks.map(({ code }) => code.codeHash)}::bytea[], ${asks.map(({ now }) => now)}::timestamptz[],
        ${asks.map(({ first }) => first?.tokenHash ?? null)}::bytea[],
        ${asks.map(({ first }) => first?.familyId ?? null)}::uuid[],
        ${asks.map(({ first }) => first?.applicationId ?? null)}::uuid[],
        ${asks.map(({ first }) => first?.userId ?? null)}::uuid[],
        ${asks.map(({ first }) => (first ? JSON.stringify(first.grant) : null))}::jsonb[],
        ${asks.map(({ first }) => first?.expiresAt ?? null)}::timestamptz[]) with ordinality as asked
        (tenant_id, code_hash, now, token_hash, family_id, application_id, user_id, authorization_grant, expires_at, number)
    ), won as (
      update authorization_code code set redeemed_at = asked.now from asked
      where code.tenant_id = asked.tenant_id and code.code_hash = asked.code_hash and code.redeemed_at is null
      returning asked.number
    ), kept as (
      insert into refresh_token
        (tenant_id, token_hash, family_id, application_id, user_id, authorization_grant, issued_at, expires_at)
      select tenant_id, token_hash, family_id, application_id, user_id, authorization_grant, now, expires_at
      from asked join won using (number) where token_hash is not null
    )
    select number from won`.execute(handle);
  const won = new Set(rows.map((row) => row.number));
  return asks.map((_, index) => won.has(index + 1));
});

/** Removes codes nobody can redeem or replay any more; returns how many. */
export async function deleteCodesExpiredBefore(handle: DatabaseHandle, moment: Date): Promise<number> {
  const outcome = await handle
    .deleteFrom("authorizationCode")
    .where("expiresAt", "<", moment)
    .executeTakeFirst();
  return Number(outcome.numDeletedRows);
}
