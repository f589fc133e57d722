import type { Context } from "hono";
import { findTenant } from "../../domain/directory/find-tenant.ts";
import type { HomeRequest } from "../../domain/signin/rules/home-request.ts";
import type { TenantAlias } from "../../domain/tokens/rules/tenant-alias.ts";
import { errorFields } from "./answer-sign-in.ts";
import { authorizeInTenant } from "./authorize-in-tenant.ts";
import { readAuthorization } from "./authorize-rules.ts";
import { findSharedClient } from "./find-client.ts";
import { loginHintOf } from "./make-authorization-request.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import type { EndpointVersion } from "./rules/endpoint-version.ts";
import { protocolError } from "./rules/protocol-error.ts";
import type { RequestParameters } from "./rules/request-parameters.ts";
import { errorResponseMode } from "./rules/response-mode.ts";
import { seeOther } from "./see-other.ts";
import { sendAnswer } from "./send-answer.ts";
import { showRefusal } from "./show-refusal.ts";
import { verifyRedirectUri } from "./verify-sender.ts";

/**
 * An authorization request that names no tenant: the person is signed in to their own, whichever that is. Everything
 * else is decided there, as if the application had named it.
 */
export async function authorizeAnywhere(
  c: Context,
  ports: OidcPorts,
  alias: TenantAlias,
  { parameters, version }: { readonly parameters: RequestParameters; readonly version: EndpointVersion },
): Promise<Response> {
  const { machine, pages, signIn } = ports;
  const client = await findSharedClient(machine, parameters.get("client_id"));
  if (!client.ok) return showRefusal(c, machine, pages, client.refusal);
  const redirect = verifyRedirectUri(client.value, parameters);
  if (!redirect.ok) return showRefusal(c, machine, pages, redirect.refusal);
  const { application } = client.value;
  const answer = (error: { number: number; error: string; text: string }) =>
    sendAnswer(
      c,
      pages,
      {
        redirectUri: redirect.value.uri,
        responseMode: errorResponseMode(parameters),
        state: parameters.get("state"),
      },
      errorFields(c, machine, error),
      application.displayName,
    );
  const read = readAuthorization(parameters, { application, platform: redirect.value.platform, version });
  if (!read.ok) return answer(protocolError(read.refusal));

  const request: HomeRequest = {
    alias,
    applicationName: application.displayName,
    prompt: read.value.prompt,
    loginHint: loginHintOf(parameters),
    domainHint: parameters.get("domain_hint"),
    sessionHint: parameters.get("sid"),
    uiLocales: parameters.get("ui_locales") ?? parameters.get("mkt"),
    redirectUri: redirect.value.uri,
    resume: { kind: "authorization", parameters: Object.fromEntries(parameters), version },
  };
  const home = await signIn.findHome(c, request);
  if (home.kind === "interact") return seeOther(c, home.location);
  if (home.kind === "refused")
    return answer({ number: home.aadsts, error: home.error, text: home.description });
  const tenant = await findTenant(machine.database, home.tenantId);
  return tenant
    ? authorizeInTenant(c, ports, { tenant, parameters, version, home: { request, address: home.address } })
    : showRefusal(c, machine, pages, { code: "tenant-unknown" });
}
