import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staticFiles } from "../../src/edges/pages/static-files.ts";
import { testerRoutes } from "../../src/edges/pages/tester/tester-routes.ts";
import { securityHeaders } from "../../src/edges/shared/security-headers.ts";
import { systemClock } from "../../src/foundation/clock.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import type { Database } from "../../src/platform/database/database.ts";
import { openBrowser } from "../support/open-browser.ts";
import { type PeerProvider, startPeerProvider } from "../support/peer-provider.ts";
import { testMachine } from "../support/test-machine.ts";

/** The tester against a provider that is not ours: what it says must not depend on our own understanding of the protocol. */
let site: { url: string; close(): void };
let peer: PeerProvider;
let browser: Browser;

beforeAll(async () => {
  site = await startTester();
  peer = await startPeerProvider(`${site.url}/tester`);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await peer?.close();
  site?.close();
});

async function startTester() {
  let app = new Hono();
  const { promise, resolve } = Promise.withResolvers<AddressInfo>();
  const server = serve({ fetch: (request) => app.fetch(request), port: 0, hostname: "127.0.0.1" }, resolve);
  const { port } = await promise;
  const url = `http://localhost:${port}`;
  const settings = { GUESTHOUSE_PUBLIC_URL: url, GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" };
  const machine = testMachine({} as Database, {
    configuration: readConfiguration(settings, { mode: "demo" }),
    clock: systemClock,
  });
  app = new Hono();
  app.use(securityHeaders(false));
  app.route("/", staticFiles());
  app.route("/static", staticFiles());
  app.route("/tester", testerRoutes(machine, { listTenants: async () => [] }));
  return { url, close: () => void server.close() };
}

interface Choice {
  readonly client: "web-client" | "spa-client";
  readonly flow: string;
  readonly mode?: string;
  readonly prompt?: string;
  readonly scope?: string;
  readonly pkce?: boolean;
}

/** A browser of its own, at the form, filled in. */
async function fillForm(page: Page, choice: Choice): Promise<void> {
  await page.goto(`${site.url}/tester`);
  await page.getByLabel("Authority").fill(peer.issuer);
  await page.getByLabel("Client id").fill(choice.client);
  if (choice.client === "web-client")
    await page.getByLabel("Client secret", { exact: true }).fill("web-secret");
  else await page.getByLabel("Tokens are fetched by").selectOption("spa");
  await page.getByLabel("Flow").selectOption(choice.flow);
  if (choice.mode) await page.getByLabel("Response mode").selectOption(choice.mode);
  if (choice.prompt) await page.getByLabel("Prompt").selectOption(choice.prompt);
  if (choice.scope) await page.getByLabel("Scopes").fill(choice.scope);
  if (choice.pkce === false) await page.getByLabel("Proof key").uncheck();
}

/** Signs in at the peer, whose pages are its own. */
async function signInAtPeer(page: Page): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill("vera");
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

async function openPage(javaScriptEnabled = true): Promise<Page & { complaints: string[] }> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (problem) => complaints.push(problem.message));
  page.on("console", (message) => {
    const isOurs = message.location().url.startsWith(site.url);
    if (message.type() === "error" && isOurs) complaints.push(message.text());
  });
  return Object.assign(page, { complaints });
}

async function run(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Run", exact: true }).click();
}

/** Waits for the page of the result, whole. */
async function seeResult(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Result" }).waitFor();
  await page.waitForLoadState();
}

