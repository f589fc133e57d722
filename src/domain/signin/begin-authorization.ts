import type { SessionId, TransactionId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import type { PolicyOutcome } from "../audit/rules/policy-outcome.ts";
import type { User } from "../directory/rules/user.ts";
import { readSituation } from "./read-situation.ts";
import type { AccountStanding } from "./rules/account-standing.ts";
import type { AuthorizationRequest } from "./rules/authorization-request.ts";
import type { CompletedSignIn } from "./rules/completed-sign-in.ts";
import { nextStep } from "./rules/next-step.ts";
import type { BrowserSession } from "./rules/session-account.ts";
import { signInAmr } from "./rules/sign-in-amr.ts";
import type { SignInFacts } from "./rules/sign-in-facts.ts";
import type { Situation } from "./rules/situation.ts";
import type { SignInRefusal } from "./rules/step.ts";
import { insertSessionApplication } from "./sessions/session-store.ts";
import { findTransaction, startTransaction } from "./sign-in-transaction.ts";
import { finishTransaction } from "./transaction-store.ts";

export type AuthorizationOutcome =
  | { readonly kind: "completed"; readonly signIn: CompletedSignIn; readonly user: User }
  | {
      readonly kind: "refused";
      readonly code: SignInRefusal;
      readonly request: AuthorizationRequest;
      readonly policyOutcomes: readonly PolicyOutcome[];
    }
  /** A person must act first. */
  | { readonly kind: "interact" };

/**
 * Answers an application's request from the browser session alone, if that can be done; nothing is stored.
 * `interact`: start a journey with `startAuthorizationJourney`.
 */
export async function beginAuthorization(
  machine: Machine,
  session: BrowserSession | undefined,
  request: AuthorizationRequest,
): Promise<AuthorizationOutcome> {
  const facts: SignInFacts = {
    purpose: { kind: "authorize", request },
    startedAt: machine.clock().toISOString(),
  };
  const situation = await readSituation(machine, facts, session);
  const step = nextStep(situation);
  if (step.kind === "done" && session) return completed(machine, session, request, step.account, situation);
  // Without a page there is nobody to act, and nobody to show a refusal to.
  if (request.prompt.kind === "none") {
    const code = step.kind === "refused" ? step.code : "login-required";
    return { kind: "refused", code, request, policyOutcomes: situation.policyOutcomes };
  }
  return { kind: "interact" };
}

/** Stores the request as a journey of this browser and returns its id. */
export function startAuthorizationJourney(
  machine: Machine,
  sessionId: SessionId,
  request: AuthorizationRequest,
): Promise<TransactionId> {
  return startTransaction(machine, sessionId, { kind: "authorize", request });
}

/**
 * Ends a journey whose last step is done, or was declined. One call wins: the second gets `unknown`, so that one
 * journey never yields two codes.
 */
export async function completeAuthorization(
  machine: Machine,
  session: BrowserSession | undefined,
  transactionId: TransactionId,
): Promise<AuthorizationOutcome | { readonly kind: "unknown" }> {
  const transaction = await findTransaction(machine, transactionId, session?.sessionId);
  if (typeof transaction === "string" || transaction.finishedAt || !session) return { kind: "unknown" };
  const { purpose } = transaction.facts;
  if (purpose.kind !== "authorize") return { kind: "unknown" };
  const situation = await readSituation(machine, transaction.facts, session);
  const step = nextStep(situation);
  if (step.kind !== "done" && step.kind !== "refused") return { kind: "interact" };
  if (!(await finishTransaction(machine.database, transactionId, machine.clock())))
    return { kind: "unknown" };
  return step.kind === "done"
    ? completed(machine, session, purpose.request, step.account, situation)
    : {
        kind: "refused",
        code: step.code,
        request: purpose.request,
        policyOutcomes: situation.policyOutcomes,
      };
}

async function completed(
  machine: Machine,
  session: BrowserSession,
  request: AuthorizationRequest,
  { account, standing, provenAddresses }: AccountStanding,
  { secondFactor, policyOutcomes }: Pick<Situation, "secondFactor" | "policyOutcomes">,
): Promise<AuthorizationOutcome> {
  if (standing.kind !== "user") throw new Error("a completed sign-in has a user");
  const { user } = standing;
  const { tenantId, applicationId, tokenVersion = 2 } = request;
  const { userId } = user;
  const { sessionId } = session;
  const { accountId } = account;
  const isFirst = !session.applications.some(
    (used) =>
      used.tenantId === tenantId &&
      used.applicationId === applicationId &&
      used.userId === userId &&
      used.accountId === accountId &&
      used.tokenVersion === tokenVersion,
  );
  if (isFirst) {
    const firstUsedAt = machine.clock();
    await insertSessionApplication(machine.database, {
      sessionId,
      tenantId,
      applicationId,
      userId,
      accountId,
      tokenVersion,
      firstUsedAt,
    });
  }
  return {
    kind: "completed",
    user,
    signIn: {
      tenantId,
      applicationId,
      userId,
      accountId,
      authenticatedBy: user.isExternal
        ? {
            kind: account.providerKind,
            issuer: account.issuer,
            subject: account.subject,
            ...(account.provider && { vouchedAddresses: provenAddresses }),
          }
        : undefined,
      amr: signInAmr(account.amr, secondFactor?.provedAt !== undefined),
      authenticatedAt: account.authenticatedAt,
      policyOutcomes,
      answer: request.answer,
    },
  };
}
