import { readAnswers } from "./read-answers.ts";
import { codeSentTo, type SignUpFacts } from "./sign-up-facts.ts";
import type { SignUpOffer } from "./sign-up-offer.ts";

/** What somebody who may sign up has to do next, and why. */
export type SignUpStep =
  | { readonly kind: "agree" }
  | { readonly kind: "answer"; readonly reason: "nothing-answered" | "to-be-created" }
  | { readonly kind: "prove-address"; readonly address: string; readonly sentAt: Date | undefined };

/**
 * The order of a sign-up: agree, answer, prove the addresses among the answers. Whoever has done all of it stands
 * before the answers with nothing left but to send them: that creates the account, and only a person does it.
 */
export function signUpStep(
  { questions }: Pick<SignUpOffer, "questions">,
  facts: SignUpFacts,
  provenAddresses: readonly string[],
): SignUpStep {
  if (facts.agreedAt === undefined) return { kind: "agree" };
  if (facts.answeredAt === undefined) return { kind: "answer", reason: "nothing-answered" };
  const answers = readAnswers(questions, facts.typed ?? {});
  // The flow asks for more than it did when this was answered.
  if (!answers.ok) return { kind: "answer", reason: "nothing-answered" };
  const proven = [...provenAddresses.map((address) => address.toLowerCase()), ...(facts.proven ?? [])];
  const open = answers.value.toProve.find((address) => !proven.includes(address));
  if (open === undefined) return { kind: "answer", reason: "to-be-created" };
  return { kind: "prove-address", address: open, sentAt: codeSentTo(facts, open) };
}
