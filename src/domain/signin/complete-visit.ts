import type { TenantId, TransactionId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import type { User } from "../directory/rules/user.ts";
import type { Visit } from "../visits/rules/visit.ts";
import { readSituation } from "./read-situation.ts";
import { nextStep } from "./rules/next-step.ts";
import type { BrowserSession } from "./rules/session-account.ts";
import type { SignInRefusal } from "./rules/step.ts";
import { findTransaction } from "./sign-in-transaction.ts";
import { finishTransaction } from "./transaction-store.ts";

export type VisitOutcome =
  | {
      readonly kind: "vouched";
      readonly visit: Visit;
      readonly user: User;
      readonly amr: readonly string[];
      readonly authenticatedAt: Date;
    }
  | {
      readonly kind: "refused";
      readonly tenantId: TenantId;
      readonly visit: Visit;
      readonly code: SignInRefusal;
    }
  /** A person must act first. */
  | { readonly kind: "interact" }
  | { readonly kind: "unknown" };

/** Ends the journey of a member whom an organisation elsewhere has as its guest; it answers once. */
export async function completeVisit(
  machine: Machine,
  session: BrowserSession | undefined,
  transactionId: TransactionId,
): Promise<VisitOutcome> {
  const transaction = await findTransaction(machine, transactionId, session?.sessionId);
  if (typeof transaction === "string" || transaction.finishedAt) return { kind: "unknown" };
  const { purpose } = transaction.facts;
  if (purpose.kind !== "vouch-abroad") return { kind: "unknown" };
  const step = nextStep(await readSituation(machine, transaction.facts, session));
  if (step.kind !== "done" && step.kind !== "refused") return { kind: "interact" };
  if (!(await finishTransaction(machine.database, transactionId, machine.clock())))
    return { kind: "unknown" };
  const { tenantId, visit } = purpose;
  if (step.kind === "refused" || !step.user)
    return {
      kind: "refused",
      tenantId,
      visit,
      code: step.kind === "refused" ? step.code : "visit-not-allowed",
    };
  const { amr, authenticatedAt } = step.account.account;
  return { kind: "vouched", visit, user: step.user, amr, authenticatedAt };
}
