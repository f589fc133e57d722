import { maySignUp, type ProvenPerson, type SignUpProblem } from "../../signup/rules/may-sign-up.ts";
import type { SignUpFacts } from "../../signup/rules/sign-up-facts.ts";
import type { SignUpOffer } from "../../signup/rules/sign-up-offer.ts";
import type { RequestStanding } from "../../signup/rules/sign-up-request.ts";
import { signUpStep } from "../../signup/rules/sign-up-step.ts";
import type { AccountStanding } from "./account-standing.ts";
import { ownAddressStep } from "./own-address-step.ts";
import { provenPerson } from "./proven-person.ts";
import type { Situation } from "./situation.ts";
import type { SignInRefusal, Step } from "./step.ts";

/** Whoever is nobody here signs up, where a flow is open to them, or is turned away. */
export function strangerStep(situation: Situation, account: AccountStanding): Step {
  const { signUp: offer, signUpRequest: request, facts, isOwnAddressHeld } = situation;
  if (!offer) return refused("not-a-guest");
  const said = factsOf(facts.signUp, account);
  const person = provenPerson(account, said);
  if (request) return askedStep(offer, account, person, request);
  const may = maySignUp(offer, person);
  const problem = may.ok ? undefined : may.refusal.code;
  const first = ownAddressStep(offer, account, said, { problem, isHeld: isOwnAddressHeld });
  if (first) return first;
  if (!may.ok) return refused(refusalOf(may.refusal));
  const next = signUpStep(offer, said, { address: may.value, proven: person.addresses });
  switch (next.kind) {
    case "check":
      return { kind: "sign-up-check", account, offer, address: may.value, check: next.check };
    case "agree":
      return { kind: "sign-up-agree", account, offer, address: may.value };
    case "answer":
      return { kind: "sign-up-answer", account, offer, address: may.value, reason: next.reason };
    case "prove-address":
      return { ...next, kind: "sign-up-prove-address", account, offer, isOwn: false };
  }
}

/** Whoever has asked waits, or hears why not; unless the flow would not take them any more. */
function askedStep(
  offer: SignUpOffer,
  account: AccountStanding,
  person: ProvenPerson,
  request: RequestStanding,
): Step {
  const { address } = request;
  const may = maySignUp(offer, { ...person, addresses: [address] });
  if (!may.ok) return refused(refusalOf(may.refusal));
  return request.kind === "waiting"
    ? { kind: "sign-up-waiting", account, offer, address, request }
    : { kind: "sign-up-denied", account, offer, address, request };
}

function refusalOf({ code }: { readonly code: SignUpProblem }): SignInRefusal {
  return code === "way-not-taken" ? "not-a-guest" : "sign-up-domain";
}

/** What was said by another account of the browser is not this one's. */
export function factsOf(facts: SignUpFacts | undefined, { account }: AccountStanding): SignUpFacts {
  return facts?.accountId === account.accountId ? facts : { accountId: account.accountId };
}

function refused(code: SignInRefusal): Step {
  return { kind: "refused", code };
}
