import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { promisify } from "node:util";
import { ConfidentialClientApplication } from "@azure/msal-node";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openBrowser } from "../../support/open-browser.ts";
import { freePort, type RunningGuesthouse, startGuesthouse } from "../../support/start-guesthouse.ts";
import { type ListeningApplication, startApplication } from "../main-job/land-on-application.ts";
import {
  application,
  enterAddress,
  enterPassword,
  graph,
  organisations,
  person,
} from "../main-job/sign-in-steps.ts";

let house: RunningGuesthouse;
let browser: Browser;
let listening: ListeningApplication;
let authorityPath: string;

/** A demo that was tried over http first, and is now to speak https: what people come to when they try Microsoft's libraries. */
beforeAll(async () => {
  const first = await timed("first", () => startGuesthouse());
  await first.stop();
  const again = { dataDirectory: first.dataDirectory, https: true, port: await freePort() };
  house = await timed("later", () => startGuesthouse(again));
  [browser, listening] = await Promise.all([openBrowser(), startApplication()]);
  authorityPath = await printedAuthority();
  setDefaultCACertificates([...getCACertificates("default"), readFileSync(authorityPath, "utf8")]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  listening?.close();
  await house?.remove();
});

/** Start-up times are goals, not promises: told, never asserted. */
async function timed<Value>(which: string, work: () => Promise<Value>): Promise<Value> {
  const before = performance.now();
  const value = await work();
  console.log(`demo, ${which} start: ${((performance.now() - before) / 1000).toFixed(1)} s`);
  return value;
}

async function printedAuthority(): Promise<string> {
  const read = () => /Trust the certificate of this demo: +(\S+)/.exec(house.output())?.[1];
  return vi.waitUntil(read, { timeout: 10_000 });
}

/** A browser of somebody's own, which was told to trust the demo. */
async function openPage(): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", ignoreHTTPSErrors: true });
  return context.newPage();
}

it("is trusted by a program that was given the printed authority, and by none other", async () => {
  const { contoso } = organisations(house.demo);
  const issuer = `${house.publicUrl}/${contoso.tenantId}/v2.0`;
  const script = `fetch("${issuer}/.well-known/openid-configuration").then((answer) => answer.json()).then(({ issuer }) => console.log(issuer))`;
  const ask = (environment: Record<string, string>) =>
    promisify(execFile)(process.execPath, ["-e", script], { env: { PATH: "", ...environment } });
  expect(house.publicUrl).toMatch(/^https:\/\/localhost:\d+$/);
  expect((await ask({ NODE_EXTRA_CA_CERTS: authorityPath })).stdout.trim()).toBe(issuer);
  await expect(ask({})).rejects.toThrow(/UNABLE_TO|SELF_SIGNED|unable to/i);
}, 30_000);

it("keeps its sessions in cookies that belong to this host alone and travel encrypted", async () => {
  const { contoso } = organisations(house.demo);
  const mia = person(contoso, "Mia");
  const page = await openPage();
  await page.goto(`${house.publicUrl}/myapps`);
  await enterAddress(page, mia.userPrincipalName);
  await enterPassword(page, mia.password);
  await page.getByRole("heading", { name: "My Apps" }).waitFor();
  const cookies = await page.context().cookies(house.publicUrl);
  expect(cookies.length).toBeGreaterThan(0);
  for (const { name, secure, sameSite, httpOnly, path } of cookies) {
    expect(name).toMatch(/^__Host-/);
    expect({ secure, sameSite, httpOnly, path }).toEqual({
      secure: true,
      sameSite: "None",
      httpOnly: true,
      path: "/",
    });
  }
  await page.context().close();
}, 60_000);

it.each(["id-token", "code"])(
  "runs the sign-in tester's flow %s",
  async (flow) => {
    const { contoso } = organisations(house.demo);
    const anna = person(contoso, "Anna");
    const { clientId } = application(contoso, "Tender Room");
    const page = await openPage();
    const query = new URLSearchParams({ tenant: contoso.tenantId, client: clientId, flow });
    await page.goto(`${house.publicUrl}/tester?${query}`);
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await enterAddress(page, anna.userPrincipalName);
    await enterPassword(page, anna.password);
    await page.getByRole("heading", { name: "Result" }).waitFor();
    expect(await page.locator(".notice.good").innerText()).toContain("Issued by Contoso");
    const checks = await page.locator(".checks").first().innerText();
    expect(checks).toContain("Signature verified with the issuer's published key");
    await page.context().close();
  },
  60_000,
);

