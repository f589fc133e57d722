import type { Context } from "hono";
import { recordSignIn } from "../../domain/audit/record-sign-in.ts";
import { homeTenantOfIssuer } from "../../domain/directory/rules/external-identity.ts";
import { readSituation } from "../../domain/signin/read-situation.ts";
import { nextStep } from "../../domain/signin/rules/next-step.ts";
import type { SessionAccount } from "../../domain/signin/rules/session-account.ts";
import { signInAmr } from "../../domain/signin/rules/sign-in-amr.ts";
import type { Purpose } from "../../domain/signin/rules/sign-in-facts.ts";
import type { SignInRefusal, Step } from "../../domain/signin/rules/step.ts";
import { findTransaction, type SignInTransaction } from "../../domain/signin/sign-in-transaction.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { circumstancesOf, clientAddress } from "./request-context.ts";
import { signInErrors } from "./sign-in-errors.ts";

/**
 * Writes to the sign-in log where somebody stands on a journey that no application asked for: another organisation
 * did, one of our own pages, or nobody. An application's sign-in is logged when it is answered; here nobody is answered, so
 * every step that may have brought them through calls this: a proof, a new password, an acceptance. Success is logged
 * only when nothing more is asked; what is still asked, or why they are refused, is logged instead.
 */
export async function logOwnSignIn(
  c: Context,
  machine: Machine,
  { transactionId, sessionId }: Pick<SignInTransaction, "transactionId" | "sessionId">,
  signedIn: { readonly tenantId: TenantId; readonly account: SessionAccount },
): Promise<void> {
  const transaction = await findTransaction(machine, transactionId, sessionId);
  if (typeof transaction === "string") return;
  const { purpose } = transaction.facts;
  if (purpose.kind !== "vouch" && purpose.kind !== "visit" && purpose.kind !== "arrive") return;
  const { tenantId, account } = signedIn;
  const networkAddress = clientAddress(c, machine.configuration.behindProxy);
  const session = { sessionId, accounts: [account], applications: [], networkAddress };
  const situation = await readSituation(machine, transaction.facts, session);
  const step = nextStep(situation);
  const missing = whatIsMissing(step);
  const user = "user" in step ? step.user : undefined;
  const homeTenantId = homeTenantOfIssuer(account.issuer);
  await recordSignIn(
    machine.database,
    machine.clock(),
    circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy),
    {
      tenantId,
      ...(user && {
        user: {
          id: user.userId,
          name: user.kind === "guest" ? (user.mail ?? user.userPrincipalName) : user.userPrincipalName,
          kind: user.kind,
        },
      }),
      ...(homeTenantId !== tenantId && { identityProvider: account.issuer }),
      ...(homeTenantId !== undefined && homeTenantId !== tenantId && { homeTenantId }),
      isInteractive: true,
      policies: situation.policyOutcomes,
      errorCode: missing === undefined ? 0 : signInErrors[missing].number,
      ...(missing !== undefined && { failureReason: missing }),
      details: {
        askedBy: askedBy(purpose),
        amr: signInAmr(account.amr, situation.secondFactor?.provedAt !== undefined),
        ...(account.email !== undefined && { address: account.email }),
      },
    },
  );
}

function askedBy(purpose: Extract<Purpose, { readonly kind: "vouch" | "visit" | "arrive" }>): string {
  switch (purpose.kind) {
    case "vouch":
      return "another organisation";
    case "visit":
      return purpose.path;
    case "arrive":
      return "the identity provider itself";
  }
}

/** What keeps somebody who has proved who they are from being through; undefined when nothing does. */
function whatIsMissing(step: Step): SignInRefusal | undefined {
  switch (step.kind) {
    case "done":
      return undefined;
    case "refused":
      return step.code;
    case "choose-password":
      return "password-expired";
    case "enter-second-factor":
      return "second-factor-required";
    case "set-up-second-factor":
      return "second-factor-not-set-up";
    case "accept-terms":
      return "terms-required";
    case "review-permissions":
      return "redemption-required";
    default:
      return "login-required";
  }
}
