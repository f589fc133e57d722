import {
  type AssertionProblem,
  audienceProblem,
  compared,
  holdsAt,
  issuerProblem,
  proofProblem,
} from "../../signed-assertions/rules/assertion-checks.ts";
import type { Assertion, SubjectConfirmation } from "./assertion.ts";

/** What an assertion must be for. */
export interface Expectation {
  readonly issuer: string;
  readonly audience: string;
  readonly recipient: string;
  /** The request that this journey made; undefined for an answer to none. */
  readonly requestId: string | undefined;
  readonly now: Date;
  /** Set when the person was asked to prove themselves again: then not before this. */
  readonly provedSince: Date | undefined;
}

const bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

/** Web browser SSO profile, SAML Profiles section 4.1.4.3. All of it is read from what the provider signed. */
export function judgeAssertion(assertion: Assertion, expected: Expectation): AssertionProblem | undefined {
  return (
    issuerProblem(expected.issuer, assertion.issuer) ??
    audienceProblem(expected.audience, assertion.audiences) ??
    timeProblem(assertion, expected) ??
    judgeConfirmations(assertion.confirmations, expected) ??
    proofProblem(assertion.provedAt, expected.provedSince)
  );
}

function timeProblem(assertion: Assertion, { now }: Expectation): AssertionProblem | undefined {
  if (holdsAt(assertion, now)) return undefined;
  return { check: "time", detail: `Its Conditions do not hold at ${now.toISOString()}.` };
}

/** One confirmation that holds is enough; of several that do not, the last says why. */
function judgeConfirmations(
  confirmations: readonly SubjectConfirmation[],
  expected: Expectation,
): AssertionProblem | undefined {
  // Section 4.1.5: an answer to no request names none anywhere, or it was made for somebody else's journey.
  const answered = confirmations.find(({ inResponseTo }) => inResponseTo !== undefined)?.inResponseTo;
  if (expected.requestId === undefined && answered !== undefined)
    return { check: "answer-belongs-here", detail: compared("no InResponseTo", answered) };
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
      detail: compared(`InResponseTo ${requestId ?? "none"}`, confirmation.inResponseTo ?? "none"),
    };
  const { notBefore, notOnOrAfter } = confirmation;
  if (notOnOrAfter === undefined || !holdsAt({ notBefore, notOnOrAfter }, now))
    return { check: "time", detail: `Its SubjectConfirmation does not hold at ${now.toISOString()}.` };
  return undefined;
}
