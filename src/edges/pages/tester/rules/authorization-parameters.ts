import { moreParameters, type Parameter } from "./more-parameters.ts";
import { involvesCode, type ResponseMode, scopeOf, type TestSettings } from "./test-settings.ts";

/** The random values of one run, and what they are hashed to. */
export interface RunSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly challenge: string;
}

const responseTypes = {
  "id-token": "id_token",
  code: "code",
  hybrid: "code id_token",
} as const;

/** An ID token must not stand in a query (OAuth 2.0 Multiple Response Types, section 3), so the usual mode depends on the flow. */
const usualModes: Readonly<Record<keyof typeof responseTypes, ResponseMode>> = {
  "id-token": "form_post",
  code: "query",
  hybrid: "form_post",
};

/** What is sent to the authorization endpoint (OpenID Connect Core 1.0 section 3.1.2.1). What a person typed wins. */
export function authorizationParameters(
  settings: TestSettings,
  flow: keyof typeof responseTypes,
  clientId: string,
  redirectUri: string,
  secrets: RunSecrets,
): readonly Parameter[] {
  const usual: readonly Parameter[] = [
    ["client_id", clientId],
    ["response_type", responseTypes[flow]],
    ["redirect_uri", redirectUri],
    ["response_mode", settings.responseMode === "default" ? usualModes[flow] : settings.responseMode],
    ["scope", scopeOf(settings)],
    ["state", secrets.state],
    ["nonce", secrets.nonce],
    ...challengeParameters(settings, secrets.challenge),
    ...given("prompt", settings.prompt),
    ...given("login_hint", settings.loginHint),
    ...given("domain_hint", settings.domainHint),
  ];
  const typed = moreParameters(settings.more);
  return [...usual.filter(([name]) => !typed.some(([other]) => other === name)), ...typed];
}

function challengeParameters(settings: TestSettings, challenge: string): readonly Parameter[] {
  if (!settings.pkce || !involvesCode(settings.flow)) return [];
  return [
    ["code_challenge", challenge],
    ["code_challenge_method", "S256"],
  ];
}

function given(name: string, value: string): readonly Parameter[] {
  return value.trim() === "" ? [] : [[name, value.trim()]];
}
