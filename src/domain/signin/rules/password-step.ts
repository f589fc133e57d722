import type { AccountStanding } from "./account-standing.ts";
import type { Situation } from "./situation.ts";
import type { Step } from "./step.ts";

/**
 * Whoever has to choose a new password does nothing else before. The old one must have been proved on this very
 * journey: a browser left open is no reason to let somebody replace a password.
 */
export function passwordStep({ facts, prompt }: Situation, account: AccountStanding): Step | undefined {
  const { standing } = account;
  if (standing.kind !== "user" || !standing.user.mustChangePassword || !standing.user.accountEnabled)
    return undefined;
  if (prompt.kind === "none") return { kind: "refused", code: "password-expired" };
  const { authenticatedAt, email, subject } = account.account;
  return authenticatedAt < new Date(facts.startedAt)
    ? { kind: "password", address: email ?? subject }
    : { kind: "choose-password", account, user: standing.user };
}
