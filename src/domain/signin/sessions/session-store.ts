import { type Insertable, type Selectable, sql } from "kysely";
import type { SessionId } from "../../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../../platform/database/database.ts";
import {
  gathered,
  gatheredWrites,
  type NumberedRow,
  rowsInOrder,
} from "../../../platform/database/gathered.ts";
import type {
  BrowserSessionTable,
  SessionAccountTable,
  SessionApplicationTable,
} from "../../../platform/database/schema/deployment-tables.ts";
import type { IdentityProviderKind } from "../../directory/rules/external-identity.ts";
import type {
  AssertedName,
  BrowserSession,
  SessionAccount,
  SessionApplication,
} from "../rules/session-account.ts";

/** The living session of a cookie, with its living accounts (the latest first) and its applications, in one query. */
export function selectSessionByCookie(
  handle: DatabaseHandle,
  cookieHash: Buffer,
  now: Date,
): Promise<StoredSession | undefined> {
  return askSession(handle, { cookieHash, now });
}

type StoredSession = BrowserSession & { readonly lastSeenAt: Date };
type SessionRow = NumberedRow & {
  readonly id: SessionId;
  readonly lastSeenAt: Date;
  readonly applications: SessionApplication[];
} & (Omit<Selectable<SessionAccountTable>, "sessionId"> | { readonly accountId: null });

const askSession = gathered<{ readonly cookieHash: Buffer; readonly now: Date }, StoredSession | undefined>(
  async (handle, asks) => {
    const { rows } =
      await sql<SessionRow>`select asked.number, session.session_id as id, session.last_seen_at,
        (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('tenantId', tenant_id,
            'applicationId', application_id, 'userId', user_id, 'accountId', account_id,
            'assertedName', asserted_name,
            'tokenVersion', token_version))), '[]')
          from session_application used where used.session_id = session.session_id) as applications,
        account.account_id, account.issuer, account.subject, account.provider_kind, account.email,
        account.display_name, account.amr, account.provider_tenant_id, account.provider_id, account.proven_addresses,
        account.authenticated_at, account.expires_at
      from unnest(${asks.map((ask) => ask.cookieHash)}::bytea[], ${asks.map((ask) => ask.now)}::timestamptz[])
        with ordinality as asked (cookie_hash, now, number)
      join browser_session session on session.cookie_hash = asked.cookie_hash and session.expires_at > asked.now
      left join session_account account on account.session_id = session.session_id
        and account.expires_at > asked.now`.execute(handle);
    return rowsInOrder(asks, rows).map(sessionOf);
  },
);

function sessionOf(rows: readonly SessionRow[]): StoredSession | undefined {
  const [first] = rows;
  return (
    first && {
      sessionId: first.id,
      lastSeenAt: first.lastSeenAt,
      applications: first.applications,
      accounts: rows
        .flatMap((row) => (row.accountId === null ? [] : [toAccount(row)]))
        .sort((one, other) => other.authenticatedAt.getTime() - one.authenticatedAt.getTime()),
    }
  );
}

export async function insertSession(
  handle: DatabaseHandle,
  row: Insertable<BrowserSessionTable>,
): Promise<void> {
  await handle.insertInto("browserSession").values(row).execute();
}

/** Moves the end of a session on; a new cookie replaces the old one when given. */
export async function updateSession(
  handle: DatabaseHandle,
  sessionId: SessionId,
  change: { readonly lastSeenAt: Date; readonly expiresAt: Date; readonly cookieHash?: Buffer },
): Promise<void> {
  await handle.updateTable("browserSession").set(change).where("sessionId", "=", sessionId).execute();
}

/** Adds an account to a session; the same identity proved again replaces its earlier proof and keeps its id. */
export async function upsertAccount(
  handle: DatabaseHandle,
  row: Insertable<SessionAccountTable>,
): Promise<SessionAccount> {
  const { accountId: _kept, sessionId: _same, issuer: _key, subject: _too, ...proof } = row;
  const stored = await handle
    .insertInto("sessionAccount")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["sessionId", "issuer", "subject", "providerId"]).doUpdateSet(proof),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return toAccount(stored);
}

/** Takes accounts out of a session, and with them what was signed in to as them. */
export async function deleteAccounts(
  handle: DatabaseHandle,
  sessionId: SessionId,
  accountIds: readonly string[],
): Promise<void> {
  await handle
    .deleteFrom("sessionAccount")
    .where("sessionId", "=", sessionId)
    .where("accountId", "in", accountIds)
    .execute();
}

export async function deleteSession(handle: DatabaseHandle, sessionId: SessionId): Promise<void> {
  await handle.deleteFrom("browserSession").where("sessionId", "=", sessionId).execute();
}

/** Remembers that an application was signed in to in this session, for sign-out everywhere. */
export const insertSessionApplication = gatheredWrites<Insertable<SessionApplicationTable>>(
  async (handle, rows) => {
    // An account that was signed out meanwhile is not there any more, and then nothing is remembered.
    await sql`insert into session_application
        (session_id, tenant_id, application_id, user_id, account_id, token_version, first_used_at)
      select distinct on (1, 2, 3, 4) used.* from unnest(${rows.map((row) => row.sessionId)}::uuid[], ${rows.map((row) => row.tenantId)}::uuid[],
        ${rows.map((row) => row.applicationId)}::uuid[], ${rows.map((row) => row.userId)}::uuid[],
        ${rows.map((row) => row.accountId)}::uuid[], ${rows.map((row) => row.tokenVersion ?? 2)}::smallint[],
        ${rows.map((row) => row.firstUsedAt)}::timestamptz[])
        as used (session_id, tenant_id, application_id, user_id, account_id, token_version, first_used_at)
      join session_account account on account.session_id = used.session_id and account.account_id = used.account_id
      on conflict (session_id, tenant_id, application_id, user_id) do update
        set account_id = excluded.account_id, token_version = excluded.token_version`.execute(handle);
  },
);

/** Notes by which name the application was told of its person. */
export async function updateAssertedName(
  handle: DatabaseHandle,
  used: SessionApplication,
  name: AssertedName,
): Promise<void> {
  await handle
    .updateTable("sessionApplication")
    .set({ assertedName: JSON.stringify(name) })
    .where("tenantId", "=", used.tenantId)
    .where("accountId", "=", used.accountId)
    .where("applicationId", "=", used.applicationId)
    .where("userId", "=", used.userId)
    .execute();
}

/** Removes sessions that ended; returns how many. */
export async function deleteEndedSessions(handle: DatabaseHandle, now: Date): Promise<number> {
  const outcome = await handle.deleteFrom("browserSession").where("expiresAt", "<=", now).executeTakeFirst();
  return Number(outcome.numDeletedRows);
}

function toAccount(row: Omit<Selectable<SessionAccountTable>, "sessionId">): SessionAccount {
  return {
    accountId: row.accountId,
    issuer: row.issuer,
    subject: row.subject,
    providerKind: row.providerKind as IdentityProviderKind,
    email: row.email ?? undefined,
    displayName: row.displayName,
    amr: row.amr,
    provider:
      row.providerId && row.providerTenantId
        ? { tenantId: row.providerTenantId, providerId: row.providerId, statedAddresses: row.provenAddresses }
        : undefined,
    authenticatedAt: row.authenticatedAt,
    expiresAt: row.expiresAt,
  };
}
