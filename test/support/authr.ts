import { createHash, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a person enters in Authr; what is left out has Authr's own defaults. */
export interface AuthrSettings {
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly scope?: string;
  readonly responseType?: string;
  readonly responseMode?: string;
  readonly pkce?: boolean;
  /** As typed: `k=v&k2=v2`, or one a line. They go to authorization and token requests alike. */
  readonly additionalParameters?: string;
  readonly refreshToken?: string;
}

/** One token request and its answer. */
export interface AuthrExchange {
  readonly origin: string | undefined;
  readonly sent: URLSearchParams;
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One press of the button, from the request to everything that came back. */
export interface AuthrFlow {
  readonly settings: AuthrSettings;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly url: string;
  answer?: { readonly by: "query" | "form" | "fragment"; readonly fields: URLSearchParams };
  readonly exchanges: AuthrExchange[];
}

export interface Authr {
  /** Its root address with a trailing slash: the redirect URI, whole, as registered and as `Origin`. */
  readonly redirectUri: string;
  /** Reads the addresses from OpenID Connect metadata, and shows them. */
  importMetadata(url: string): Promise<{ readonly authorization: string; readonly token: string }>;
  /** Makes an authorization request; a browser is to open its `url`. */
  begin(settings: AuthrSettings): AuthrFlow;
  /** Client credentials, refresh: a flow that is a token request alone. */
  request(settings: AuthrSettings, grantType: string): Promise<AuthrExchange>;
  close(): void;
}

/**
 * A sign-in tester that behaves as Authr is described to: it listens at its root address to answers by query, form
 * post and fragment, and redeems codes from its server at once.
 */
export async function startAuthr(): Promise<Authr> {
  const flows = new Map<string, AuthrFlow>();
  let endpoints = { authorization: "", token: "" };
  let redirectUri = "";

  async function receive(by: "query" | "form" | "fragment", fields: URLSearchParams): Promise<string> {
    const [kind, id = ""] = (fields.get("state") ?? "").split(":");
    const flow = flows.get(id);
    if (kind !== "flow" || !flow) return "Unknown flow";
    flow.answer = { by, fields };
    if (fields.has("error")) return `Error: ${fields.get("error_description")}`;
    const code = fields.get("code");
    if (code !== null) await redeem(flow, code);
    return "Flow complete";
  }

  async function redeem(flow: AuthrFlow, code: string): Promise<void> {
    const parameters = new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUri,
      scope: flow.settings.scope ?? "openid",
      ...(flow.settings.pkce && { code_verifier: flow.verifier }),
    });
    const first = await askForTokens(endpoints.token, flow.settings, parameters);
    flow.exchanges.push(first);
    if (String(first.body["error_description"]).includes("AADSTS9002327"))
      flow.exchanges.push(await askForTokens(endpoints.token, flow.settings, parameters, redirectUri));
  }

  const server = createServer((request, response) => {
    void readAnswer(request).then(async (answer) => {
      respond(response, answer ? await receive(answer.by, answer.fields) : undefined);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  redirectUri = `http://localhost:${(server.address() as AddressInfo).port}/`;

  return {
    redirectUri,
    async importMetadata(url) {
      const metadata = (await (await fetch(url)).json()) as Record<string, string>;
      endpoints = {
        authorization: metadata["authorization_endpoint"] ?? "",
        token: metadata["token_endpoint"] ?? "",
      };
      return endpoints;
    },
    begin(settings) {
      const flow = newFlow(settings, endpoints.authorization, redirectUri);
      flows.set(flow.state.slice("flow:".length), flow);
      return flow;
    },
    request(settings, grantType) {
      const parameters = new URLSearchParams({ grant_type: grantType, scope: settings.scope ?? "openid" });
      if (settings.refreshToken) parameters.set("refresh_token", settings.refreshToken);
      return askForTokens(endpoints.token, settings, parameters);
    },
    close: () => void server.close(),
  };
}

function newFlow(settings: AuthrSettings, endpoint: string, redirectUri: string): AuthrFlow {
  const state = `flow:${randomUUID()}`;
  const nonce = randomBytes(16).toString("hex");
  const verifier = randomBytes(64).toString("base64url");
  const query = new URLSearchParams({
    client_id: settings.clientId,
    scope: settings.scope ?? "openid",
    response_type: settings.responseType ?? "id_token",
    response_mode: settings.responseMode ?? "form_post",
    redirect_uri: redirectUri,
    state,
    nonce,
    ...(settings.pkce && {
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    }),
  });
  addTyped(query, settings.additionalParameters);
  return { settings, state, nonce, verifier, url: `${endpoint}?${query}`, exchanges: [] };
}

/** The secret is in the body, empty where none was entered. */
async function askForTokens(
  endpoint: string,
  settings: AuthrSettings,
  parameters: URLSearchParams,
  origin?: string,
): Promise<AuthrExchange> {
  const sent = new URLSearchParams(parameters);
  sent.set("client_id", settings.clientId);
  sent.set("client_secret", settings.clientSecret ?? "");
  addTyped(sent, settings.additionalParameters);
  const answer = await fetch(endpoint, {
    method: "POST",
    body: sent,
    ...(origin && { headers: { origin } }),
  });
  const body = (await answer.json()) as Record<string, unknown>;
  return { origin, sent, status: answer.status, body };
}

function addTyped(parameters: URLSearchParams, typed = ""): void {
  for (const [name, value] of new URLSearchParams(typed.replaceAll(/\r?\n/g, "&")))
    parameters.append(name, value);
}

async function readAnswer(
  request: IncomingMessage,
): Promise<{ by: "query" | "form" | "fragment"; fields: URLSearchParams } | undefined> {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (request.method !== "POST")
    return url.searchParams.has("state") ? { by: "query", fields: url.searchParams } : undefined;
  let body = "";
  for await (const part of request) body += String(part);
  const fields = new URLSearchParams(body);
  const by = url.pathname === "/fragment" ? "fragment" : "form";
  return { by, fields };
}

/** Without an answer: the page that hands over what may stand in its fragment. */
function respond(response: ServerResponse, text: string | undefined): void {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(
    text === undefined
      ? `<!doctype html><title>Authr</title><script>
if (location.hash.length > 1)
  fetch("/fragment", { method: "POST", body: location.hash.slice(1) })
    .then((answer) => answer.text())
    .then((page) => document.write(page));
</script>`
      : `<!doctype html><title>Authr</title><h1>${text.replaceAll("<", "&lt;")}</h1>`,
  );
}
