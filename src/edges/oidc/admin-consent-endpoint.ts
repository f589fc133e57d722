import type { Context } from "hono";
import { findOfferedApplication } from "../../domain/applications/find-application.ts";
import { findTenant } from "../../domain/directory/find-tenant.ts";
import type { HomeRequest } from "../../domain/signin/rules/home-request.ts";
import type { TenantAlias } from "../../domain/tokens/rules/tenant-alias.ts";
import { parseGuid, type TransactionId } from "../../foundation/identifiers.ts";
import { readAdminConsentPlan } from "./admin-consent-plan.ts";
import { type AdminConsentWay, askAdministrator, refuseAdminConsent } from "./ask-administrator.ts";
import { findSharedClient } from "./find-client.ts";
import { findPlaceOfPath } from "./find-tenant-of-path.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import { type RequestParameters, readParameters } from "./rules/request-parameters.ts";
import { seeOther } from "./see-other.ts";
import { sendAnswer } from "./send-answer.ts";
import { showRefusal } from "./show-refusal.ts";
import { verifyRedirectUri } from "./verify-sender.ts";

/**
 * `GET /{tenant}/v2.0/adminconsent` and `GET /{tenant}/adminconsent`: an application sends an administrator here to be
 * allowed something for everybody of the tenant. Nothing is granted before the administrator says so on a page.
 */
export async function adminConsentEndpoint(
  c: Context,
  ports: OidcPorts,
  way: AdminConsentWay,
): Promise<Response> {
  const { machine, pages } = ports;
  const read = readParameters(new URL(c.req.url).searchParams);
  if (!read.ok) return showRefusal(c, machine, pages, read.refusal);
  const parameters = read.value;
  const place = await findPlaceOfPath(c, machine);
  if (!place.ok) return showRefusal(c, machine, pages, place.refusal);
  return place.value.kind === "tenant"
    ? askAdministrator(c, ports, { tenant: place.value.tenant, parameters, way, home: undefined })
    : askAnywhere(c, ports, place.value.alias, { parameters, way });
}

/** No tenant is named: the administrator is asked for their own, whichever that is. */
async function askAnywhere(
  c: Context,
  ports: OidcPorts,
  alias: TenantAlias,
  { parameters, way }: { readonly parameters: RequestParameters; readonly way: AdminConsentWay },
): Promise<Response> {
  const { machine, pages, signIn } = ports;
  const client = await findSharedClient(machine, parameters.get("client_id"));
  if (!client.ok) return showRefusal(c, machine, pages, client.refusal);
  const redirect = verifyRedirectUri(client.value, parameters);
  if (!redirect.ok) return showRefusal(c, machine, pages, redirect.refusal);
  const request: HomeRequest = {
    alias,
    applicationName: client.value.application.displayName,
    prompt: { kind: "interactive", login: false, selectAccount: false, consent: false },
    loginHint: undefined,
    domainHint: undefined,
    sessionHint: undefined,
    uiLocales: undefined,
    redirectUri: redirect.value.uri,
    resume: { kind: way, parameters: Object.fromEntries(parameters) },
  };
  const home = await signIn.findHome(c, request);
  if (home.kind === "interact") return seeOther(c, home.location);
  if (home.kind === "refused") throw new Error("somebody is there to be asked");
  const tenant = await findTenant(machine.database, home.tenantId);
  return tenant
    ? askAdministrator(c, ports, { tenant, parameters, way, home: { request, address: home.address } })
    : showRefusal(c, machine, pages, { code: "tenant-unknown" });
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
  if (outcome.kind === "declined")
    return refuseAdminConsent(c, ports, plan, { code: "admin-consent-declined" }, name);
  const fields = { admin_consent: "True", tenant: tenantId, scope: plan.scope };
  return sendAnswer(c, pages, { ...plan, responseMode: "query" }, fields, name);
}
