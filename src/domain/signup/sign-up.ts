import { secondsAfter } from "../../foundation/clock.ts";
import { type EmailAddress, normalizeEmailAddress } from "../../foundation/email-address.ts";
import type { ApplicationId, TenantId, UserFlowId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import { forgetAppRoles } from "../applications/find-app-roles.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { findUserByIdentity, findUsersHoldingAddress } from "../directory/find-user.ts";
import type { ExternalIdentity } from "../directory/rules/external-identity.ts";
import type { Tenant } from "../directory/rules/tenant.ts";
import { admitGuest } from "./admit-guest.ts";
import { askForApproval } from "./approval/ask-for-approval.ts";
import type { Approver } from "./approval/find-deciders.ts";
import { findRequestStanding } from "./approval/find-sign-up-requests.ts";
import { planApproval } from "./approval/plan-approval.ts";
import { countAskingsSince } from "./approval/sign-up-request-store.ts";
import { askOwnApi, type OwnApiRefusal } from "./ask-own-api.ts";
import { findSignUpOffer } from "./find-sign-up-offer.ts";
import { answeredQuestions } from "./rules/answered-questions.ts";
import { maySignUp, type ProvenPerson, type SignUpProblem } from "./rules/may-sign-up.ts";
import { type Answers, readAnswers } from "./rules/read-answers.ts";
import { provenOwnAddress, type SignUpFacts } from "./rules/sign-up-facts.ts";
import type { SignUpOffer } from "./rules/sign-up-offer.ts";
import type { AnsweredQuestion, AskingPerson } from "./rules/sign-up-request.ts";
import { signUpStep } from "./rules/sign-up-step.ts";
import { countSignUpsSince } from "./sign-up-store.ts";
import { lockUserFlow } from "./user-flow-store.ts";

export interface SignUpInput {
  readonly tenantId: TenantId;
  readonly applicationId: ApplicationId;
  readonly identity: ExternalIdentity;
  readonly person: ProvenPerson;
  /** What their provider calls them; an answer goes before it. */
  readonly displayName: string;
  readonly provenAt: Date;
  readonly facts: SignUpFacts;
  readonly language: string;
  /** What their provider says of them, by built-in attribute; an answer goes before it. */
  readonly known: Readonly<Record<string, string>>;
}

export type SignUpRefusal =
  | OwnApiRefusal
  | { readonly code: SignUpProblem | "not-offered" | "not-ready" | "address-taken" }
  | { readonly code: "too-many-sign-ups" | "too-many-tries"; readonly retryAfterSeconds: number };

/** `awaits-approval`: nothing is made before a person decides. */
type Outcome = Result<"signed-up" | "known-already" | "awaits-approval", SignUpRefusal>;

const hourSeconds = 3600;

/**
 * Makes somebody a guest by the flow of an application. Every gate is looked at here again, whatever page the person
 * came from, and nothing but the answers to what the flow asks is taken. Of several at once by one identity one is
 * made, and the others find it.
 */
export async function signUp(
  machine: Machine,
  circumstances: Circumstances,
  input: SignUpInput,
): Promise<Outcome> {
  const waitSeconds = await countTry(machine, circumstances, input);
  if (waitSeconds !== undefined) return refuse({ code: "too-many-tries", retryAfterSeconds: waitSeconds });
  const { tenantId, applicationId } = input;
  const tenant = await findTenant(machine.database, tenantId);
  const shown = await findSignUpOffer(machine.database, tenantId, applicationId);
  if (!tenant || !shown) return refuse({ code: "not-offered" });
  const { flow } = shown;
  // Asked before: neither the organisation's API nor whoever decides is asked again.
  if (flow.requiresApproval && (await findRequestStanding(machine, machine.database, flow, input.identity)))
    return accept("awaits-approval");
  const decided = await decidedByOwnApi(machine, circumstances, input, shown);
  if (!decided.ok) return decided;
  const approval = flow.requiresApproval ? await planApproval(machine, flow, input.identity) : accept([]);
  if (!approval.ok) return approval;
  const approvers = approval.value;
  const attempt = { ...input, facts: decided.value, tenant, flowId: flow.flowId, approvers };

  const outcome: Outcome = await machine.database
    .transaction()
    .execute((transaction) => decideAndRecord(machine, transaction, circumstances, attempt))
    .catch((undone: unknown): Outcome => {
      if (!(undone instanceof Undone)) throw undone;
      // Somebody of the same identity has come by another flow at this very moment.
      return undone.code === "identity-taken" ? accept("known-already") : refuse({ code: undone.code });
    });
  forgetAppRoles(machine.database);
  return outcome;
}

/**
 * What was answered, after the organisation's own API had its say. It is asked only about somebody who would be made a
 * guest otherwise, and what it answers is read like what people type.
 */
async function decidedByOwnApi(
  machine: Machine,
  { correlationId }: Circumstances,
  { applicationId, identity, person, facts, language, known }: SignUpInput,
  offer: SignUpOffer,
): Promise<Result<SignUpFacts, SignUpRefusal>> {
  const { tenantId } = offer.flow;
  const address = maySignUp(offer, person);
  if (!address.ok) return accept(facts);
  const step = signUpStep(offer, facts, { address: address.value, proven: person.addresses });
  const isReady = step.kind === "answer" && step.reason === "to-be-created";
  if (!isReady || (await findUserByIdentity(machine.database, tenantId, identity.issuer, identity.subject)))
    return accept(facts);
  const asked = { offer, applicationId, identity, address: address.value, known, language, correlationId };
  const typed = await askOwnApi(machine, { ...asked, step: "before-creation", typed: facts.typed ?? {} });
  if (!typed.ok) return typed;
  return readAnswers(offer.questions, typed.value).ok
    ? accept({ ...facts, typed: typed.value })
    : refuse({ code: "api-failed" });
}

/** Thrown so that a guest half made is none. */
class Undone extends Error {
  readonly code: "address-taken" | "identity-taken";

  constructor(code: Undone["code"]) {
    super(code);
    this.code = code;
  }
}

/** Whoever tries is counted by network and by address before anything is written. */
async function countTry(
  { limits }: Machine,
  { ipAddress }: Circumstances,
  { tenantId, identity }: SignUpInput,
): Promise<number | undefined> {
  return (
    (await limits.consume("sign-up-by-network", ipAddress ?? "unknown")) ??
    (await limits.consume("sign-up-by-identity", `${tenantId} ${identity.issuer} ${identity.subject}`))
  );
}

interface Attempt extends SignUpInput {
  readonly tenant: Tenant;
  readonly flowId: UserFlowId;
  readonly approvers: readonly Approver[];
}

async function decideAndRecord(
  machine: Machine,
  transaction: DatabaseTransaction,
  circumstances: Circumstances,
  input: Attempt,
): Promise<Outcome> {
  const { tenantId, applicationId, identity, person, facts, flowId } = input;
  const now = machine.clock();
  // One at a time by each flow: the limit is exact, and whoever changes the flow comes before or after.
  const isLocked = await lockUserFlow(transaction, tenantId, flowId);
  const offered = await findSignUpOffer(transaction, tenantId, applicationId);
  if (!isLocked || offered?.flow.flowId !== flowId) return refuse({ code: "not-offered" });
  if (await findUserByIdentity(transaction, tenantId, identity.issuer, identity.subject))
    return accept("known-already");
  const address = maySignUp(offered, person);
  if (!address.ok) return address;
  const step = signUpStep(offered, facts, { address: address.value, proven: person.addresses });
  const answers = readAnswers(offered.questions, facts.typed ?? {});
  if (step.kind !== "answer" || step.reason !== "to-be-created" || !answers.ok)
    return refuse({ code: "not-ready" });
  // Nobody becomes a second person of one address, and a proof of it takes no account over.
  const taken = await findUsersHoldingAddress(transaction, tenantId, normalizeEmailAddress(address.value));
  if (taken.length > 0) return refuse({ code: "address-taken" });
  const { flow } = offered;
  const since = secondsAfter(now, -hourSeconds);
  const count = flow.requiresApproval
    ? await countAskingsSince(transaction, flow, since)
    : await countSignUpsSince(transaction, tenantId, flow.flowId, since);
  if (count >= flow.signUpsPerHour) {
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "guest-sign-up-refused",
      result: "failure",
      reason: "too-many-sign-ups",
      target: { kind: "user-flow", id: flow.flowId, name: flow.name },
      details: { signUpsPerHour: flow.signUpsPerHour },
    });
    return refuse({ code: "too-many-sign-ups", retryAfterSeconds: hourSeconds });
  }
  const guest = guestOf(input, address.value, answers.value);
  const admission = { flow, applicationId, tenant: input.tenant, identity, guest };
  if (flow.requiresApproval) {
    await askForApproval(machine, transaction, circumstances, {
      ...admission,
      approvers: input.approvers,
      asking: askingOf(input, guest, answeredQuestions(offered.questions, facts.typed ?? {})),
    });
    return accept("awaits-approval");
  }
  const made = await admitGuest(transaction, now, circumstances, admission);
  if (typeof made === "string") throw new Undone(made);
  return accept("signed-up");
}

function guestOf(
  { displayName, language, provenAt }: SignUpInput,
  address: EmailAddress,
  { profile, customValues }: Answers,
) {
  const { displayName: answered, ...rest } = profile;
  const named = [profile.givenName, profile.surname].filter(Boolean).join(" ");
  return {
    address,
    displayName: answered ?? (named === "" ? displayName : named),
    profile: rest,
    customValues,
    preferredLanguage: language,
    provenAt,
  };
}

/** The same person while somebody decides about them. */
function askingOf(
  { identity, person, facts }: SignUpInput,
  { preferredLanguage, provenAt, ...guest }: ReturnType<typeof guestOf>,
  answers: readonly AnsweredQuestion[],
): AskingPerson {
  return {
    ...{ ...guest, identity, person, answers },
    isOwnAddress: provenOwnAddress(facts) === normalizeEmailAddress(guest.address),
    language: preferredLanguage,
    provenAt: provenAt.toISOString(),
  };
}
