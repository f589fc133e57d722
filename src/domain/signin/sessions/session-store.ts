import type { Insertable, Selectable } from "kysely";
import type { SessionId } from "../../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../../platform/database/database.ts";
import type {
  BrowserSessionTable,
  SessionAccountTable,
  SessionApplicationTable,
} from "../../../platform/database/database-schema.ts";
import type { IdentityProviderKind } from "../../directory/rules/external-identity.ts";
import type { BrowserSession, SessionAccount } from "../rules/session-account.ts";

/** The living session of a cookie, with its living accounts, in one query. */
export async function selectSessionByCookie(
  handle: DatabaseHandle,
  cookieHash: Buffer,
  now: Date,
): Promise<(BrowserSession & { readonly lastSeenAt: Date }) | undefined> {
  const rows = await handle
    .selectFrom("browserSession")
    .leftJoin("sessionAccount", (join) =>
      join
        .onRef("sessionAccount.sessionId", "=", "browserSession.sessionId")
        .on("sessionAccount.expiresAt", ">", now),
    )
    .where("browserSession.cookieHash", "=", cookieHash)
    .where("browserSession.expiresAt", ">", now)
    .select(["browserSession.sessionId as browserSessionId", "browserSession.lastSeenAt"])
    .selectAll("sessionAccount")
    .orderBy("sessionAccount.authenticatedAt", "desc")
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  return {
    sessionId: first.browserSessionId,
    lastSeenAt: first.lastSeenAt,
    accounts: rows
      .filter((row) => row.accountId !== null)
      .map((row) => toAccount(row as Selectable<SessionAccountTable>)),
  };
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
    .onConflict((conflict) => conflict.columns(["sessionId", "issuer", "subject"]).doUpdateSet(proof))
    .returningAll()
    .executeTakeFirstOrThrow();
  return toAccount(stored);
}

export async function deleteAccount(
  handle: DatabaseHandle,
  sessionId: SessionId,
  accountId: string,
): Promise<void> {
  await handle
    .deleteFrom("sessionAccount")
    .where("sessionId", "=", sessionId)
    .where("accountId", "=", accountId)
    .execute();
}

export async function deleteSession(handle: DatabaseHandle, sessionId: SessionId): Promise<void> {
  await handle.deleteFrom("browserSession").where("sessionId", "=", sessionId).execute();
}

/** Remembers that an application was signed in to in this session, for sign-out everywhere. */
export async function insertSessionApplication(
  handle: DatabaseHandle,
  row: Insertable<SessionApplicationTable>,
): Promise<void> {
  await handle
    .insertInto("sessionApplication")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function selectSessionApplications(
  handle: DatabaseHandle,
  sessionId: SessionId,
): Promise<readonly Selectable<SessionApplicationTable>[]> {
  return await handle
    .selectFrom("sessionApplication")
    .selectAll()
    .where("sessionId", "=", sessionId)
    .execute();
}

/** Removes sessions that ended; returns how many. */
export async function deleteEndedSessions(handle: DatabaseHandle, now: Date): Promise<number> {
  const outcome = await handle.deleteFrom("browserSession").where("expiresAt", "<=", now).executeTakeFirst();
  return Number(outcome.numDeletedRows);
}

function toAccount(row: Selectable<SessionAccountTable>): SessionAccount {
  return {
    accountId: row.accountId,
    issuer: row.issuer,
    subject: row.subject,
    providerKind: row.providerKind as IdentityProviderKind,
    email: row.email ?? undefined,
    displayName: row.displayName,
    amr: row.amr,
    authenticatedAt: row.authenticatedAt,
    expiresAt: row.expiresAt,
  };
}
