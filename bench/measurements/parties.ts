import { createHash } from "node:crypto";
import type { WatchedProcesses } from "../load/drive-load.ts";
import type { Scenario, SignInScenario } from "../load/scenarios.ts";
import { automationClient, referenceClient } from "../reference/reference-settings.ts";
import { signedInBrowsers } from "../reference/signed-in-browsers.ts";
import type { RunningReference } from "../reference/start-reference.ts";
import { automationForm, demoClient } from "../service/applications-of-demo.ts";
import type { BenchedService } from "../service/benched-service.ts";
import { signedInGuests } from "../service/signed-in-guests.ts";

/** Something that issues tokens, and how it is visited. */
export interface Party {
  readonly scenario: Scenario;
  readonly processes: WatchedProcesses;
}

/** Browsers that sign in, one for each client. */
const browsers = 64;
const verifier = "a-verifier-of-the-bench-that-is-long-enough-for-the-standard";
/** PKCE (RFC 7636), the same for all: the work does not depend on its value. */
const challenge = {
  code_challenge: createHash("sha256").update(verifier).digest("base64url"),
  code_challenge_method: "S256",
};
const ofApplication = { state: "a-state-of-the-application", nonce: "a-nonce-of-the-application" };

/** Our automation client, which acts as itself. */
export async function ownTokens({ port, demo, processes }: BenchedService): Promise<Party> {
  return { scenario: { kind: "tokens", port, ...automationForm(demo) }, processes };
}

/** Our guests at a web application that proves itself by its secret and the code by PKCE. */
export async function ownSignIns(service: BenchedService): Promise<Party> {
  const { demo, port, processes } = service;
  const { tenantId, clientId, clientSecret } = demoClient(demo, "Tender Room");
  const redirectUri = "http://localhost/callback";
  const scenario: Scenario = {
    kind: "sign-ins",
    port,
    cookies: await guestBrowsers(service),
    authorizePath: `/${tenantId}/oauth2/v2.0/authorize`,
    tokenPath: `/${tenantId}/oauth2/v2.0/token`,
    query: {
      client_id: clientId,
      response_type: "code",
      response_mode: "query",
      redirect_uri: redirectUri,
      scope: "openid profile email User.Read",
      ...challenge,
      ...ofApplication,
    },
    form: {
      grant_type: "authorization_code",
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    },
  };
  return { scenario, processes };
}

/** The same guests' application renewing their tokens, from a sign-in of its own each time it is asked for. */
export async function ownRefreshes(service: BenchedService): Promise<() => Promise<Party>> {
  const { scenario, processes } = await ownSignIns(service);
  if (scenario.kind !== "sign-ins") throw new Error("guests sign in another way now");
  const { port, tokenPath, form } = scenario;
  const { client_id = "", client_secret = "" } = form;
  const renewal = { grant_type: "refresh_token", client_id, client_secret };
  return async () => {
    const refreshTokens = await refreshTokensOf(service, scenario);
    return { scenario: { kind: "refreshes", port, tokenPath, form: renewal, refreshTokens }, processes };
  };
}

async function refreshTokensOf({ publicUrl }: BenchedService, scenario: SignInScenario): Promise<string[]> {
  const { authorizePath, tokenPath, query, form, cookies } = scenario;
  const asked = new URLSearchParams({ ...query, scope: `${query["scope"]} offline_access` });
  const refreshTokens: string[] = [];
  for (const cookie of cookies) {
    const address = `${publicUrl}${authorizePath}?${asked}`;
    const answer = await fetch(address, { headers: { cookie }, redirect: "manual" });
    const code = new URL(answer.headers.get("location") ?? "").searchParams.get("code") ?? "";
    const body = new URLSearchParams({ ...form, code });
    const tokens = await fetch(publicUrl + tokenPath, { method: "POST", body });
    refreshTokens.push(((await tokens.json()) as { refresh_token: string }).refresh_token);
  }
  return refreshTokens;
}

async function guestBrowsers(service: BenchedService): Promise<string[]> {
  const [resource = "", home = ""] = service.demo.tenants.map((tenant) => tenant.tenantId);
  const open = await service.openBeside();
  try {
    return await signedInGuests(open.machine, { resource, home }, browsers);
  } finally {
    await open.close();
  }
}

/** The reference's client that acts as itself. */
export async function referenceTokens({ port, processes }: RunningReference): Promise<Party> {
  const form = {
    grant_type: "client_credentials",
    client_id: automationClient.clientId,
    client_secret: automationClient.clientSecret,
    scope: automationClient.scope,
  };
  return { scenario: { kind: "tokens", port, tokenPath: "/token", form }, processes };
}

/** The reference's people, at a web application like ours. */
export async function referenceSignIns({ port, processes }: RunningReference): Promise<Party> {
  const { clientId, clientSecret, redirectUri, scope } = referenceClient;
  const query = {
    client_id: clientId,
    response_type: "code",
    redirect_uri: redirectUri,
    scope,
    ...challenge,
    ...ofApplication,
  };
  const scenario: Scenario = {
    kind: "sign-ins",
    port,
    cookies: await signedInBrowsers(
      `http://localhost:${port}/auth?${new URLSearchParams(query)}`,
      redirectUri,
      browsers,
    ),
    authorizePath: "/auth",
    tokenPath: "/token",
    query,
    form: {
      grant_type: "authorization_code",
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    },
  };
  return { scenario, processes };
}
