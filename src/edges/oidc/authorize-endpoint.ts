import type { Context } from "hono";
import type {
  AuthorizationRequest,
  RequestedPermissions,
} from "../../domain/signin/rules/authorization-request.ts";
import { signInNameOfHint } from "../../domain/tokens/rules/person-claims.ts";
import type { TransactionId } from "../../foundation/identifiers.ts";
import { parseGuid } from "../../foundation/identifiers.ts";
import { answerDevice, refuseDevice } from "./answer-device.ts";
import type { AnswerPlan } from "./answer-plan.ts";
import { answerSignIn, errorFields, refuseSignIn } from "./answer-sign-in.ts";
import { type ParsedAuthorization, readAuthorization } from "./authorize-rules.ts";
import { readDevicePlan } from "./device-plan.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import { permissionsAsked } from "./permissions-asked.ts";
import { recordOutcome } from "./record-outcome.ts";
import { resolveScopes } from "./resolve-scopes.ts";
import { provenSince } from "./rules/claims-parameter.ts";
import { type ProtocolRefusal, protocolError } from "./rules/protocol-error.ts";
import { type RequestParameters, readParameters } from "./rules/request-parameters.ts";
import { errorResponseMode } from "./rules/response-mode.ts";
import { sendAnswer } from "./send-answer.ts";
import { showRefusal } from "./show-refusal.ts";
import { type VerifiedSender, verifySender } from "./verify-sender.ts";

/** `GET|POST /{tenant}/oauth2/v2.0/authorize` (RFC 6749 section 3.1, OpenID Connect Core section 3.1.2). */
export async function authorizeEndpoint(c: Context, ports: OidcPorts): Promise<Response> {
  const { machine, pages, signIn } = ports;
  const parameters = readParameters(await sentPairs(c));
  if (!parameters.ok) return showRefusal(c, machine, pages, parameters.refusal);
  const sender = await verifySender(c, machine, parameters.value);
  if (!sender.ok) return showRefusal(c, machine, pages, sender.refusal);

  const request = readAuthorization(parameters.value, {
    application: sender.value.client.application,
    platform: sender.value.redirect.platform,
  });
  if (!request.ok) return redirectRefusal(c, ports, sender.value, parameters.value, request.refusal);
  const resources = await resolveScopes(machine, sender.value.tenant.tenantId, request.value.scopes);
  if (!resources.ok) return redirectRefusal(c, ports, sender.value, parameters.value, resources.refusal);

  const permissions = await permissionsAsked(
    machine,
    sender.value.tenant.tenantId,
    sender.value.client.application,
    resources.value,
  );
  const outcome = await signIn.begin(
    c,
    authorizationRequest(c, sender.value, parameters.value, request.value, permissions),
  );
  if (outcome.kind === "interact") return seeOther(c, outcome.location);
  return outcome.kind === "completed"
    ? answerSignIn(c, ports, outcome, { isInteractive: false })
    : refuseSignIn(c, ports, outcome);
}

/** `GET /{tenant}/oauth2/v2.0/authorize/complete?transaction=ID`: the journey of pages is over. */
export async function completeEndpoint(c: Context, ports: OidcPorts): Promise<Response> {
  const transactionId = parseGuid<TransactionId>(c.req.query("transaction") ?? "");
  const outcome = transactionId
    ? await ports.signIn.complete(c, transactionId)
    : { kind: "unknown" as const };
  if (outcome.kind === "interact") return seeOther(c, outcome.location);
  if (outcome.kind === "unknown")
    return showRefusal(c, ports.machine, ports.pages, { code: "transaction-unknown" });
  const isCompleted = outcome.kind === "completed";
  const device = readDevicePlan(isCompleted ? outcome.signIn.answer : outcome.request.answer);
  if (device)
    return isCompleted ? answerDevice(c, ports, device, outcome) : refuseDevice(c, ports, device, outcome);
  return isCompleted
    ? answerSignIn(c, ports, outcome, { isInteractive: true })
    : refuseSignIn(c, ports, outcome);
}

function seeOther(c: Context, location: string): Response {
  c.header("cache-control", "no-store");
  return c.redirect(location, c.req.method === "POST" ? 303 : 302);
}

/** OpenID Connect Core section 3.1.2.1: parameters come in the query of a GET or in the form of a POST. */
async function sentPairs(c: Context): Promise<URLSearchParams> {
  return c.req.method === "POST" ? new URLSearchParams(await c.req.text()) : new URL(c.req.url).searchParams;
}

function authorizationRequest(
  c: Context,
  sender: VerifiedSender,
  parameters: RequestParameters,
  request: ParsedAuthorization,
  permissions: readonly RequestedPermissions[],
): AuthorizationRequest {
  const answer: AnswerPlan = {
    responseType: [...request.responseType],
    responseMode: request.responseMode,
    redirectUri: sender.redirect.uri,
    platform: sender.redirect.platform,
    state: parameters.get("state"),
    nonce: request.nonce,
    codeChallenge: request.codeChallenge,
    scope: request.scopeText,
    requestedClaims: [...request.claims.idToken],
    accessTokenClaims: [...request.claims.accessToken],
    clientCapabilities: [...request.claims.clientCapabilities],
    wantsClientInfo: parameters.get("client_info") === "1",
  };
  const loginHint = parameters.get("login_hint");
  return {
    tenantId: sender.tenant.tenantId,
    applicationId: sender.client.application.applicationId,
    prompt: request.prompt,
    loginHint: loginHint && signInNameOfHint(loginHint, (text) => Buffer.from(text, "base64url").toString()),
    domainHint: parameters.get("domain_hint"),
    maxAgeSeconds: request.maxAgeSeconds,
    provenSince: provenSince(parameters.get("claims"))?.toISOString(),
    sessionHint: parameters.get("sid"),
    uiLocales: parameters.get("ui_locales") ?? parameters.get("mkt"),
    permissions,
    correlationId: c.get("correlationId"),
    answer,
  };
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
