import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Configuration, Provider } from "oidc-provider";

export interface PeerProvider {
  readonly issuer: string;
  close(): Promise<void>;
}

/** An OpenID provider that is not ours, with a sign-in page that takes any name and password. */
export async function startPeerProvider(redirectUri: string): Promise<PeerProvider> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  // Another host name than the tester's, so that the browser takes it for another site.
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration(redirectUri));
  server.on("request", provider.callback());
  return {
    issuer,
    close: () => new Promise((done) => void server.close(() => done()).closeAllConnections()),
  };
}

const configuration = (redirectUri: string): Configuration => ({
  clients: [
    {
      client_id: "web-client",
      client_secret: "web-secret",
      token_endpoint_auth_method: "client_secret_post",
      // Loopback addresses without TLS are for native applications there.
      application_type: "native",
      redirect_uris: [redirectUri],
      response_types: ["code", "id_token", "code id_token"],
      grant_types: ["authorization_code", "implicit", "refresh_token", "client_credentials"],
    },
    {
      client_id: "spa-client",
      token_endpoint_auth_method: "none",
      application_type: "native",
      redirect_uris: [redirectUri],
      response_types: ["code"],
      grant_types: ["authorization_code", "refresh_token"],
    },
  ],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id}@peer.example`, email_verified: true, name: `<b>${id}</b>` }),
  }),
  clientBasedCORS: () => true,
  pkce: { required: () => false },
  responseTypes: ["code", "id_token", "code id_token"],
  features: { clientCredentials: { enabled: true }, devInteractions: { enabled: true } },
  cookies: { keys: ["only for this test"] },
});
