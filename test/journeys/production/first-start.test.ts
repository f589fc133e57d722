import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "../../support/free-port.ts";
import { type GuesthouseCommand, startCommand } from "../../support/guesthouse-command.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { enterAddress, enterPassword } from "../main-job/sign-in-steps.ts";
import { administrator, setUp, setUpLinkOf } from "./set-up-steps.ts";

const dataDirectory = mkdtempSync(join(tmpdir(), "guesthouse-production-"));
let browser: Browser;
let environment: { GUESTHOUSE_DATA_DIR: string; PORT: string };
let publicUrl: string;
let service: GuesthouseCommand;

beforeAll(async () => {
  const port = await freePort();
  publicUrl = `http://localhost:${port}`;
  environment = { GUESTHOUSE_DATA_DIR: dataDirectory, PORT: String(port) };
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await service?.end();
  rmSync(dataDirectory, { recursive: true, force: true });
});

/** Start-up times are goals, not promises: told, never asserted. */
async function start(which: string): Promise<void> {
  const before = performance.now();
  service = startCommand(["serve"], environment);
  await service.printed(/is ready/);
  console.log(`production, ${which} start: ${((performance.now() - before) / 1000).toFixed(1)} s`);
}

async function statusOf(path: string): Promise<number> {
  return (await fetch(new URL(path, publicUrl), { redirect: "manual" })).status;
}

it("sets up the first organisation and its administrator by a link that works once", async () => {
  await start("first");
  const link = await setUpLinkOf(service);
  expect(link.startsWith(`${publicUrl}/set-up?ticket=`)).toBe(true);
  expect(await statusOf("/set-up?ticket=guessed")).toBe(404);

  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  await setUp(page, link);
  expect(await statusOf(link)).toBe(404);

  await enterAddress(page, administrator.address);
  await enterPassword(page, administrator.password);
  await page.getByRole("heading", { name: "My Apps" }).waitFor();
  await page.goto(`${publicUrl}/invite`);
  await page.getByRole("heading", { name: /Invite/ }).waitFor();
  await context.close();
});

it("has nothing of the demo", async () => {
  expect(await statusOf("/mailbox")).toBe(404);
  expect(await statusOf("/mailbox/api/messages")).toBe(404);
  expect(await (await fetch(publicUrl)).text()).not.toContain("contoso.example");
  expect(await statusOf("/readyz")).toBe(200);
});

it("does not share its data directory with a second service, which says whose it is", async () => {
  const second = startCommand(["serve"], { ...environment, PORT: "0" });
  expect(await second.ended()).toBe(1);
  expect(second.output()).toContain(dataDirectory);
  expect(second.output()).toContain(String(service.process.pid));
  expect(second.output()).not.toMatch(/\n +at /);
  expect(await statusOf("/readyz")).toBe(200);
});

it("stops in order on SIGTERM, and starts again without a link", async () => {
  expect(await service.end("SIGTERM")).toBe(0);
  await start("later");
  expect(service.output()).not.toContain("set-up");
  expect(await statusOf("/readyz")).toBe(200);
  expect(await service.end("SIGTERM")).toBe(0);
  expect(service.output()).not.toMatch(/error/i);
});

it("does not speak unencrypted to the world", async () => {
  const refused = startCommand(["serve"], {
    ...environment,
    GUESTHOUSE_PUBLIC_URL: "http://guests.contoso.example",
  });
  expect(await refused.ended()).toBe(1);
  expect(refused.output()).toContain("unencrypted");
});
