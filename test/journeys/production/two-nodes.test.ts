import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "../../support/free-port.ts";
import { type GuesthouseCommand, startCommand } from "../../support/guesthouse-command.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { openSwitchboard, type Switchboard } from "../../support/switchboard.ts";
import { testDatabase } from "../../support/test-database.ts";
import { enterAddress, enterPassword } from "../main-job/sign-in-steps.ts";
import { administrator, setUp, setUpLinkOf } from "./set-up-steps.ts";

const { databaseUrl } = await testDatabase({ isEmpty: true });
const masterKey = randomBytes(32).toString("base64");
let browser: Browser;
let switchboard: Switchboard;
let nodes: { readonly service: GuesthouseCommand; readonly port: number; readonly folder: string }[] = [];

beforeAll(async () => {
  switchboard = await openSwitchboard();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  switchboard?.close();
  for (const { service, folder } of nodes) {
    await service.end();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A node with nothing in common with others but the database, the master key and the address in front. */
async function startNode(): Promise<(typeof nodes)[number]> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "guesthouse-node-"));
  const service = startCommand(["serve"], {
    DATABASE_URL: databaseUrl,
    GUESTHOUSE_MASTER_KEY: masterKey,
    GUESTHOUSE_DATA_DIR: folder,
    GUESTHOUSE_PUBLIC_URL: switchboard.url,
    GUESTHOUSE_BEHIND_PROXY: "true",
    PORT: String(port),
  });
  return { service, port, folder };
}

it("runs as two nodes that start together on an empty database; a sign-in goes on where another node began it", async () => {
  nodes = [await startNode(), await startNode()];
  await Promise.all(nodes.map(({ service }) => service.printed(/is ready/)));
  const [one, other] = nodes;
  if (!one || !other) throw new Error("two nodes were started");
  // Whichever node's output the operator reads.
  expect(await setUpLinkOf(other.service)).toBe(await setUpLinkOf(one.service));

  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  switchboard.turnTo(one.port);
  await setUp(page, await setUpLinkOf(one.service));

  switchboard.turnTo(other.port);
  await enterAddress(page, administrator.address);
  await page.getByLabel("Password", { exact: true }).waitFor();
  switchboard.turnTo(one.port);
  await enterPassword(page, administrator.password);
  await page.getByRole("heading", { name: "My Apps" }).waitFor();

  await one.service.end();
  switchboard.turnTo(other.port);
  await page.reload();
  await page.getByRole("heading", { name: "My Apps" }).waitFor();
  await context.close();
  expect(await other.service.end()).toBe(0);
  for (const { service } of nodes) expect(service.output()).not.toMatch(/error/i);
});
