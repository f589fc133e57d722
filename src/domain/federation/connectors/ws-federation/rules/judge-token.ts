import {
  type AssertionProblem,
  audienceProblem,
  compared,
  holdsAt,
  isBefore,
  issuerProblem,
  proofProblem,
} from "../../signed-assertions/rules/assertion-checks.ts";
import type { Token, TokenConfirmation } from "./token.ts";

/** What a token must be for. */
export interface TokenExpectation {
  readonly issuer: string;
  readonly audience: string;
  /** Where the person came back to. */
  readonly recipient: string;
  readonly now: Date;
  /** When the person was sent to the provider; undefined when they were not. */
  readonly askedAt: Date | undefined;
  /** Set when the person was asked to prove themselves again: then not before this. */
  readonly provedSince: Date | undefined;
}

const bearer = ["urn:oasis:names:tc:SAML:1.0:cm:bearer", "urn:oasis:names:tc:SAML:2.0:cm:bearer"];

/**
 * A token of WS-Federation does not name the request that it answers. So it must be newer than the request, beside what
 * every assertion must be; which browser asked, `wctx` and the session say.
 */
export function judgeToken(token: Token, expected: TokenExpectation): AssertionProblem | undefined {
  return (
    issuerProblem(expected.issuer, token.issuer) ??
    audienceProblem(expected.audience, token.audiences) ??
    timeProblem(token, expected) ??
    judgeConfirmations(token.confirmations, expected) ??
    proofProblem(token.provedAt, expected.provedSince)
  );
}

function timeProblem(token: Token, { now, askedAt }: TokenExpectation): AssertionProblem | undefined {
  if (!holdsAt(token, now))
    return { check: "time", detail: `Its Conditions do not hold at ${now.toISOString()}.` };
  if (askedAt === undefined || !isBefore(token.issuedAt, askedAt)) return undefined;
  const detail = `It was issued at ${token.issuedAt.toISOString()}, before it was asked for at ${askedAt.toISOString()}.`;
  return { check: "time", detail };
}

/** One confirmation that holds is enough; of several that do not, the last says why. */
function judgeConfirmations(
  confirmations: readonly TokenConfirmation[],
  expected: TokenExpectation,
): AssertionProblem | undefined {
  let problem: AssertionProblem | undefined = {
    check: "recipient",
    detail: "The subject is confirmed by no bearer method.",
  };
  for (const confirmation of confirmations.filter(({ method }) => bearer.includes(method))) {
    problem = judgeConfirmation(confirmation, expected);
    if (!problem) return undefined;
  }
  return problem;
}

/** What only SAML 2.0 has is not asked for; where it stands it must be right. */
function judgeConfirmation(
  { recipient, inResponseTo, notBefore, notOnOrAfter }: TokenConfirmation,
  expected: TokenExpectation,
): AssertionProblem | undefined {
  if (recipient !== undefined && recipient !== expected.recipient)
    return { check: "recipient", detail: compared(expected.recipient, recipient) };
  if (inResponseTo !== undefined)
    return { check: "answer-belongs-here", detail: `It answers the SAML request ${inResponseTo}.` };
  const times = { notBefore, notOnOrAfter: notOnOrAfter ?? new Date(8.64e15) };
  return holdsAt(times, expected.now)
    ? undefined
    : { check: "time", detail: `Its confirmation does not hold at ${expected.now.toISOString()}.` };
}
