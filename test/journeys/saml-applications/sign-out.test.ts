import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openBrowser } from "../../support/open-browser.ts";
import { type PeerSamlApplication, startPeerSamlApplication } from "../../support/peer-saml-application.ts";
import { registerSamlApplication } from "../../support/saml-client.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";

let house: ServedHouse;
let wiki: PeerSamlApplication;
let board: PeerSamlApplication;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  house = await serveHouse();
  [wiki, board] = await Promise.all([startPeerSamlApplication("wiki"), startPeerSamlApplication("board")]);
  const { tenantId } = house.contoso;
  for (const application of [wiki, board])
    await registerSamlApplication(house.machine, tenantId, {
      displayName: application.entityId,
      identifierUris: [application.entityId],
      redirectUris: [{ platform: "web", uri: application.consumerUrl }],
      logoutUrl: application.logoutUrl,
    });
  const metadata = await fetch(
    `${house.publicUrl}/${tenantId}/federationmetadata/2007-06/federationmetadata.xml`,
  ).then((reply) => reply.text());
  wiki.trust(metadata);
  board.trust(metadata);
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all([wiki?.close(), board?.close(), house?.close()]);
});

/** Mia in a browser of her own, signed in to both. */
beforeEach(async () => {
  const mia = house.contoso.users[2];
  page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await page.goto(wiki.signInUrl);
  await page.getByLabel("Email").fill(mia?.userName ?? "");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Password").fill(mia?.password ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: /is signed in to wiki/ }).waitFor();
  await page.goto(board.signInUrl);
  await page.getByRole("heading", { name: /is signed in to board/ }).waitFor();
  expect([wiki.people.length, board.people.length]).toEqual([1, 1]);
}, 120_000);

async function expectSignedOutHere(): Promise<void> {
  await page.goto(wiki.signInUrl);
  await page.getByLabel("Email").waitFor();
}

it("signing out of one application ends the session and the other application, and leads back", async () => {
  await page.goto(wiki.signOutUrl);
  await page.getByRole("heading", { name: "Signed out of wiki" }).waitFor();
  await expect.poll(() => board.people.length).toBe(0);
  expect(wiki.people).toHaveLength(0);
  await expectSignedOutHere();
}, 120_000);

it("signing out at the organisation ends every application", async () => {
  await page.goto(`${house.publicUrl}/${house.contoso.tenantId}/oauth2/v2.0/logout`);
  await page.getByRole("button", { name: "Mia Chen" }).click();
  await page.getByRole("heading", { name: "You are signed out" }).waitFor();
  await expect.poll(() => wiki.people.length + board.people.length).toBe(0);
  await expectSignedOutHere();
}, 120_000);
