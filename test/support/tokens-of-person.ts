import { application } from "../journeys/main-job/sign-in-steps.ts";
import type { HouseForClients, PersonOfHouse } from "./house-for-clients.ts";

export interface TokensOfPerson {
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken: string;
}

/** Tokens of a web application, Tender Room, for somebody who is signed in. */
export async function tokensFor(
  house: HouseForClients,
  somebody: PersonOfHouse,
  { scope }: { readonly scope: string },
): Promise<TokensOfPerson> {
  const { clientId, clientSecret = "" } = application(house.contoso, "Tender Room");
  const asked = {
    client_id: clientId,
    redirect_uri: "http://localhost/callback",
    scope: `openid profile offline_access ${scope}`,
  };
  const query = new URLSearchParams({ ...asked, response_type: "code" });
  const answered = await somebody.visitor.get(`${house.authority}/oauth2/v2.0/authorize?${query}`);
  const code = answered.url.searchParams.get("code");
  if (code === null) throw new Error(`no code: ${answered.url}`);
  const response = await fetch(`${house.authority}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      ...asked,
      grant_type: "authorization_code",
      client_secret: clientSecret,
      code,
    }),
  });
  const body = (await response.json()) as Record<string, string>;
  const { access_token: accessToken, id_token: idToken, refresh_token: refreshToken } = body;
  if (!accessToken || !idToken || !refreshToken) throw new Error(`no tokens: ${JSON.stringify(body)}`);
  return { accessToken, idToken, refreshToken };
}
