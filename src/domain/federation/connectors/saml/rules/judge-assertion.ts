import type { Assertion, SubjectConfirmation } from "./assertion.ts";

/** What an assertion must be for. */
export interface Expectation {
  readonly issuer: string;
  readonly audience: string;
  readonly recipient: string;
  /** The request that this journey made. */
  readonly requestId: string;
  readonly now: Date;
  /** Set when the person was asked to prove themselves again: then not before this. */
  readonly provedSince: Date | undefined;
}

/** The first thing that is wrong with an assertion. */
export interface AssertionProblem {
  readonly check: "issuer" | "answer-belongs-here" | "recipient" | "audience" | "time";
  readonly detail: string;
}

/** How far the provider's clock may be from ours. */
export const toleranceSeconds = 120;

const bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

/** Web browser SSO profile, SAML Profiles section 4.1.4.3. All of it is read from what the provider signed. */
export function judgeAssertion(assertion: Assertion, expected: Expectation): AssertionProblem | undefined {
  if (assertion.issuer !== expected.issuer)
    return { check: "issuer", detail: compared(expected.issuer, assertion.issuer) };
  for (const audiences of assertion.audiences) {
    if (!audiences.includes(expected.audience))
      return { check: "audience", detail: compared(expected.audience, audiences.join(", ")) };
  }
  if (assertion.audiences.length === 0)
    return { check: "audience", detail: compared(expected.audience, "no AudienceRestriction") };
  if (!isNow(assertion, expected.now))
    return { check: "time", detail: `Its Conditions do not hold at ${expected.now.toISOString()}.` };
  return judgeConfirmations(assertion.confirmations, expected) ?? judgeProof(assertion, expected);
}

/** One confirmation that holds is enough; of several that do not, the last says why. */
function judgeConfirmations(
  confirmations: readonly SubjectConfirmation[],
  expected: Expectation,
): AssertionProblem | undefined {
  let problem: AssertionProblem | undefined = {
    check: "recipient",
    detail: "No bearer SubjectConfirmation.",
  };
  for (const confirmation of confirmations.filter(({ method }) => method === bearer)) {
    problem = judgeConfirmation(confirmation, expected);
    if (!problem) return undefined;
  }
  return problem;
}

function judgeConfirmation(
  confirmation: SubjectConfirmation,
  { recipient, requestId, now }: Expectation,
): AssertionProblem | undefined {
  if (confirmation.recipient !== recipient)
    return { check: "recipient", detail: compared(recipient, confirmation.recipient ?? "no Recipient") };
  if (confirmation.inResponseTo !== requestId)
    return {
      check: "answer-belongs-here",
      detail: compared(`InResponseTo ${requestId}`, confirmation.inResponseTo ?? "none"),
    };
  const { notBefore, notOnOrAfter } = confirmation;
  if (notOnOrAfter === undefined || !isNow({ notBefore, notOnOrAfter }, now))
    return { check: "time", detail: `Its SubjectConfirmation does not hold at ${now.toISOString()}.` };
  return undefined;
}

function judgeProof({ provedAt }: Assertion, { provedSince }: Expectation): AssertionProblem | undefined {
  if (!provedSince || provedAt.getTime() + toleranceSeconds * 1000 >= provedSince.getTime()) return undefined;
  return {
    check: "time",
    detail:
      "The person was asked to prove themselves again, and the provider took an earlier sign-in for it.",
  };
}

function isNow(
  { notBefore, notOnOrAfter }: { readonly notBefore: Date | undefined; readonly notOnOrAfter: Date },
  now: Date,
): boolean {
  const tolerance = toleranceSeconds * 1000;
  if (notBefore && now.getTime() + tolerance < notBefore.getTime()) return false;
  return now.getTime() - tolerance < notOnOrAfter.getTime();
}

/** The two values an administrator compares. */
function compared(expected: string, received: string): string {
  return `Expected ${expected}; received ${received}.`;
}
