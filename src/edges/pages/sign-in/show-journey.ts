import type { Context } from "hono";
import type { Purpose } from "../../../domain/signin/rules/sign-in-facts.ts";
import type { SignInRefusal } from "../../../domain/signin/rules/step.ts";
import { startTransaction } from "../../../domain/signin/sign-in-transaction.ts";
import type { TransactionId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { allowFormTarget } from "../../shared/security-headers.ts";
import { frameOf } from "../layout/frame-of.ts";
import { problemPage } from "../views/problem-page.ts";
import { answerPath, concludeJourney, visitAnswerPath } from "./conclude-journey.ts";
import type { Journey, JourneyProblem } from "./journey.ts";
import { journeyTarget } from "./journey-target.ts";
import { presentRefusal } from "./present-refusal.ts";
import { presentStep } from "./present-step.ts";
import type { AskingStep, Attempt } from "./shown-step.ts";

/** Answers with whatever the journey's step asks for: a page, or the way on. */
export async function showJourney(journey: Journey, attempt: Attempt = {}): Promise<Response> {
  const { c, machine, session, transaction, step } = journey;
  const { purpose } = transaction.facts;
  switch (step.kind) {
    case "done":
      return c.redirect(await concludeJourney(journey, step), 303);
    case "refused":
      if (
        (purpose.kind === "authorize" || purpose.kind === "admin-consent") &&
        isToldToApplication(step.code)
      )
        return c.redirect(answerPath(purpose, transaction.transactionId), 303);
      // Whoever asked shows why: here nothing more can be done.
      if (purpose.kind === "vouch-abroad")
        return c.redirect(visitAnswerPath(purpose, transaction.transactionId), 303);
      return c.html(await presentRefusal(journey, step.code), 403);
    case "go-home":
      return c.redirect(homePath(purpose, transaction.transactionId), 303);
    case "federate": {
      const child = await startTransaction(machine, session.sessionId, {
        kind: "vouch",
        tenantId: step.homeTenantId,
        forTransaction: transaction.transactionId,
        address: step.address,
      });
      return c.redirect(`/signin/${child}`, 303);
    }
    case "ask-provider":
      if (step.isHinted) return c.redirect(`${journey.path}/provider`, 303);
      return showPage(journey, step, attempt);
    default:
      return showPage(journey, step, attempt);
  }
}

async function showPage(journey: Journey, step: AskingStep, attempt: Attempt): Promise<Response> {
  const { c, machine, session, transaction } = journey;
  const target = await journeyTarget(machine, transaction.facts.purpose, session.sessionId);
  if (target) allowFormTarget(c, target);
  return c.html(await presentStep(journey, step, attempt), statusOf(step, attempt));
}

function statusOf(step: AskingStep, attempt: Attempt): 200 | 400 | 403 {
  if (attempt.error || attempt.problems) return 400;
  return step.kind === "sign-up-check" && step.check.found === "blocked" ? 403 : 200;
}

/** Where the protocol goes on with a request whose tenant has been found. */
function homePath(purpose: Purpose, transactionId: TransactionId): string {
  const alias = purpose.kind === "find-home" ? purpose.request.alias : "common";
  return `/${alias}/oauth2/v2.0/authorize/home?transaction=${transactionId}`;
}

const toldToApplication: ReadonlySet<SignInRefusal> = new Set<SignInRefusal>([
  "redemption-declined",
  "consent-declined",
  "terms-declined",
  "device-declined",
  "sign-up-declined",
  "sign-up-not-approved",
  "resource-not-registered",
  "no-permission-registered",
  "registration-outdated",
  "resource-is-itself",
]);

/** Somebody who said no goes back to the application, which hears it; so does its own mistake. */
function isToldToApplication(code: SignInRefusal): boolean {
  return toldToApplication.has(code);
}

/** A journey that this browser cannot go on with. */
export function showJourneyProblem(
  c: Context,
  machine: Machine,
  problem: JourneyProblem,
): Response | Promise<Response> {
  const kind = problem === "transaction-expired" ? "transaction-expired" : "other-browser";
  return c.html(
    problemPage({
      frame: frameOf(c, machine, undefined),
      problem: kind,
      details: { time: machine.clock(), correlationId: c.get("correlationId"), traceId: c.get("requestId") },
    }),
    400,
  );
}
