/** The first thing that is wrong with an assertion. */
export interface AssertionProblem {
  readonly check: "issuer" | "answer-belongs-here" | "recipient" | "audience" | "time";
  readonly detail: string;
}

/** How far the provider's clock may be from ours. */
export const toleranceSeconds = 120;

/** The provider that was asked must have spoken. */
export function issuerProblem(expected: string, received: string): AssertionProblem | undefined {
  return expected === received ? undefined : { check: "issuer", detail: compared(expected, received) };
}

/** Every restriction must name us (SAML Core section 2.5.1.4), and there must be one. */
export function audienceProblem(
  expected: string,
  restrictions: readonly (readonly string[])[],
): AssertionProblem | undefined {
  for (const audiences of restrictions) {
    if (!audiences.includes(expected))
      return { check: "audience", detail: compared(expected, audiences.join(", ")) };
  }
  return restrictions.length > 0
    ? undefined
    : { check: "audience", detail: compared(expected, "no restriction of the audience") };
}

/** Whether a moment lies within times of the provider's clock. */
export function holdsAt(
  { notBefore, notOnOrAfter }: { readonly notBefore: Date | undefined; readonly notOnOrAfter: Date },
  now: Date,
): boolean {
  if (notBefore && now.getTime() + tolerance < notBefore.getTime()) return false;
  return now.getTime() - tolerance < notOnOrAfter.getTime();
}

/** Where a new proof was asked for, an earlier sign-in at the provider is not enough, nor is silence about it. */
export function proofProblem(
  provedAt: Date | undefined,
  provedSince: Date | undefined,
): AssertionProblem | undefined {
  if (!provedSince || (provedAt && !isBefore(provedAt, provedSince))) return undefined;
  return {
    check: "time",
    detail:
      "The person was asked to prove themselves again, and the provider took an earlier sign-in for it.",
  };
}

/** Whether a moment of the provider's clock lies before one of ours for certain. */
export function isBefore(theirs: Date, ours: Date): boolean {
  return theirs.getTime() + tolerance < ours.getTime();
}

/** The two values an administrator compares. */
export function compared(expected: string, received: string): string {
  return `Expected ${expected}; received ${received}.`;
}

const tolerance = toleranceSeconds * 1000;
