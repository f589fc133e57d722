import type { Application } from "../../domain/applications/rules/application.ts";
import type { Prompt } from "../../domain/signin/rules/prompt.ts";
import type { CodeChallenge } from "../../domain/tokens/rules/authorization-grant.ts";
import type { RequestedClaims } from "../../domain/tokens/rules/wanted-claims.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { AnswerPlan } from "./answer-plan.ts";
import { askedScopeOfPerson } from "./rules/asked-scope.ts";
import { checkNonce } from "./rules/check-nonce.ts";
import { checkOpenIdScope } from "./rules/check-openid-scope.ts";
import { checkPkce } from "./rules/check-pkce.ts";
import { checkResponseTypeEnabled } from "./rules/check-response-type-enabled.ts";
import type { EndpointVersion } from "./rules/endpoint-version.ts";
import { parseCodeChallenge } from "./rules/parse-code-challenge.ts";
import { parseMaxAge } from "./rules/parse-max-age.ts";
import { parsePrompt } from "./rules/parse-prompt.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import type { RequestParameters } from "./rules/request-parameters.ts";
import { parseRequestedClaims } from "./rules/requested-claims.ts";
import { parseScope, type RequestedScopes } from "./rules/requested-scopes.ts";
import { parseResponseMode } from "./rules/response-mode.ts";
import { parseResponseType, type ResponsePart } from "./rules/response-type.ts";

/** An authorization request whose every parameter is understood. */
export interface ParsedAuthorization {
  readonly responseType: ReadonlySet<ResponsePart>;
  readonly responseMode: AnswerPlan["responseMode"];
  readonly prompt: Prompt;
  readonly maxAgeSeconds: number | undefined;
  readonly codeChallenge: CodeChallenge | undefined;
  readonly version: EndpointVersion;
  /** As the second version would say it. */
  readonly scopeText: string;
  /** The resource that the first version names. */
  readonly resource: string | undefined;
  readonly scopes: RequestedScopes;
  readonly nonce: string | undefined;
  readonly claims: RequestedClaims;
}

/** Who asks: client and redirect URI are verified before any of these rules runs, so their refusals may be redirected. */
export interface AuthorizationSubject {
  readonly application: Application;
  readonly platform: AnswerPlan["platform"];
  /** Of the endpoint they ask at. */
  readonly version: EndpointVersion;
}

type AuthorizeRule = (
  request: ParsedAuthorization,
  subject: AuthorizationSubject,
) => ProtocolRefusal | undefined;

/** The rules of the authorization endpoint, in the order they are asked. */
const authorizeRules: readonly AuthorizeRule[] = [
  (request, { application }) => checkResponseTypeEnabled(request.responseType, application),
  (request) => checkOpenIdScope(request.responseType, request.scopes),
  (request) => checkNonce(request.responseType, request.nonce),
  (request, { platform }) => checkPkce(request.codeChallenge, platform),
];

/** Reads an authorization request and runs the rules over it. */
export function readAuthorization(
  parameters: RequestParameters,
  subject: AuthorizationSubject,
): Result<ParsedAuthorization, ProtocolRefusal> {
  const request = parseAuthorization(parameters, subject.version);
  if (!request.ok) return request;
  for (const rule of authorizeRules) {
    const refusal = rule(request.value, subject);
    if (refusal) return refuse(refusal);
  }
  return request;
}

function parseAuthorization(
  parameters: RequestParameters,
  version: EndpointVersion,
): Result<ParsedAuthorization, ProtocolRefusal> {
  const responseType = parseResponseType(parameters);
  if (!responseType.ok) return responseType;
  const responseMode = parseResponseMode(parameters, responseType.value);
  if (!responseMode.ok) return responseMode;
  const asked = askedScopeOfPerson(parameters, version);
  if (!asked.ok) return asked;
  const { text: scopeText, resource } = asked.value;
  if (scopeText === undefined) return refuse({ code: "parameter-missing", detail: "scope" });
  const scopes = parseScope(scopeText);
  if (!scopes.ok) return scopes;
  const prompt = parsePrompt(parameters, version);
  if (!prompt.ok) return prompt;
  const maxAge = parseMaxAge(parameters);
  if (!maxAge.ok) return maxAge;
  const codeChallenge = parseCodeChallenge(parameters);
  if (!codeChallenge.ok) return codeChallenge;
  const claims = parseRequestedClaims(parameters.get("claims"), maxAge.value);
  if (!claims.ok) return claims;
  return accept({
    responseType: responseType.value,
    responseMode: responseMode.value,
    prompt: prompt.value,
    maxAgeSeconds: maxAge.value,
    codeChallenge: codeChallenge.value,
    version,
    scopeText,
    resource,
    scopes: scopes.value,
    nonce: parameters.get("nonce"),
    claims: claims.value,
  });
}
