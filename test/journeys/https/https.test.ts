import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { freePort } from "../../support/free-port.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { type RunningGuesthouse, startGuesthouse } from "../../support/start-guesthouse.ts";
import {
  application,
  enterAddress,
  enterPassword,
  organisations,
  person,
} from "../main-job/sign-in-steps.ts";

let house: RunningGuesthouse;
let browser: Browser;
let authorityPath: string;

/** A demo that was tried over http first, and is now to speak https: what people come to when they try Microsoft's libraries. */
beforeAll(async () => {
  const first = await timed("first", () => startGuesthouse());
  await first.stop();
  const again = { dataDirectory: first.dataDirectory, https: true, port: await freePort() };
  house = await timed("later", () => startGuesthouse(again));
  browser = await openBrowser();
  authorityPath = await printedAuthority();
});

afterAll(async () => {
  await browser?.close();
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
  const read = () => /Trust the certificate of this demo: +(\S+)\s/.exec(house.output())?.[1];
  return vi.waitUntil(read, { timeout: 45_000 });
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
});

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
});

it.each(["id-token", "code"])("runs the sign-in tester's flow %s", async (flow) => {
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
  await page.waitForLoadState();
  expect(await page.locator(".notice.good").innerText()).toContain("Issued by Contoso");
  const checks = await page.locator(".checks").first().innerText();
  expect(checks).toContain("Signature verified with the issuer's published key");
  await page.context().close();
});

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
});
