import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

/** What looks like another deployment of Guesthouse with one organisation, and says whatever a test wants. */
export interface ForgingHouse {
  readonly origin: string;
  readonly tenantId: string;
  /** As a home of people: what an administrator elsewhere types, and who vouches. */
  readonly address: string;
  readonly issuer: string;
  /** As a place that people visit: the client id, and where they come back to. */
  readonly clientId: string;
  readonly redirectUri: string;
  /** Changes a document: members of it, or the whole answer. */
  readonly changes: { issuer: object; client: object; keys: object };
  answerWith(path: string, answer: ForgedAnswer | undefined): void;
  /** Paths that were asked for. */
  readonly asked: string[];
  /** The requests that came to the token endpoint. */
  readonly tokenRequests: URLSearchParams[];
  /** The claims that the next ID token has over what an honest organisation would say. */
  nextClaims: JWTPayload;
  /** Signs with the published key, or with another one. */
  sign(claims: JWTPayload, options?: { foreignKey?: boolean }): Promise<string>;
  close(): Promise<void>;
}

export interface ForgedAnswer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Starts one that publishes these domains. */
export async function startForgingHouse(domains: readonly string[] = []): Promise<ForgingHouse> {
  const own = await generateKeyPair("RS256");
  const foreign = await generateKeyPair("RS256");
  const publicKey = { ...(await exportJWK(own.publicKey)), kid: "key-1", alg: "RS256", use: "sig" };
  const instead = new Map<string, ForgedAnswer>();
  const tenantId = randomUUID();

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", origin);
    house.asked.push(pathname);
    if (request.method === "POST") house.tokenRequests.push(new URLSearchParams(await text(request)));
    const answer = instead.get(pathname) ?? (await ordinary(pathname));
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    response.end(answer.body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}/${tenantId}/partner`;
  const keysUrl = `${origin}/${tenantId}/discovery/v2.0/keys`;

  async function ordinary(pathname: string): Promise<ForgedAnswer> {
    switch (pathname) {
      case "/organisation/partner/.well-known/openid-configuration":
      case `/${tenantId}/partner/.well-known/openid-configuration`:
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: keysUrl,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
          authorization_response_iss_parameter_supported: true,
          guesthouse_organisation: { id: tenantId, display_name: "Forged", domains },
          ...house.changes.issuer,
        });
      case `/${tenantId}/partner/client`:
        return json({
          client_id: house.clientId,
          client_name: "Forged",
          redirect_uris: [house.redirectUri],
          jwks_uri: keysUrl,
          token_endpoint_auth_method: "private_key_jwt",
          ...house.changes.client,
        });
      case `/${tenantId}/discovery/v2.0/keys`:
        return json({ keys: [publicKey], ...house.changes.keys });
      case `/${tenantId}/partner/token`:
        return json({
          access_token: "none",
          token_type: "Bearer",
          id_token: await house.sign(house.nextClaims),
        });
      default:
        return { status: 404, body: "{}" };
    }
  }

  const house: ForgingHouse = {
    origin,
    tenantId,
    issuer,
    address: `${origin}/organisation`,
    clientId: `${issuer}/client`,
    redirectUri: `${origin}/federation/${tenantId}/callback`,
    changes: { issuer: {}, client: {}, keys: {} },
    asked: [],
    tokenRequests: [],
    nextClaims: {},
    answerWith(path, answer) {
      if (answer) instead.set(path, answer);
      else instead.delete(path);
    },
    sign: (claims, { foreignKey = false } = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: "RS256", kid: "key-1" })
        .sign((foreignKey ? foreign : own).privateKey),
    close: () => new Promise((done) => void server.close(() => done()).closeAllConnections()),
  };
  return house;
}

function json(value: object): ForgedAnswer {
  return { status: 200, body: JSON.stringify(value) };
}
