import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { signOut } from "../../../domain/signout/sign-out.ts";
import type { Journey, PostedJourney } from "./journey.ts";

/** Somebody picks one of the accounts signed in here, another one, or signs one out. */
export async function chooseAccount(journey: PostedJourney): Promise<Response> {
  const { c, machine, session, transaction, form, path } = journey;
  const leaving = form["signOut"];
  if (leaving) {
    await signOut(machine, session, [leaving]);
    return c.redirect(path, 303);
  }
  const chosen = form["account"];
  if (chosen === "another") return useAnotherAccount(journey);
  if (session.accounts.some((account) => account.accountId === chosen)) {
    await recordFacts(machine, transaction, ({ method: _open, useAnother: _over, ...facts }) => ({
      ...facts,
      accountId: chosen as string,
    }));
  }
  return c.redirect(path, 303);
}

/**
 * "Not you?": forgets who was meant on this journey and asks again. The account stays signed in elsewhere. An
 * invitation keeps its address: there the question is only how to prove it.
 */
export async function useAnotherAccount(journey: Journey): Promise<Response> {
  const { c, machine, transaction, path } = journey;
  await recordFacts(
    machine,
    transaction,
    ({
      method: _method,
      accountId: _account,
      codeSentAt: _code,
      detour: _detour,
      providerFailure: _failure,
      declined: _no,
      deviceConfirmedAt: _theirs,
      continueAsInvited: _yes,
      ...facts
    }) => (facts.purpose.kind === "redeem" ? facts : { ...facts, useAnother: true }),
  );
  return c.redirect(path, 303);
}
