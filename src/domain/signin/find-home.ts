import type { SessionId, TenantId, TransactionId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { readSituation } from "./read-situation.ts";
import type { HomeRequest } from "./rules/home-request.ts";
import { nextStep } from "./rules/next-step.ts";
import type { BrowserSession } from "./rules/session-account.ts";
import type { SignInRefusal } from "./rules/step.ts";
import { findTransaction, startTransaction } from "./sign-in-transaction.ts";

/** Where a request goes on that named no tenant. */
export interface FoundHome {
  readonly kind: "home";
  readonly tenantId: TenantId;
  /** Who is meant there, where that is known. */
  readonly address: string | undefined;
}

export type HomeOutcome =
  | FoundHome
  | { readonly kind: "refused"; readonly code: SignInRefusal }
  /** A person must say first. */
  | { readonly kind: "interact" };

/** Finds the tenant from hints and the browser's session alone, if that can be done. */
export async function findHome(
  machine: Machine,
  session: BrowserSession | undefined,
  request: HomeRequest,
): Promise<HomeOutcome> {
  const startedAt = machine.clock().toISOString();
  const facts = { purpose: { kind: "find-home", request }, startedAt } as const;
  const step = nextStep(await readSituation(machine, facts, session));
  if (step.kind === "go-home") return { kind: "home", tenantId: step.tenantId, address: step.address };
  return step.kind === "refused" ? { kind: "refused", code: step.code } : { kind: "interact" };
}

/** Begins a journey of this browser whose one question is where the person is at home. */
export function startHomeJourney(
  machine: Machine,
  sessionId: SessionId,
  request: HomeRequest,
): Promise<TransactionId> {
  return startTransaction(machine, sessionId, { kind: "find-home", request });
}

/** What such a journey has found; going back to it and choosing anew is allowed, nothing was given out yet. */
export async function readHomeJourney(
  machine: Machine,
  session: BrowserSession | undefined,
  transactionId: TransactionId,
): Promise<
  | { readonly request: HomeRequest; readonly outcome: HomeOutcome }
  | { readonly request: undefined; readonly outcome: "unknown" }
> {
  const transaction = await findTransaction(machine, transactionId, session?.sessionId);
  if (typeof transaction === "string" || transaction.facts.purpose.kind !== "find-home")
    return { request: undefined, outcome: "unknown" };
  const { request } = transaction.facts.purpose;
  const step = nextStep(await readSituation(machine, transaction.facts, session));
  const outcome: HomeOutcome =
    step.kind === "go-home"
      ? { kind: "home", tenantId: step.tenantId, address: step.address }
      : { kind: "interact" };
  return { request, outcome };
}
