import type { TransactionId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { readSituation } from "./read-situation.ts";
import type { AdminConsentRequest } from "./rules/admin-consent-request.ts";
import { nextStep } from "./rules/next-step.ts";
import type { BrowserSession } from "./rules/session-account.ts";
import { findTransaction } from "./sign-in-transaction.ts";
import { finishTransaction } from "./transaction-store.ts";

export type AdminConsentOutcome =
  | { readonly kind: "granted" | "declined"; readonly request: AdminConsentRequest }
  /** An administrator must act first. */
  | { readonly kind: "interact" }
  | { readonly kind: "unknown" };

/** Ends the journey of an administrator who was asked for consent; it answers once. */
export async function completeAdminConsent(
  machine: Machine,
  session: BrowserSession | undefined,
  transactionId: TransactionId,
): Promise<AdminConsentOutcome> {
  const transaction = await findTransaction(machine, transactionId, session?.sessionId);
  if (typeof transaction === "string" || transaction.finishedAt) return { kind: "unknown" };
  const { purpose } = transaction.facts;
  if (purpose.kind !== "admin-consent") return { kind: "unknown" };
  const step = nextStep(await readSituation(machine, transaction.facts, session));
  const isDeclined = step.kind === "refused" && step.code === "consent-declined";
  if (step.kind !== "done" && !isDeclined) return { kind: "interact" };
  if (!(await finishTransaction(machine.database, transactionId, machine.clock())))
    return { kind: "unknown" };
  return { kind: isDeclined ? "declined" : "granted", request: purpose.request };
}
