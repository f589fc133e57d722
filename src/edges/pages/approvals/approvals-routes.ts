import { type Context, Hono } from "hono";
import { findApplicationInTenant } from "../../../domain/applications/find-application.ts";
import { type DecideRefusal, decideSignUp } from "../../../domain/signup/approval/decide-sign-up.ts";
import { flowsDecidedBy } from "../../../domain/signup/approval/find-deciders.ts";
import {
  countOpenRequests,
  findSignUpRequest,
  listOpenRequests,
} from "../../../domain/signup/approval/find-sign-up-requests.ts";
import { nameProof } from "../../../domain/signup/approval/name-proof.ts";
import { longestReason, type SignUpRequest } from "../../../domain/signup/rules/sign-up-request.ts";
import { parseGuid, type SignUpRequestId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { csrfToken, isCsrfToken } from "../../shared/csrf.ts";
import { readForm } from "../../shared/read-form.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import type { FormError } from "../layout/frame.ts";
import { frameOf } from "../layout/frame-of.ts";
import { actorOf, addressOfPerson, requirePerson, type SignedInPerson } from "../my-apps/signed-in-person.ts";
import { approvalPage } from "../views/approval-page.ts";
import { approvalsPage } from "../views/approvals-page.ts";
import { problemPage } from "../views/problem-page.ts";
import { type PlainMessageKey, words } from "../words/words.ts";

/** Where people of the organisation decide who signs up. Only a posted form decides; links in mails only show. */
export function approvalsRoutes(machine: Machine): Hono {
  return new Hono()
    .get("/", async (c) => {
      const person = await requirePerson(c, machine);
      return person instanceof Response ? person : showOpen(c, machine, person);
    })
    .get("/:request", async (c) => {
      const person = await requirePerson(c, machine);
      return person instanceof Response ? person : showRequest(c, machine, person, {});
    })
    .post("/:request", async (c) => {
      const person = await requirePerson(c, machine);
      return person instanceof Response ? person : decide(c, machine, person);
    });
}

const mostShown = 100;

async function showOpen(c: Context, machine: Machine, person: SignedInPerson): Promise<Response> {
  const { tenantId } = person.tenant;
  const flows = await flowsDecidedBy(machine, tenantId, actorOf(person));
  const [count, open] = await Promise.all([
    countOpenRequests(machine, tenantId, flows),
    listOpenRequests(machine, tenantId, flows, mostShown),
  ]);
  return c.html(
    approvalsPage({
      frame: frameOf(c, machine, person.tenant, { path: listAddress(person) }),
      address: addressOfPerson(person),
      requests: await Promise.all(
        open.map(async (request) => ({
          displayName: request.asking.displayName,
          address: request.asking.address,
          application: await applicationName(machine, request),
          askedAt: request.askedAt,
          url: requestAddress(person, request.requestId),
        })),
      ),
      furtherCount: Math.max(0, count - open.length),
      myAppsUrl: `/myapps?tenant=${tenantId}`,
    }),
  );
}

async function showRequest(
  c: Context,
  machine: Machine,
  person: SignedInPerson,
  attempt: { readonly reason?: string; readonly error?: FormError },
): Promise<Response> {
  const request = await addressedRequest(c, machine, person);
  if (!request) return showNothing(c, machine, person);
  const { tenant, session } = person;
  const { asking, decision, state } = request;
  const address = requestAddress(person, request.requestId);
  const view = approvalPage({
    ...attempt,
    frame: frameOf(c, machine, tenant, { path: address }),
    csrf: csrfToken(machine, session.sessionId),
    action: address,
    address: addressOfPerson(person),
    person: asking,
    application: await applicationName(machine, request),
    provenBy: await nameProof(machine.database, tenant.tenantId, asking),
    askedAt: request.askedAt,
    expiresAt: request.expiresAt,
    answers: asking.answers,
    decision: decision && state !== "pending" ? { ...decision, verdict: state } : undefined,
    longestReason,
    approvalsUrl: listAddress(person),
  });
  return c.html(view, attempt.error ? 400 : 200);
}

async function decide(c: Context, machine: Machine, person: SignedInPerson): Promise<Response> {
  const request = await addressedRequest(c, machine, person);
  if (!request) return showNothing(c, machine, person);
  const { tenantId, requestId } = request;
  const form = await readForm(c);
  const reason = (form["reason"] ?? "").replaceAll("\r\n", "\n");
  const typed = { reason: reason.slice(0, 2 * longestReason) };
  // The menu of languages takes along what was typed, and decides nothing.
  if (form["language"] !== undefined) return showRequest(c, machine, person, typed);
  const verdict = verdicts[form["decision"] ?? ""];
  if (!verdict || !isCsrfToken(machine, person.session.sessionId, form["csrf"]))
    return c.redirect(requestAddress(person, requestId), 303);
  const circumstances = circumstancesOf(c, actorOf(person), machine.configuration.behindProxy);
  const outcome = await decideSignUp(machine, circumstances, { tenantId, requestId, verdict, reason });
  const frame = frameOf(c, machine, person.tenant);
  const complaint = outcome.ok ? undefined : complaints[outcome.refusal.code];
  // Decided, by this person or by another one a moment earlier: the page says by whom.
  if (complaint === undefined) return c.redirect(requestAddress(person, requestId), 303);
  const error = { field: complaint.field, text: words(frame.language)(complaint.key) };
  return showRequest(c, machine, person, { ...typed, error });
}

/** The request that an address names, for whoever decides about it. */
async function addressedRequest(
  c: Context,
  machine: Machine,
  person: SignedInPerson,
): Promise<SignUpRequest | undefined> {
  const { tenantId } = person.tenant;
  const requestId = parseGuid<SignUpRequestId>(c.req.param("request") ?? "");
  const request = requestId && (await findSignUpRequest(machine, machine.database, tenantId, requestId));
  if (!request) return undefined;
  const flows = await flowsDecidedBy(machine, tenantId, actorOf(person));
  return flows.some(({ flowId }) => flowId === request.flowId) ? request : undefined;
}

/** The same page for what never was, is gone, or is somebody else's: it tells nobody which. */
function showNothing(c: Context, machine: Machine, person: SignedInPerson): Response | Promise<Response> {
  return c.html(
    problemPage({
      frame: frameOf(c, machine, person.tenant, { path: listAddress(person) }),
      problem: "no-request",
      nextUrl: listAddress(person),
    }),
    404,
  );
}

async function applicationName(
  machine: Machine,
  { tenantId, applicationId }: SignUpRequest,
): Promise<string> {
  const found = await findApplicationInTenant(machine.database, tenantId, applicationId);
  return found?.servicePrincipal.displayName ?? applicationId;
}

function listAddress({ tenant }: SignedInPerson): string {
  return `/approvals?tenant=${tenant.tenantId}`;
}

function requestAddress({ tenant }: SignedInPerson, requestId: SignUpRequestId): string {
  return `/approvals/${requestId}?tenant=${tenant.tenantId}`;
}

const verdicts: Readonly<Record<string, "approved" | "denied">> = { approve: "approved", deny: "denied" };

/** What whoever decides can do something about; the rest the page shows by itself. */
const complaints: Readonly<
  Record<DecideRefusal["code"], { readonly key: PlainMessageKey; readonly field?: "reason" } | undefined>
> = {
  "request-not-found": undefined,
  "decided-already": undefined,
  "reason-missing": { key: "approval.error.reason-missing", field: "reason" },
  "reason-too-long": { key: "sign-up.error.too-long", field: "reason" },
  "not-offered": { key: "approval.error.not-offered" },
  "way-not-taken": { key: "approval.error.way-not-taken" },
  "domain-not-taken": { key: "approval.error.domain-not-taken" },
  "address-taken": { key: "approval.error.address-taken" },
  "identity-taken": { key: "approval.error.address-taken" },
};
