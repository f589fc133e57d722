import { moreParameters, type Parameter } from "./more-parameters.ts";
import type { TestClient } from "./test-client.ts";
import { scopeOf, type TestSettings } from "./test-settings.ts";

/** What the token endpoint is asked: a code to redeem, a refresh token, or tokens for the application itself. */
export type Grant =
  | { readonly kind: "code"; readonly code: string; readonly redirectUri: string; readonly verifier: string }
  | { readonly kind: "refresh"; readonly refreshToken: string }
  | { readonly kind: "client-credentials" };

/** What is sent to the token endpoint (RFC 6749 sections 4.1.3, 4.4.2 and 6); the credential travels in the body. */
export function tokenParameters(
  settings: TestSettings,
  client: TestClient,
  grant: Grant,
): readonly Parameter[] {
  const usual: readonly Parameter[] = [
    ["client_id", client.clientId],
    ...grantParameters(settings, grant),
    ...(client.platform === "web" && client.clientSecret
      ? ([["client_secret", client.clientSecret]] as const)
      : []),
  ];
  const typed = moreParameters(settings.more);
  return [...usual, ...typed.filter(([name]) => !usual.some(([other]) => other === name))];
}

function grantParameters(settings: TestSettings, grant: Grant): readonly Parameter[] {
  switch (grant.kind) {
    case "code":
      return [
        ["grant_type", "authorization_code"],
        ["code", grant.code],
        ["redirect_uri", grant.redirectUri],
        ...(settings.pkce ? ([["code_verifier", grant.verifier]] as const) : []),
      ];
    case "refresh":
      return [
        ["grant_type", "refresh_token"],
        ["refresh_token", grant.refreshToken],
        ...(scopeOf(settings) ? ([["scope", scopeOf(settings)]] as const) : []),
      ];
    case "client-credentials":
      return [
        ["grant_type", "client_credentials"],
        ["scope", scopeOf(settings)],
      ];
  }
}
