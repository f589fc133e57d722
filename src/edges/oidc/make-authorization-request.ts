import type { Context } from "hono";
import type {
  AuthorizationRequest,
  RequestedPermissions,
} from "../../domain/signin/rules/authorization-request.ts";
import type { HomeRequest } from "../../domain/signin/rules/home-request.ts";
import type { Prompt } from "../../domain/signin/rules/prompt.ts";
import { signInNameOfHint } from "../../domain/tokens/rules/person-claims.ts";
import type { AnswerPlan } from "./answer-plan.ts";
import type { ParsedAuthorization } from "./authorize-rules.ts";
import { provenSince } from "./rules/claims-parameter.ts";
import type { RequestParameters } from "./rules/request-parameters.ts";
import type { VerifiedSender } from "./verify-sender.ts";

/** The person's own organisation was found, and perhaps who they are there. */
export interface HomeFound {
  readonly request: HomeRequest;
  readonly address: string | undefined;
}

/** A request whose sender is known, as sign-in understands it. `home`: found because the address named no tenant. */
export function makeAuthorizationRequest(
  c: Context,
  sender: VerifiedSender,
  parameters: RequestParameters,
  request: ParsedAuthorization,
  permissions: readonly RequestedPermissions[],
  home: HomeFound | undefined,
): AuthorizationRequest {
  const answer: AnswerPlan = {
    responseType: [...request.responseType],
    responseMode: request.responseMode,
    redirectUri: sender.redirect.uri,
    platform: sender.redirect.platform,
    state: parameters.get("state"),
    nonce: request.nonce,
    codeChallenge: request.codeChallenge,
    version: request.version,
    scope: request.scopeText,
    resource: request.resource,
    requestedClaims: [...request.claims.idToken],
    accessTokenClaims: [...request.claims.accessToken],
    clientCapabilities: [...request.claims.clientCapabilities],
    wantsClientInfo: parameters.get("client_info") === "1",
    alias: home?.request.alias,
  };
  return {
    tenantId: sender.tenant.tenantId,
    applicationId: sender.client.application.applicationId,
    prompt: home ? withoutChoice(request.prompt) : request.prompt,
    loginHint: home?.address ?? loginHintOf(parameters),
    domainHint: home ? undefined : parameters.get("domain_hint"),
    maxAgeSeconds: request.maxAgeSeconds,
    provenSince: provenSince(parameters.get("claims"))?.toISOString(),
    sessionHint: parameters.get("sid"),
    uiLocales: parameters.get("ui_locales") ?? parameters.get("mkt"),
    permissions,
    correlationId: c.get("correlationId"),
    tokenVersion: request.version,
    answer,
    ...(home && { home: home.request }),
  };
}

/** Whom the application means; our own opaque hints are opened. */
export function loginHintOf(parameters: RequestParameters): string | undefined {
  const hint = parameters.get("login_hint");
  return hint && signInNameOfHint(hint, (text) => Buffer.from(text, "base64url").toString());
}

/** Which account is meant was asked while the home was looked for. */
function withoutChoice(prompt: Prompt): Prompt {
  return prompt.kind === "none" ? prompt : { ...prompt, selectAccount: false };
}
