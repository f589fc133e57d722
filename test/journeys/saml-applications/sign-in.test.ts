import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ApplicationInTenant } from "../../../src/domain/applications/rules/application.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { type PeerSamlApplication, startPeerSamlApplication } from "../../support/peer-saml-application.ts";
import { registerSamlApplication } from "../../support/saml-client.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";

let house: ServedHouse;
let wiki: PeerSamlApplication;
let registered: ApplicationInTenant;
let browser: Browser;

beforeAll(async () => {
  house = await serveHouse();
  wiki = await startPeerSamlApplication("wiki");
  const { tenantId } = house.contoso;
  registered = await registerSamlApplication(house.machine, tenantId, {
    displayName: "Wiki",
    identifierUris: [wiki.entityId],
    redirectUris: [{ platform: "web", uri: wiki.consumerUrl }],
  });
  const { applicationId } = registered.application;
  const metadata = await fetch(
    `${house.publicUrl}/${tenantId}/federationmetadata/2007-06/federationmetadata.xml?appid=${applicationId}`,
  );
  wiki.trust(await metadata.text());
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await wiki?.close();
  await house?.close();
});

async function newPage(more: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  return (await browser.newContext({ locale: "en-US", ...more })).newPage();
}

/** The attributes of whoever signed in last. */
const attributes = () => wiki.people.at(-1)?.["attributes"] as Record<string, unknown> | undefined;
const claim = (name: string) => attributes()?.[`http://schemas.microsoft.com/identity/claims/${name}`];

async function acceptByCode(page: Page, address: string): Promise<string> {
  const redirectUrl = `${house.publicUrl}/myapps?tenant=${house.contoso.tenantId}`;
  const { link, userId } = await house.invite(address, { redirectUrl });
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("button", { name: "Send code" }).click();
  const code = page.getByLabel("Code");
  await code.waitFor();
  await code.fill(await house.newestCode(address));
  await page.getByRole("button", { name: "Verify" }).click();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page.getByText("You are now a guest of Contoso").waitFor();
  return userId;
}

it("a member signs in to an application by SAML, and a second time without being asked", async () => {
  const mia = house.contoso.users[2];
  const page = await newPage();
  await page.goto(wiki.signInUrl);
  await page.getByLabel("Email").fill(mia?.userName ?? "");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Password").fill(mia?.password ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: /is signed in to wiki, back at where-to$/ }).waitFor();
  expect(claim("objectidentifier")).toBe(mia?.userId);
  expect(claim("identityprovider")).toBe(`${house.publicUrl}/${house.contoso.tenantId}/`);
  const name = wiki.people.at(-1)?.nameID;

  await page.goto(wiki.signInUrl);
  await page.getByRole("heading", { name: /is signed in to wiki, back at where-to$/ }).waitFor();
  expect(wiki.people).toHaveLength(2);
  expect(wiki.people.at(-1)?.nameID).toBe(name);
});

it("a guest of a mailed code signs in, and the application learns who vouches for them", async () => {
  const page = await newPage();
  const userId = await acceptByCode(page, "otto@elsewhere.example");
  await page.goto(wiki.signInUrl);
  await page.getByRole("heading", { name: /is signed in to wiki/ }).waitFor();
  expect(claim("objectidentifier")).toBe(userId);
  expect(claim("identityprovider")).toBe("mail");
  expect(attributes()).toMatchObject({
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress": "otto@elsewhere.example",
  });
});

it("without script the answer goes by a button", async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await acceptByCode(page, "paul@elsewhere.example");
  await page.goto(wiki.signInUrl);
  await page.getByText("Wiki").first().waitFor();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { name: /is signed in to wiki/ }).waitFor();
});
