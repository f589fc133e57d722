import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair } from "jose";
import { type Configuration, Provider } from "oidc-provider";

export interface PeerProvider {
  readonly issuer: string;
  readonly origin: string;
  /** New keys under new ids; the old ones are published no more, and nobody is signed in any more. */
  rollKeys(): Promise<void>;
  close(): Promise<void>;
}

/** How a peer differs from the usual one. */
export interface PeerOptions {
  /** Its issuer lies below its origin, as where one server speaks for many organisations. */
  readonly path?: string;
  /** By the house's own host name: without TLS a browser brings cookies along by a posted form to the same site only. */
  readonly hostname?: "localhost";
  /** What its ID tokens say of somebody, by the name that they typed. */
  readonly claimsOf?: (name: string) => Readonly<Record<string, unknown>>;
  readonly scopes?: readonly string[];
  /** What is done to every provider before it serves: rules of its own. */
  readonly arrange?: (provider: Provider) => void;
}

/** An OpenID provider that is not ours, with a sign-in page that takes any name and password. */
export async function startPeerProvider(
  redirectUri: string,
  options: PeerOptions = {},
): Promise<PeerProvider> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  // Another host name than the tester's, so that the browser takes it for another site.
  const { path = "", hostname = "127.0.0.1" } = options;
  const origin = `http://${hostname}:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}${path}`;
  async function begin(): Promise<void> {
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    const key = { ...(await exportJWK(privateKey)), use: "sig", alg: "RS256" };
    const provider = new Provider(issuer, { ...configuration(redirectUri, options), jwks: { keys: [key] } });
    options.arrange?.(provider);
    const answer = provider.callback();
    server.removeAllListeners("request");
    server.on("request", (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) => {
      request.originalUrl = request.url ?? "/";
      request.url = request.originalUrl.slice(path.length);
      return answer(request, response);
    });
  }
  await begin();
  return {
    issuer,
    origin,
    rollKeys: begin,
    close: () => new Promise((done) => void server.close(() => done()).closeAllConnections()),
  };
}

function configuration(redirectUri: string, { claimsOf, scopes }: PeerOptions): Configuration {
  return {
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
    claims: claimsOf
      ? { openid: ["sub", ...Object.keys(claimsOf("anybody"))] }
      : { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    // Providers of accounts for everybody say everything in the ID token.
    conformIdTokenClaims: claimsOf === undefined,
    ...(scopes && { scopes: [...scopes] }),
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        email: `${id}@peer.example`,
        email_verified: true,
        name: `<b>${id}</b>`,
        ...claimsOf?.(id),
        sub: id,
      }),
    }),
    clientBasedCORS: () => true,
    pkce: { required: () => false },
    responseTypes: ["code", "id_token", "code id_token"],
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: true } },
    cookies: { keys: ["only for this test"] },
  };
}
