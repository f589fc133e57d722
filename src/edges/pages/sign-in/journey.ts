import type { Context } from "hono";
import { findTenant } from "../../../domain/directory/find-tenant.ts";
import type { Tenant } from "../../../domain/directory/rules/tenant.ts";
import { readSituation } from "../../../domain/signin/read-situation.ts";
import { nextStep } from "../../../domain/signin/rules/next-step.ts";
import type { BrowserSession } from "../../../domain/signin/rules/session-account.ts";
import { tenantOfPurpose } from "../../../domain/signin/rules/sign-in-facts.ts";
import type { Situation } from "../../../domain/signin/rules/situation.ts";
import type { Step } from "../../../domain/signin/rules/step.ts";
import {
  findTransaction,
  type SignInTransaction,
  type TransactionProblem,
} from "../../../domain/signin/sign-in-transaction.ts";
import { findFlowTexts } from "../../../domain/signup/find-flow-texts.ts";
import type { FlowTexts } from "../../../domain/signup/rules/page-texts.ts";
import type { UserFlow } from "../../../domain/signup/rules/user-flow.ts";
import { parseGuid, type TransactionId } from "../../../foundation/identifiers.ts";
import { type Language, languages } from "../../../foundation/language.ts";
import type { Machine } from "../../../platform/machine.ts";
import { readBrowser } from "../../shared/browser.ts";
import { csrfToken, isCsrfToken } from "../../shared/csrf.ts";
import { readForm } from "../../shared/read-form.ts";
import type { Frame } from "../layout/frame.ts";
import { frameOf } from "../layout/frame-of.ts";
import { speakingFrame } from "../sign-up-texts/speaking-frame.ts";
import type { OfferedLanguages } from "../words/choose-language.ts";
import { pageOfStep } from "./page-of-step.ts";
import { wantsAccount } from "./wants-account.ts";

/** One request of a sign-in journey: the stored facts, where they lead, and what its pages need. */
export interface Journey {
  readonly c: Context;
  readonly machine: Machine;
  readonly session: BrowserSession;
  readonly transaction: SignInTransaction;
  readonly situation: Situation;
  readonly step: Step;
  readonly tenant: Tenant | undefined;
  readonly frame: Frame;
  /** What the pages say in this language in place of our words, where a flow is open to the person. */
  readonly texts: FlowTexts;
  readonly csrf: string;
  /** Path of the journey; steps post to places below it. */
  readonly path: string;
}

export type JourneyProblem = TransactionProblem | "form-forged";

/** Opens the journey named in the address for the browser that owns it. */
export async function openJourney(c: Context, machine: Machine): Promise<Journey | JourneyProblem> {
  const transactionId = parseGuid<TransactionId>(c.req.param("transaction") ?? "");
  if (!transactionId) return "transaction-unknown";
  const session = await readBrowser(c, machine);
  const transaction = await findTransaction(machine, transactionId, session?.sessionId);
  if (typeof transaction === "string") return transaction;
  if (!session) return "other-browser";
  const { purpose } = transaction.facts;
  const tenantId = tenantOfPurpose(purpose);
  const [situation, tenant] = await Promise.all([
    readSituation(machine, transaction.facts, session),
    tenantId && findTenant(machine.database, tenantId),
  ]);
  const path = `/signin/${transactionId}`;
  const uiLocales =
    purpose.kind === "authorize" || purpose.kind === "find-home" ? purpose.request.uiLocales : undefined;
  const step = nextStep(situation);
  const flow = situation.signUp?.flow;
  const isSigningUp = isOnTheWayToAnAccount(c, situation, step);
  const frame = frameOf(c, machine, tenant, {
    // The menu of languages comes back to the page for a new account, too.
    path: isSigningUp && step.kind === "identify" ? `${path}?account=create` : path,
    uiLocales,
    offered: flow && isSigningUp ? offeredBy(flow) : undefined,
  });
  const texts = flow ? await findFlowTexts(machine.database, flow, frame.language) : {};
  const page = pageOfStep(step);
  return {
    ...{ c, machine, session, transaction, situation, step, tenant, texts, path },
    frame: page ? speakingFrame(frame, texts, page) : frame,
    csrf: csrfToken(machine, session.sessionId),
  };
}

/**
 * Whether the page is one of the flow's. Who only signs in is asked in whatever language they read; by a code come
 * none but people from outside, of whom nothing may show whether they are known.
 */
function isOnTheWayToAnAccount(c: Context, situation: Situation, step: Step): boolean {
  if (!situation.signUp) return false;
  if (step.kind === "identify") return wantsAccount(c, situation);
  return pageOfStep(step) !== undefined || (step.kind === "refused" && step.code === "sign-up-domain");
}

/** A flow is offered in some languages, and speaks one of them to everybody else. */
function offeredBy({ languages: switchedOn, defaultLanguage }: UserFlow): OfferedLanguages {
  const isDefault = (known: Language) => known === defaultLanguage;
  return {
    languages: languages.filter((known) => switchedOn.includes(known)),
    fallback: languages.find(isDefault) ?? "en",
  };
}

export interface PostedJourney extends Journey {
  readonly form: Readonly<Record<string, string>>;
}

/** The same for a posted form, which must carry the session's own value. */
export async function openPostedJourney(
  c: Context,
  machine: Machine,
): Promise<PostedJourney | JourneyProblem> {
  const journey = await openJourney(c, machine);
  if (typeof journey === "string") return journey;
  const form = await readForm(c);
  return isCsrfToken(machine, journey.session.sessionId, form["csrf"]) ? { ...journey, form } : "form-forged";
}
