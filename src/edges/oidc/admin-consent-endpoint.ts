import type { Context } from "hono";
import { findOfferedApplication } from "../../domain/applications/find-application.ts";
import { parseGuid, type TransactionId } from "../../foundation/identifiers.ts";
import { type AdminConsentPlan, readAdminConsentPlan } from "./admin-consent-plan.ts";
import { errorFields } from "./answer-sign-in.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import type { ReadAdminConsent } from "./read-admin-consent.ts";
import { type ProtocolRefusal, protocolError } from "./rules/protocol-error.ts";
import { readParameters } from "./rules/request-parameters.ts";
import { sendAnswer } from "./send-answer.ts";
import { showRefusal } from "./show-refusal.ts";
import { verifySender } from "./verify-sender.ts";

/**
 * `GET /{tenant}/v2.0/adminconsent` and `GET /{tenant}/adminconsent`: an application sends an administrator here to be
 * allowed something for everybody of the tenant. Nothing is granted before the administrator says so on a page.
 */
export async function adminConsentEndpoint(
  c: Context,
  ports: OidcPorts,
  read: ReadAdminConsent,
): Promise<Response> {
  const { machine, pages, signIn } = ports;
  const parameters = readParameters(new URL(c.req.url).searchParams);
  if (!parameters.ok) return showRefusal(c, machine, pages, parameters.refusal);
  const sender = await verifySender(c, machine, parameters.value);
  if (!sender.ok) return showRefusal(c, machine, pages, sender.refusal);
  const { tenant, client, redirect } = sender.value;
  const { applicationId, displayName } = client.application;
  const plan: AdminConsentPlan = { redirectUri: redirect.uri, state: parameters.value.get("state") };
  const asked = await read(machine, tenant, client.application, parameters.value);
  if (!asked.ok) return refuse(c, ports, plan, asked.refusal, displayName);

  const { permissions, roles, scopeAnswer } = asked.value;
  const location = await signIn.startAdminConsent(c, {
    tenantId: tenant.tenantId,
    applicationId,
    permissions,
    roles,
    correlationId: c.get("correlationId"),
    answer: { ...plan, scope: scopeAnswer },
  });
  c.header("cache-control", "no-store");
  return c.redirect(location, 302);
}

/** `GET /{tenant}/adminconsent/complete?transaction=ID`: the administrator has answered. */
export async function completeAdminConsentEndpoint(c: Context, ports: OidcPorts): Promise<Response> {
  const { machine, pages, signIn } = ports;
  const transactionId = parseGuid<TransactionId>(c.req.query("transaction") ?? "");
  const outcome = transactionId
    ? await signIn.completeAdminConsent(c, transactionId)
    : { kind: "unknown" as const };
  if (outcome.kind === "interact") return c.redirect(outcome.location, 302);
  if (outcome.kind === "unknown") return showRefusal(c, machine, pages, { code: "transaction-unknown" });
  const { tenantId, applicationId, answer } = outcome.request;
  const plan = readAdminConsentPlan(answer);
  const client = await findOfferedApplication(machine.database, tenantId, applicationId);
  const name = client?.application.displayName ?? "";
  if (outcome.kind === "declined") return refuse(c, ports, plan, { code: "admin-consent-declined" }, name);
  const fields = { admin_consent: "True", tenant: tenantId, scope: plan.scope };
  return sendAnswer(c, pages, { ...plan, responseMode: "query" }, fields, name);
}

/** Tells the application that it was not allowed anything; `admin_consent` marks whose answer this is. */
async function refuse(
  c: Context,
  { machine, pages }: OidcPorts,
  plan: AdminConsentPlan,
  refusal: ProtocolRefusal,
  applicationName: string,
): Promise<Response> {
  const fields = { ...errorFields(c, machine, protocolError(refusal)), admin_consent: "True" };
  return sendAnswer(c, pages, { ...plan, responseMode: "query" }, fields, applicationName);
}
