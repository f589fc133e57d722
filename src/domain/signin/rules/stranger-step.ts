import { maySignUp, type SignUpProblem } from "../../signup/rules/may-sign-up.ts";
import type { SignUpFacts } from "../../signup/rules/sign-up-facts.ts";
import { signUpStep } from "../../signup/rules/sign-up-step.ts";
import type { AccountStanding } from "./account-standing.ts";
import { provenPerson } from "./proven-person.ts";
import type { Situation } from "./situation.ts";
import type { SignInRefusal, Step } from "./step.ts";

/** Whoever is nobody here signs up, where a flow is open to them, or is turned away. */
export function strangerStep(situation: Situation, account: AccountStanding): Step {
  const { signUp: offer, facts } = situation;
  if (!offer) return refused("not-a-guest");
  const may = maySignUp(offer, provenPerson(account));
  if (!may.ok) return refused(refusals[may.refusal.code]);
  const next = signUpStep(offer, factsOf(facts.signUp, account), account.provenAddresses);
  switch (next.kind) {
    case "agree":
      return { kind: "sign-up-agree", account, offer, address: may.value };
    case "answer":
      return { kind: "sign-up-answer", account, offer, address: may.value, reason: next.reason };
    case "prove-address":
      return { kind: "sign-up-prove-address", account, offer, address: next.address, sentAt: next.sentAt };
  }
}

/** What was said by another account of the browser is not this one's. */
export function factsOf(facts: SignUpFacts | undefined, { account }: AccountStanding): SignUpFacts {
  return facts?.accountId === account.accountId ? facts : { accountId: account.accountId };
}

const refusals: Readonly<Record<SignUpProblem, SignInRefusal>> = {
  "way-not-taken": "not-a-guest",
  "domain-not-taken": "sign-up-domain",
};

function refused(code: SignInRefusal): Step {
  return { kind: "refused", code };
}
