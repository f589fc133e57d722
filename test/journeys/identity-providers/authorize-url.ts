import type { ServedHouse } from "../../support/serve-house.ts";

/** The address that starts a sign-in at Contoso whose ID token comes in the fragment. */
export function authorizeUrl(
  { contoso, publicUrl }: ServedHouse,
  redirectUri: string,
  parameters: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    client_id: contoso.applications[0]?.applicationId ?? "",
    response_type: "id_token",
    response_mode: "fragment",
    redirect_uri: redirectUri,
    scope: "openid profile email",
    nonce: "n",
    ...parameters,
  });
  return `${publicUrl}/${contoso.tenantId}/oauth2/v2.0/authorize?${query}`;
}
