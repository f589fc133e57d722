import type { Context } from "hono";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import type { AdminConsentPlan } from "./admin-consent-plan.ts";
import { errorFields } from "./answer-sign-in.ts";
import type { HomeFound } from "./make-authorization-request.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import { adminConsentReaders } from "./read-admin-consent.ts";
import { type ProtocolRefusal, protocolError } from "./rules/protocol-error.ts";
import type { RequestParameters } from "./rules/request-parameters.ts";
import { seeOther } from "./see-other.ts";
import { sendAnswer } from "./send-answer.ts";
import { showRefusal } from "./show-refusal.ts";
import { verifySenderIn } from "./verify-sender.ts";

/** Which version of the endpoint was asked: by scopes, or for all that is registered. */
export type AdminConsentWay = keyof typeof adminConsentReaders;

/** Sends an administrator of the tenant to the page on which they allow an application what it asks. */
export async function askAdministrator(
  c: Context,
  ports: OidcPorts,
  asked: {
    readonly tenant: Tenant;
    readonly parameters: RequestParameters;
    readonly way: AdminConsentWay;
    /** Present when the tenant was found and not named. */
    readonly home: HomeFound | undefined;
  },
): Promise<Response> {
  const { machine, pages, signIn } = ports;
  const { tenant, parameters, way, home } = asked;
  const sender = await verifySenderIn(machine, tenant, parameters);
  if (!sender.ok) return showRefusal(c, machine, pages, sender.refusal);
  const { client, redirect } = sender.value;
  const { applicationId, displayName } = client.application;
  const plan: AdminConsentPlan = { redirectUri: redirect.uri, state: parameters.get("state") };
  const read = await adminConsentReaders[way](machine, tenant, client.application, parameters);
  if (!read.ok) return refuseAdminConsent(c, ports, plan, read.refusal, displayName);

  const { permissions, roles, scopeAnswer } = read.value;
  const location = await signIn.startAdminConsent(c, {
    tenantId: tenant.tenantId,
    applicationId,
    permissions,
    roles,
    correlationId: c.get("correlationId"),
    loginHint: home?.address,
    answer: { ...plan, scope: scopeAnswer },
    ...(home && { home: home.request }),
  });
  return seeOther(c, location);
}

/** Tells the application that it was not allowed anything; `admin_consent` marks whose answer this is. */
export async function refuseAdminConsent(
  c: Context,
  { machine, pages }: OidcPorts,
  plan: AdminConsentPlan,
  refusal: ProtocolRefusal,
  applicationName: string,
): Promise<Response> {
  const fields = { ...errorFields(c, machine, protocolError(refusal)), admin_consent: "True" };
  return sendAnswer(c, pages, { ...plan, responseMode: "query" }, fields, applicationName);
}
