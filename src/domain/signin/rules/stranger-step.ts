import { maySignUp } from "../../signup/rules/may-sign-up.ts";
import type { SignUpFacts } from "../../signup/rules/sign-up-facts.ts";
import { signUpStep } from "../../signup/rules/sign-up-step.ts";
import type { AccountStanding } from "./account-standing.ts";
import { ownAddressStep } from "./own-address-step.ts";
import { provenPerson } from "./proven-person.ts";
import type { Situation } from "./situation.ts";
import type { SignInRefusal, Step } from "./step.ts";

/** Whoever is nobody here signs up, where a flow is open to them, or is turned away. */
export function strangerStep(situation: Situation, account: AccountStanding): Step {
  const { signUp: offer, facts, isOwnAddressHeld } = situation;
  if (!offer) return refused("not-a-guest");
  const said = factsOf(facts.signUp, account);
  const person = provenPerson(account, said);
  const may = maySignUp(offer, person);
  const problem = may.ok ? undefined : may.refusal.code;
  const first = ownAddressStep(offer, account, said, { problem, isHeld: isOwnAddressHeld });
  if (first) return first;
  if (!may.ok) return refused(may.refusal.code === "way-not-taken" ? "not-a-guest" : "sign-up-domain");
  const next = signUpStep(offer, said, person.addresses);
  switch (next.kind) {
    case "agree":
      return { kind: "sign-up-agree", account, offer, address: may.value };
    case "answer":
      return { kind: "sign-up-answer", account, offer, address: may.value, reason: next.reason };
    case "prove-address":
      return { ...next, kind: "sign-up-prove-address", account, offer, isOwn: false };
  }
}

/** What was said by another account of the browser is not this one's. */
export function factsOf(facts: SignUpFacts | undefined, { account }: AccountStanding): SignUpFacts {
  return facts?.accountId === account.accountId ? facts : { accountId: account.accountId };
}

function refused(code: SignInRefusal): Step {
  return { kind: "refused", code };
}
