import { type OpenCheck, openCheck } from "./own-api-check.ts";
import { readAnswers } from "./read-answers.ts";
import { codeSentTo, type SignUpFacts } from "./sign-up-facts.ts";
import type { SignUpOffer } from "./sign-up-offer.ts";

/** What somebody who may sign up has to do next, and why. */
export type SignUpStep =
  | { readonly kind: "check"; readonly check: OpenCheck }
  | { readonly kind: "agree" }
  | { readonly kind: "answer"; readonly reason: "nothing-answered" | "to-be-created" }
  | { readonly kind: "prove-address"; readonly address: string; readonly sentAt: Date | undefined };

/**
 * The order of a sign-up: have the organisation's own API asked, agree, answer, prove the addresses among the answers.
 * Whoever has done all of it stands before the answers with nothing left but to send them: that creates the account,
 * and only a person does it. `address` is the one by which they would be known here.
 */
export function signUpStep(
  offer: Pick<SignUpOffer, "questions" | "flow">,
  facts: SignUpFacts,
  { address, proven }: { readonly address: string; readonly proven: readonly string[] },
): SignUpStep {
  const check = openCheck(offer, facts, address);
  if (check) return { kind: "check", check };
  if (facts.agreedAt === undefined) return { kind: "agree" };
  if (facts.answeredAt === undefined) return { kind: "answer", reason: "nothing-answered" };
  const answers = readAnswers(offer.questions, facts.typed ?? {});
  // The flow asks for more than it did when this was answered.
  if (!answers.ok) return { kind: "answer", reason: "nothing-answered" };
  const known = [...proven.map((one) => one.toLowerCase()), ...(facts.proven ?? [])];
  const open = answers.value.toProve.find((one) => !known.includes(one));
  if (open === undefined) return { kind: "answer", reason: "to-be-created" };
  return { kind: "prove-address", address: open, sentAt: codeSentTo(facts, open) };
}
