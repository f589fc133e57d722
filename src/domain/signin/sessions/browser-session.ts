import { secondsAfter } from "../../../foundation/clock.ts";
import type { SessionId } from "../../../foundation/identifiers.ts";
import { newIdentifier } from "../../../foundation/new-identifier.ts";
import type { DatabaseTransaction } from "../../../platform/database/database.ts";
import type { Machine } from "../../../platform/machine.ts";
import { hashOpaqueToken, newOpaqueToken } from "../../../platform/secrets/opaque-token.ts";
import type { Proof } from "../rules/proof.ts";
import {
  type BrowserSession,
  type SessionAccount,
  sessionLifetimeSeconds,
} from "../rules/session-account.ts";
import {
  deleteAccounts,
  deleteSession,
  insertSession,
  selectSessionByCookie,
  updateSession,
  upsertAccount,
} from "./session-store.ts";

/** Using a session moves its end on, but not more often than this. */
const touchEverySeconds = 300;

/** The session a browser's cookie names, or undefined when there is none any more. */
export async function findBrowserSession(
  machine: Machine,
  cookie: string,
): Promise<BrowserSession | undefined> {
  const now = machine.clock();
  const session = await selectSessionByCookie(machine.database, hashOpaqueToken(cookie), now);
  if (session && session.lastSeenAt < secondsAfter(now, -touchEverySeconds)) {
    await updateSession(machine.database, session.sessionId, {
      lastSeenAt: now,
      expiresAt: secondsAfter(now, sessionLifetimeSeconds),
    });
  }
  return session;
}

/** Begins a session for a browser that has none; the cookie's value is returned once and stored only as a hash. */
export async function openBrowserSession(
  machine: Machine,
): Promise<{ session: BrowserSession; cookie: string }> {
  const now = machine.clock();
  const cookie = newOpaqueToken();
  const sessionId = newIdentifier<SessionId>();
  await insertSession(machine.database, {
    sessionId,
    cookieHash: hashOpaqueToken(cookie),
    createdAt: now,
    lastSeenAt: now,
    expiresAt: secondsAfter(now, sessionLifetimeSeconds),
  });
  return { session: { sessionId, accounts: [], applications: [] }, cookie };
}

/**
 * Records in a session that somebody proved who they are. The cookie changes with every proof, so that a cookie
 * planted in the browser beforehand is worth nothing afterwards (session fixation).
 */
export async function addAccount(
  machine: Machine,
  sessionId: SessionId,
  proof: Proof,
): Promise<{ account: SessionAccount; cookie: string }> {
  const now = machine.clock();
  const cookie = newOpaqueToken();
  const expiresAt = secondsAfter(now, sessionLifetimeSeconds);
  const account = await machine.database.transaction().execute(async (transaction) => {
    await updateSession(transaction, sessionId, {
      lastSeenAt: now,
      expiresAt,
      cookieHash: hashOpaqueToken(cookie),
    });
    return upsertAccount(transaction, {
      sessionId,
      accountId: newIdentifier(),
      issuer: proof.identity.issuer,
      subject: proof.identity.subject,
      providerKind: proof.identity.providerKind,
      email: proof.identity.email ?? null,
      displayName: proof.displayName,
      amr: [...proof.amr],
      providerTenantId: proof.provider?.tenantId ?? null,
      providerId: proof.provider?.providerId ?? null,
      provenAddresses: [...(proof.provider?.statedAddresses ?? [])],
      authenticatedAt: now,
      expiresAt,
    });
  });
  return { account, cookie };
}

/**
 * Gives a session another cookie after a second factor was proved in it: whoever holds the one from before has not
 * proved it.
 */
export async function renewCookie(machine: Machine, sessionId: SessionId): Promise<string> {
  const now = machine.clock();
  const cookie = newOpaqueToken();
  await updateSession(machine.database, sessionId, {
    lastSeenAt: now,
    expiresAt: secondsAfter(now, sessionLifetimeSeconds),
    cookieHash: hashOpaqueToken(cookie),
  });
  return cookie;
}

/** Takes accounts out of a session, which goes on without them. */
export async function removeAccounts(
  transaction: DatabaseTransaction,
  sessionId: SessionId,
  accountIds: readonly string[],
): Promise<void> {
  if (accountIds.length > 0) await deleteAccounts(transaction, sessionId, accountIds);
}

/** Ends a browser's session with everything in it. */
export function endBrowserSession(transaction: DatabaseTransaction, sessionId: SessionId): Promise<void> {
  return deleteSession(transaction, sessionId);
}