it("leads from My Apps to an application over https", async () => {
  const { contoso } = organisations(house.demo);
  const mia = person(contoso, "Mia");
  const page = await openPage();
  await page.goto(`${house.publicUrl}/myapps`);
  await enterAddress(page, mia.userPrincipalName);
  await enterPassword(page, mia.password);
  const link = page.getByRole("link", { name: /Tender Room/ });
  expect(await link.getAttribute("href")).toMatch(new RegExp(`^${house.publicUrl}/`));
  await page.context().close();
}, 60_000);

describe("MSAL for Node, the library people have", () => {
  function msal(name: string): ConfidentialClientApplication {
    const { contoso } = organisations(house.demo);
    const { clientId, clientSecret = "" } = application(contoso, name);
    const authority = `${house.publicUrl}/${contoso.tenantId}`;
    const knownAuthorities = [new URL(house.publicUrl).host];
    return new ConfidentialClientApplication({
      auth: { clientId, clientSecret, authority, knownAuthorities },
    });
  }

  it("gets a token for an application itself, calls Graph with it, and keeps it", async () => {
    const client = msal("Contoso automation");
    const request = { scopes: ["https://graph.microsoft.com/.default"] };
    const token = await client.acquireTokenByClientCredential(request);
    const answer = await fetch(`${house.demo.graphUrl}/organization`, {
      headers: { authorization: `Bearer ${token?.accessToken}` },
    });
    expect(answer.status).toBe(200);
    expect(token?.fromCache).toBe(false);
    expect((await client.acquireTokenByClientCredential(request))?.fromCache).toBe(true);
  }, 30_000);

  it.each([
    { kind: "member", organisation: "contoso", name: "Mia" },
    { kind: "guest", organisation: "fabrikam", name: "Bert" },
  ] as const)(
    "signs a $kind in, and renews silently",
    async ({ kind, organisation, name }) => {
      const { contoso, fabrikam } = organisations(house.demo);
      const account = person(organisations(house.demo)[organisation], name);
      if (kind === "guest")
        await graph(house.demo, "POST", "/invitations", {
          invitedUserEmailAddress: account.userPrincipalName,
          inviteRedirectUrl: "https://app.contoso.example",
        });
      const client = msal("Tender Room");
      const request = { scopes: ["User.Read"], redirectUri: listening.redirectUri };
      const page = await openPage();
      await page.goto(await client.getAuthCodeUrl({ ...request, state: "state of the application" }));
      await enterAddress(page, account.userPrincipalName);
      await enterPassword(page, account.password);
      if (kind === "guest") await page.getByRole("button", { name: "Accept", exact: true }).click();
      await page.waitForURL((address) => address.href.startsWith(listening.redirectUri));
      const answer = new URL(page.url()).searchParams;
      await page.context().close();
      expect(answer.get("state")).toBe("state of the application");

      const result = await client.acquireTokenByCode({ ...request, code: answer.get("code") ?? "" });
      expect(result.tenantId).toBe(contoso.tenantId);
      expect(result.account?.homeAccountId).toContain(".");
      expect(result.idTokenClaims).toMatchObject(
        kind === "guest"
          ? { idp: `${house.publicUrl}/${fabrikam.tenantId}/v2.0`, tid: contoso.tenantId }
          : { oid: account.id, tid: contoso.tenantId },
      );
      if (!result.account) throw new Error("MSAL kept no account");
      const cached = await client.acquireTokenSilent({ scopes: ["User.Read"], account: result.account });
      expect(cached.fromCache).toBe(true);
      const renewed = await client.acquireTokenSilent({
        scopes: ["User.Read"],
        account: result.account,
        forceRefresh: true,
      });
      expect(renewed.fromCache).toBe(false);
      expect(renewed.account?.homeAccountId).toBe(result.account.homeAccountId);
      const me = await fetch(`${house.demo.graphUrl}/me`, {
        headers: { authorization: `Bearer ${renewed.accessToken}` },
      });
      expect(await me.json()).toMatchObject({ userPrincipalName: expect.stringContaining("@") });
    },
    60_000,
  );
});