describe("the sign-in tester", () => {
  it.each([
    { flow: "code", modes: ["query", "fragment", "form_post"], tokens: ["ID token", "Access token"] },
    { flow: "id-token", modes: ["form_post", "fragment"], tokens: ["ID token"] },
    { flow: "hybrid", modes: ["form_post", "fragment"], tokens: ["ID token", "ID token", "Access token"] },
  ])("shows checked tokens of the flow $flow in every response mode", async ({ flow, modes, tokens }) => {
    const page = await openPage();
    for (const mode of modes) {
      await fillForm(page, { client: "web-client", flow, mode, scope: "openid profile email" });
      await run(page);
      // With a session the peer asks for consent alone.
      if (mode === modes[0]) await signInAtPeer(page);
      else await page.getByRole("button", { name: "Continue" }).click();
      await page.getByText(`Response (${mode})`).waitFor();
      await page.waitForLoadState();
      expect(await page.locator(".token > h2").allInnerTexts()).toEqual(tokens);
      const checks = await page.locator(".checks").first().innerText();
      expect(checks).toContain("Signature verified with the issuer's published key");
      expect(checks).not.toContain("Failed");
      expect(await page.locator(".notice.good").innerText()).toContain(`Issued by ${peer.issuer}`);
      // The peer's person is called <b>vera</b>: text, wherever it stands.
      expect(await page.locator(".token b").count()).toBe(0);
    }
    expect(page.complaints).toEqual([]);
  });

  it("redeems a single-page app's code in the browser, with an Origin", async () => {
    const page = await openPage();
    const asked = page.waitForRequest(`${peer.issuer}/token`);
    await fillForm(page, { client: "spa-client", flow: "code", scope: "openid" });
    await run(page);
    await signInAtPeer(page);
    await seeResult(page);
    expect(await (await asked).headerValue("origin")).toBe(site.url);
    expect(await page.locator(".token > h2").allInnerTexts()).toEqual(["ID token", "Access token"]);
    expect(page.complaints).toEqual([]);
  });

  it("keeps a refresh token, prepares its request, and refreshes with the remembered secret", async () => {
    const page = await openPage();
    await fillForm(page, {
      client: "web-client",
      flow: "code",
      prompt: "consent",
      scope: "openid offline_access",
    });
    await run(page);
    await signInAtPeer(page);
    await page.getByRole("button", { name: "Prepare refresh request" }).click();
    expect(await page.getByLabel("Client secret", { exact: true }).inputValue()).toBe("");
    await run(page);
    await seeResult(page);
    expect(await page.locator(".token > h2").allInnerTexts()).toContain("Access token");
    expect(await page.locator(".notice.bad").count()).toBe(0);
  });

  it("gets tokens for the application itself", async () => {
    const page = await openPage();
    await fillForm(page, { client: "web-client", flow: "client-credentials", scope: "api:read" });
    await run(page);
    await seeResult(page);
    await page.getByText("Token response").click();
    expect(await page.locator(".exchange").innerText()).toContain('"token_type": "Bearer"');
  });

  it("works without script by query and by form post", async () => {
    for (const mode of ["query", "form_post"]) {
      const page = await openPage(false);
      await page.goto(
        `${site.url}/tester?authority=${peer.issuer}&client_id=web-client&response_mode=${mode}&flow=code`,
      );
      await page.getByLabel("Client secret", { exact: true }).fill("web-secret");
      await page.getByLabel("Scopes").fill("openid");
      await run(page);
      await page.getByRole("link", { name: "Send request" }).click();
      await signInAtPeer(page);
      // The peer's own page wants a press of its button to post, and ours to post once more.
      if (mode === "form_post") {
        await page.getByRole("button").first().click();
        await page.getByRole("button", { name: "Continue" }).click();
      }
      await seeResult(page);
      expect(await page.locator(".token > h2").allInnerTexts()).toEqual(["ID token", "Access token"]);
    }
  });

  it("shows a refusal with what to do, and runs again as another person", async () => {
    const page = await openPage();
    await fillForm(page, { client: "web-client", flow: "code", prompt: "none" });
    await run(page);
    await seeResult(page);
    const notice = page.locator(".notice.bad");
    expect(await notice.innerText()).toMatch(/login_required[\s\S]*What to do: Nobody is signed in/);
    await page.getByRole("button", { name: "prompt=login" }).click();
    await page.getByPlaceholder("Enter any login").waitFor();
  });

  it("decodes a pasted token in the browser and sends nothing", async () => {
    const page = await openPage();
    await page.goto(`${site.url}/tester`);
    const sent: string[] = [];
    page.on("request", (request) => {
      // The browser fetches the page's icon whenever it likes.
      if (!request.url().endsWith("/static/icon.svg")) sent.push(request.url());
    });
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { iss: "https://contoso.example", idp: "mail", name: "<img src=x onerror=alert(1)>" };
    await page
      .getByLabel("Token", { exact: true })
      .fill(`Bearer ${part({ alg: "RS256" })}.${part(claims)}.x`);
    const decoded = page.locator("[data-decoded]");
    expect(await decoded.innerText()).toContain(
      "authenticated by a one-time code sent to their mailbox: a guest.",
    );
    expect(await decoded.innerText()).toContain("<img src=x onerror=alert(1)>");
    await page.getByLabel("Token", { exact: true }).fill("no token");
    expect(await decoded.innerText()).toContain("not a token that can be read");
    expect([sent, page.complaints]).toEqual([[], []]);
  });

  it("never puts a secret or token into an address", async () => {
    const page = await openPage();
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    await fillForm(page, {
      client: "web-client",
      flow: "code",
      prompt: "consent",
      scope: "openid offline_access",
    });
    await run(page);
    await signInAtPeer(page);
    const link = await page.getByLabel("Link that fills this form again").inputValue();
    await page.goto(link);
    expect(await page.getByLabel("Client id").inputValue()).toBe("web-client");
    expect(await page.getByLabel("Scopes").inputValue()).toBe("openid offline_access");
    for (const address of addresses)
      expect(address).not.toMatch(/web-secret|refresh_token=|id_token=|access_token=/);
  });
});
