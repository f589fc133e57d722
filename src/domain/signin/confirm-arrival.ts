import type { Machine } from "../../platform/machine.ts";
import type { Proof } from "./rules/proof.ts";
import type { SessionAccount } from "./rules/session-account.ts";
import { addAccount } from "./sessions/browser-session.ts";
import { recordFacts, type SignInTransaction } from "./sign-in-transaction.ts";

/**
 * The person says that they are whom the provider sent. Only now is that an account of the session, whose new cookie is
 * returned too. It is taken off the journey first, so that it signs in once: undefined when that happened before.
 */
export async function confirmArrival(
  machine: Machine,
  transaction: SignInTransaction,
): Promise<{ readonly account: SessionAccount; readonly cookie: string } | undefined> {
  let taken: Proof | undefined;
  const isRecorded = await recordFacts(machine, transaction, ({ arrival, ...facts }) => {
    taken = arrival;
    return facts;
  });
  if (!(isRecorded && taken)) return undefined;
  const added = await addAccount(machine, transaction.sessionId, taken);
  await recordFacts(machine, transaction, (facts) => ({ ...facts, accountId: added.account.accountId }));
  return added;
}
