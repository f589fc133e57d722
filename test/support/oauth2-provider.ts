import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Somebody with an account at a provider that speaks OAuth 2.0 alone; what its addresses tell of them. */
export interface OAuth2Person {
  readonly user: unknown;
  readonly emails?: unknown;
}

/** A provider shaped as GitHub (`/login/oauth`, `/api/v3`) and as Facebook (`/dialog`, `/me`), with its own sign-in page. */
export interface OAuth2Provider {
  readonly origin: string;
  readonly clientId: string;
  readonly secret: string;
  /** Who can sign in, by what they type. */
  readonly people: Map<string, OAuth2Person>;
  /** What came to its addresses, path and query. */
  readonly asked: readonly string[];
  /** A code as its page would give for a person, who was sent there with this address. */
  codeFor(person: string, sentTo: URL): string;
  close(): Promise<void>;
}

interface Granted {
  readonly person: string;
  readonly redirectUri: string;
  readonly challenge: string;
}

/** Starts one by the tester's own host name, on a port of its own. */
export async function startOAuth2Provider(): Promise<OAuth2Provider> {
  const people = new Map<string, OAuth2Person>();
  const codes = new Map<string, Granted>();
  const tokens = new Map<string, string>();
  const asked: string[] = [];
  const [clientId, secret] = ["guesthouse-client", "the secret at the provider"];

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", origin);
    asked.push(`${url.pathname}${url.search}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
    const json = (value: unknown, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    switch (url.pathname) {
      case "/login/oauth/authorize":
      case "/dialog/oauth": {
        const person = url.searchParams.get("person");
        if (person === null) return response.setHeader("content-type", "text/html").end(askingPage(url));
        const back = new URL(url.searchParams.get("redirect_uri") ?? "");
        back.searchParams.set("code", codeFor(person, url));
        back.searchParams.set("state", url.searchParams.get("state") ?? "");
        return response.writeHead(302, { location: back.href }).end();
      }
      case "/login/oauth/access_token":
      case "/oauth/access_token": {
        const problem = problemOf(form);
        // GitHub answers so with status 200.
        if (problem) return json({ error: problem, error_description: "No." });
        const granted = codes.get(form.get("code") ?? "");
        codes.delete(form.get("code") ?? "");
        const token = `token-${tokens.size + 1}`;
        tokens.set(token, granted?.person ?? "");
        return json({ access_token: token, token_type: "bearer", scope: "read:user,user:email" });
      }
      case "/api/v3/user":
      case "/api/v3/user/emails":
      case "/me": {
        const token = request.headers.authorization?.replace(/^Bearer /i, "") ?? "";
        const person = people.get(tokens.get(token) ?? "");
        if (!person) return json({ message: "Bad credentials" }, 401);
        return json(url.pathname.endsWith("/emails") ? (person.emails ?? []) : person.user);
      }
      default:
        return json({ message: "Not Found" }, 404);
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;

  function problemOf(form: URLSearchParams): string | undefined {
    if (form.get("client_id") !== clientId || form.get("client_secret") !== secret)
      return "incorrect_client_credentials";
    const granted = codes.get(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (granted?.challenge !== challenge) return "bad_verification_code";
    return granted.redirectUri === form.get("redirect_uri") ? undefined : "redirect_uri_mismatch";
  }

  function codeFor(person: string, { searchParams }: URL): string {
    const code = `code-${randomUUID()}`;
    codes.set(code, {
      person,
      redirectUri: searchParams.get("redirect_uri") ?? "",
      challenge: searchParams.get("code_challenge") ?? "",
    });
    return code;
  }

  return {
    origin,
    clientId,
    secret,
    people,
    asked,
    codeFor,
    close: () => new Promise((done) => void server.close(() => done()).closeAllConnections()),
  };
}

function askingPage({ searchParams }: URL): string {
  const hidden = [...searchParams].map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${value.replaceAll('"', "&quot;")}">`,
  );
  return `<!doctype html><title>Provider</title><form>${hidden.join("")}<label>Name <input name="person"></label><button>Sign in</button></form>`;
}
