import { secondsAfter } from "../../foundation/clock.ts";
import type { SessionId, TransactionId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Purpose, SignInFacts } from "./rules/sign-in-facts.ts";
import {
  compareAndSetFacts,
  insertTransaction,
  type StoredTransaction,
  selectTransaction,
} from "./transaction-store.ts";

/** One journey of one browser, kept on the server so that it survives a detour, a second tab and a restart. */
export type SignInTransaction = StoredTransaction;

/** A page left open is good for this long. */
const transactionLifetimeSeconds = 24 * 3600;

/** Begins a journey, bound to the browser session. */
export async function startTransaction(
  machine: Machine,
  sessionId: SessionId,
  purpose: Purpose,
  known: Partial<SignInFacts> = {},
): Promise<TransactionId> {
  const now = machine.clock();
  const transactionId = newIdentifier<TransactionId>();
  await insertTransaction(machine.database, {
    transactionId,
    sessionId,
    facts: { ...known, purpose, startedAt: now.toISOString() },
    createdAt: now,
    expiresAt: secondsAfter(now, transactionLifetimeSeconds),
  });
  return transactionId;
}

/** Why a journey cannot go on in this browser. */
export type TransactionProblem = "transaction-unknown" | "transaction-expired" | "other-browser";

/** Reads a journey for the browser that started it. */
export async function findTransaction(
  machine: Machine,
  transactionId: TransactionId,
  sessionId: SessionId | undefined,
): Promise<SignInTransaction | TransactionProblem> {
  const transaction = await selectTransaction(machine.database, transactionId);
  if (!transaction) return "transaction-unknown";
  if (transaction.sessionId !== sessionId) return "other-browser";
  if (transaction.expiresAt <= machine.clock()) return "transaction-expired";
  return transaction;
}

/**
 * Adds facts to a journey. A second tab may have added its own in between: then they are merged over the newest.
 * A finished journey takes no more facts. Returns whether they were recorded.
 */
export async function recordFacts(
  machine: Machine,
  transaction: SignInTransaction,
  change: (facts: SignInFacts) => SignInFacts,
): Promise<boolean> {
  let current: SignInTransaction | undefined = transaction;
  for (let attempt = 0; attempt < 5 && current && !current.finishedAt; attempt++) {
    if (
      await compareAndSetFacts(
        machine.database,
        current.transactionId,
        current.version,
        change(current.facts),
      )
    )
      return true;
    current = await selectTransaction(machine.database, transaction.transactionId);
  }
  return false;
}
