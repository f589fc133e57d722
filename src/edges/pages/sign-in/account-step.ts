import { requestOfPurpose } from "../../../domain/signin/rules/sign-in-facts.ts";
import { recordFacts, startTransaction } from "../../../domain/signin/sign-in-transaction.ts";
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
    await recordFacts(
      machine,
      transaction,
      ({ method: _open, useAnother: _over, home: _typed, ...facts }) => ({
        ...facts,
        accountId: chosen as string,
      }),
    );
  }
  return c.redirect(path, 303);
}

/**
 * "Not you?": forgets who was meant on this journey and asks again. The account stays signed in elsewhere. An
 * invitation keeps its address: there the question is only how to prove it.
 */
export async function useAnotherAccount(journey: Journey): Promise<Response> {
  const { c, machine, session, transaction, path } = journey;
  const { purpose } = transaction.facts;
  // Somebody else may be at home elsewhere, so the search for a home begins anew.
  const home = requestOfPurpose(purpose)?.home;
  if (home) {
    const search = { kind: "find-home", request: home } as const;
    const other = await startTransaction(machine, session.sessionId, search, { useAnother: true });
    return c.redirect(`/signin/${other}`, 303);
  }
  await recordFacts(
    machine,
    transaction,
    ({
      method: _method,
      accountId: _account,
      arrival: _brought,
      home: _home,
      codeSentAt: _code,
      detour: _detour,
      providerFailure: _failure,
      signUp: _said,
      declined: _no,
      deviceConfirmedAt: _theirs,
      continueAsInvited: _yes,
      ...facts
    }) => (facts.purpose.kind === "redeem" ? facts : { ...facts, useAnother: true }),
  );
  return c.redirect(path, 303);
}
