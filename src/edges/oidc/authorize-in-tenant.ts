import type { Context } from "hono";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { answerSignIn, errorFields, refuseSignIn } from "./answer-sign-in.ts";
import { readAuthorization } from "./authorize-rules.ts";
import { type HomeFound, makeAuthorizationRequest } from "./make-authorization-request.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import { permissionsAsked } from "./permissions-asked.ts";
import { recordOutcome } from "./record-outcome.ts";
import { resolveScopes } from "./resolve-scopes.ts";
import type { EndpointVersion } from "./rules/endpoint-version.ts";
import { type ProtocolRefusal, protocolError } from "./rules/protocol-error.ts";
import type { RequestParameters } from "./rules/request-parameters.ts";
import { errorResponseMode } from "./rules/response-mode.ts";
import { seeOther } from "./see-other.ts";
import { sendAnswer } from "./send-answer.ts";
import { showRefusal } from "./show-refusal.ts";
import { type VerifiedSender, verifySenderIn } from "./verify-sender.ts";

/** An authorization request for people of one tenant. */
export interface TenantAuthorization {
  readonly tenant: Tenant;
  readonly parameters: RequestParameters;
  readonly version: EndpointVersion;
  readonly home: HomeFound | undefined;
}

/** Asks for a person to be signed in to the tenant, and answers the application at once where that can be done. */
export async function authorizeInTenant(
  c: Context,
  ports: OidcPorts,
  { tenant, parameters, version, home }: TenantAuthorization,
): Promise<Response> {
  const { machine, pages, signIn } = ports;
  const sender = await verifySenderIn(machine, tenant, parameters);
  if (!sender.ok) return showRefusal(c, machine, pages, sender.refusal);
  const { client, redirect } = sender.value;

  const request = readAuthorization(parameters, {
    application: client.application,
    platform: redirect.platform,
    version,
  });
  if (!request.ok) return redirectRefusal(c, ports, sender.value, parameters, request.refusal);
  const resources = await resolveScopes(machine, tenant.tenantId, request.value.scopes);
  if (!resources.ok) return redirectRefusal(c, ports, sender.value, parameters, resources.refusal);

  const permissions = await permissionsAsked(machine, tenant.tenantId, client.application, resources.value);
  const outcome = await signIn.begin(
    c,
    makeAuthorizationRequest(c, sender.value, parameters, request.value, permissions, home),
  );
  if (outcome.kind === "interact") return seeOther(c, outcome.location);
  return outcome.kind === "completed"
    ? answerSignIn(c, ports, outcome, { isInteractive: false })
    : refuseSignIn(c, ports, outcome);
}

/** Tells the application what is wrong with its request (RFC 6749 section 4.1.2.1). */
async function redirectRefusal(
  c: Context,
  ports: OidcPorts,
  sender: VerifiedSender,
  parameters: RequestParameters,
  refusal: ProtocolRefusal,
): Promise<Response> {
  const error = protocolError(refusal);
  await recordOutcome(c, ports.machine, {
    tenantId: sender.tenant.tenantId,
    client: sender.client,
    errorCode: error.number,
    failureReason: error.text,
    isInteractive: true,
  });
  return sendAnswer(
    c,
    ports.pages,
    {
      redirectUri: sender.redirect.uri,
      responseMode: errorResponseMode(parameters),
      state: parameters.get("state"),
    },
    errorFields(c, ports.machine, error),
    sender.client.application.displayName,
  );
}
