import { randomUUID } from "node:crypto";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

/** What the next ID token of a forging provider says, and with which key. */
export interface Forgery {
  /** Over what an honest provider would say; undefined takes a claim away. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** What is told for the access token (OpenID Connect Core section 5.3). */
  readonly userInfo?: Readonly<Record<string, unknown>>;
  /** Signs with a key that is not published. */
  readonly foreignKey?: boolean;
  /** No signature at all. */
  readonly unsigned?: boolean;
  /** Another algorithm than the published key is for: the public key as a shared secret. */
  readonly symmetric?: boolean;
}

/** An OpenID provider that says whatever a test wants, without a sign-in page. */
export interface ForgingProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** The code that stands for a sign-in with these claims. */
  codeFor(forgery: Forgery): string;
  /** What the next answers are instead: a status and a body, or whatever is done to the answer. */
  answerWith(path: ForgedPath, answer: Answer | Misbehaviour | undefined): void;
  /** Published over what an honest provider would publish; undefined takes a value away. */
  publish(metadata: Readonly<Record<string, unknown>>): void;
  /** New keys under a new id; the old ones are published no more. */
  rollKeys(): Promise<void>;
  /** The requests that came to the token endpoint. */
  readonly tokenRequests: readonly URLSearchParams[];
  close(): Promise<void>;
}

export type ForgedPath = "/.well-known/openid-configuration" | "/keys" | "/token" | "/userinfo";

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is done to an answer other than giving one. */
export type Misbehaviour = (response: ServerResponse) => unknown;

/** Where a provider is: starts to listen, and tells the origin. */
export type Place = (answer: RequestListener) => Promise<{
  readonly origin: string;
  close(): Promise<void>;
}>;

const onThisMachine: Place = async (answer) => {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((done) => void server.close(() => done()).closeAllConnections()),
  };
};

/** Starts one, on a port of its own of this machine where nothing else is said. */
export async function startForgingProvider(place = onThisMachine): Promise<ForgingProvider> {
  const clientId = "guesthouse-at-partner";
  const forgeries = new Map<string, Forgery>();
  const instead = new Map<string, Answer | Misbehaviour>();
  let published: Readonly<Record<string, unknown>> = {};
  const tokenRequests: URLSearchParams[] = [];
  let keyId = "key-1";
  let keys = await generateKeyPair("RS256", { extractable: true });
  const foreign = await generateKeyPair("RS256", { extractable: true });

  const { origin: issuer, close } = await place(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", issuer);
    const { authorization = "" } = request.headers;
    const answer = instead.get(pathname) ?? (await ordinary(pathname, authorization, await bodyOf(request)));
    if (typeof answer === "function") return void answer(response);
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    response.end(answer.body);
  });

  async function ordinary(pathname: string, authorization: string, body: string): Promise<Answer> {
    switch (pathname) {
      case "/.well-known/openid-configuration":
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
          authorization_response_iss_parameter_supported: true,
          ...published,
        });
      case "/keys":
        return json({
          keys: [{ ...(await exportJWK(keys.publicKey)), kid: keyId, use: "sig", alg: "RS256" }],
        });
      case "/token": {
        const parameters = new URLSearchParams(body);
        tokenRequests.push(parameters);
        const forgery = forgeries.get(parameters.get("code") ?? "");
        if (!forgery) return json({ error: "invalid_grant", error_description: "unknown code" }, 400);
        const accessToken = parameters.get("code");
        return json({ access_token: accessToken, token_type: "Bearer", id_token: await token(forgery) });
      }
      case "/userinfo": {
        const { userInfo } = forgeries.get(authorization.replace(/^Bearer /, "")) ?? {};
        return userInfo ? json(userInfo) : json({ error: "invalid_token" }, 401);
      }
      default:
        return json({ error: "not_found" }, 404);
    }
  }

  async function token({ claims = {}, foreignKey, unsigned, symmetric }: Forgery): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const said = { iss: issuer, aud: clientId, sub: "subject-1", iat: now, exp: now + 300, ...claims };
    const payload: JWTPayload = Object.fromEntries(
      Object.entries(said).filter(([, value]) => value !== undefined),
    );
    if (unsigned) return `${encoded({ alg: "none" })}.${encoded(payload)}.`;
    if (symmetric) {
      const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(keys.publicKey)));
      return new SignJWT(payload).setProtectedHeader({ alg: "HS256", kid: keyId }).sign(secret);
    }
    const { privateKey } = foreignKey ? foreign : keys;
    return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: keyId }).sign(privateKey);
  }

  return {
    issuer,
    clientId,
    tokenRequests,
    codeFor(forgery) {
      const code = `code-${randomUUID()}`;
      forgeries.set(code, forgery);
      return code;
    },
    answerWith(path, answer) {
      if (answer) instead.set(path, answer);
      else instead.delete(path);
    },
    publish(metadata) {
      published = metadata;
    },
    async rollKeys() {
      keys = await generateKeyPair("RS256", { extractable: true });
      keyId = `key-${Number(keyId.slice(4)) + 1}`;
    },
    close,
  };
}

function json(value: unknown, status = 200): Answer {
  return { status, body: JSON.stringify(value) };
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
