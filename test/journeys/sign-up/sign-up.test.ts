import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findExternalUsersByAddress } from "../../../src/domain/directory/find-user.ts";
import { addIdentityProvider } from "../../../src/domain/federation/add-identity-provider.ts";
import { removeIdentityProvider } from "../../../src/domain/federation/remove-identity-provider.ts";
import { defineAttribute } from "../../../src/domain/signup/define-attribute.ts";
import { linkToFlow } from "../../../src/domain/signup/link-to-flow.ts";
import type { SignUpAttribute } from "../../../src/domain/signup/rules/sign-up-attribute.ts";
import type { UserFlow } from "../../../src/domain/signup/rules/user-flow.ts";
import type { DomainName } from "../../../src/foundation/domain-name.ts";
import { type EmailAddress, normalizeEmailAddress } from "../../../src/foundation/email-address.ts";
import type { ProviderId } from "../../../src/foundation/identifiers.ts";
import { openNameService } from "../../../src/platform/names/name-service.ts";
import { type NameServer, startNameServer } from "../../support/name-server.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { askIn, freshFlow, openSignUp } from "../../support/open-sign-up.ts";
import { type PeerProvider, startPeerProvider } from "../../support/peer-provider.ts";
import { type PeerSamlProvider, startPeerSamlProvider } from "../../support/peer-saml-provider.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { authorizeUrl } from "../identity-providers/authorize-url.ts";
import {
  type ListeningApplication,
  landOnApplication,
  startApplication,
} from "../main-job/land-on-application.ts";

let names: NameServer;
let house: ServedHouse;
let peer: PeerProvider;
let samlPeer: PeerSamlProvider;
let browser: Browser;
let application: ListeningApplication;
let flow: UserFlow;
let providerId: ProviderId;
const ids: Record<string, string> = {};

beforeAll(async () => {
  names = await startNameServer();
  house = await serveHouse({ names: openNameService([names.address]) });
  const { contoso, machine } = house;
  const { tenantId } = contoso;
  peer = await startPeerProvider(`${house.publicUrl}/federation/${tenantId}/callback`);
  const metadata = await fetch(`${house.publicUrl}/federation/${tenantId}/saml/metadata`);
  samlPeer = await startPeerSamlProvider(await metadata.text());
  names.records.set("peer.example", [
    `DirectFedAuthUrl=${peer.issuer}/auth`,
    `DirectFedAuthUrl=${samlPeer.signInUrl}`,
  ]);
  providerId = accepted(
    await addIdentityProvider(machine, byOperator, {
      tenantId,
      kind: "openid-connect",
      displayName: "Peer Industries",
      settings: { discoveryUrl: peer.issuer, clientId: "web-client" },
      secret: "web-secret",
      domains: ["peer.example" as DomainName],
    }),
  ).providerId;
  const applicationId = contoso.applications[0]?.applicationId ?? "";
  const changes = { allowsEmailCode: true, languages: ["en", "de"], defaultLanguage: "de" };
  flow = await openSignUp(machine, { tenantId, applicationId, name: "Partners", changes });
  accepted(await linkToFlow(machine, byOperator, { flow, part: { kind: "provider", id: providerId } }));
  await askEverything();
  browser = await openBrowser();
  application = await startApplication();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  application?.close();
  await samlPeer?.close();
  await peer?.close();
  await house?.close();
  await names?.close();
});

/** A question of every kind. */
async function askEverything(): Promise<void> {
  const { machine, contoso } = house;
  const define = async (displayName: string, dataType: SignUpAttribute["dataType"]) => {
    const { tenantId } = contoso;
    const attribute = { tenantId, displayName, description: "", dataType };
    ids[displayName] = accepted(await defineAttribute(machine, byOperator, attribute)).attributeId;
    return ids[displayName];
  };
  const choices = ["Bridges", "Roads", "Tunnels"].map((label) => ({ label, value: label, isDefault: false }));
  await askIn(machine, flow, { attributeId: "GivenName", label: "First name" });
  await askIn(machine, flow, { attributeId: "Country", input: "dropdown", choices });
  await askIn(machine, flow, { attributeId: await define("Badge", "number"), label: "Badge number" });
  await askIn(machine, flow, { attributeId: await define("Since", "moment"), label: "Since", input: "date" });
  await askIn(machine, flow, {
    attributeId: await define("Offers", "texts"),
    label: "Offers",
    input: "check-boxes",
    choices,
  });
  await askIn(machine, flow, {
    attributeId: await define("Size", "text"),
    label: "Size",
    input: "radio",
    choices,
  });
  await askIn(machine, flow, { attributeId: await define("Rules", "flag"), label: "I have read the rules" });
  await askIn(machine, flow, {
    attributeId: await define("Billing", "text"),
    ...{ label: "Address for invoices", input: "e-mail", requiresVerification: true, isRequired: false },
  });
}

/** Answers everything that must be answered. */
async function answer(page: Page, firstName: string): Promise<void> {
  await page.getByLabel("First name").fill(firstName);
  await page.getByLabel("Country").selectOption("Roads");
  await page.getByLabel("Badge number").fill("42");
  await page.getByLabel("Since").fill("2024-05-01");
  await page.getByRole("group", { name: "Offers" }).getByLabel("Bridges").check();
  await page.getByRole("group", { name: "Offers" }).getByLabel("Tunnels").check();
  await page.getByRole("group", { name: "Size" }).getByLabel("Roads").check();
  await page.getByLabel("I have read the rules").check();
}

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target).join()}`)).toEqual([]);
}

async function guestOf(address: string) {
  const { machine, contoso } = house;
  const normalized = normalizeEmailAddress(address as EmailAddress);
  return (await findExternalUsersByAddress(machine.database, contoso.tenantId, normalized))[0];
}

const start = (more: Readonly<Record<string, string>> = {}) =>
  authorizeUrl(house, application.redirectUri, more);

it("somebody signs up by the button of a provider, and just signs in the next time", async () => {
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  const atPeer = async () => {
    await page.getByRole("link", { name: "Continue with Peer Industries" }).click();
    await page.getByPlaceholder("Enter any login").fill("vera");
    await page.getByPlaceholder("and password").fill("anything");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
  };
  const landed = await landOnApplication(page, start(), async () => {
    await expectNothingSerious(page);
    await atPeer();
    await page.getByRole("heading", { name: "Create an account at Contoso" }).waitFor();
    await expectNothingSerious(page);
    expect(await guestOf("vera@peer.example")).toBeUndefined();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { name: "Tell Contoso about you" }).waitFor();
    await expectNothingSerious(page);
    await answer(page, "Vera");
    await page.getByRole("button", { name: "Create account" }).click();
  });
  const guest = await guestOf("vera@peer.example");
  expect(landed.claims).toMatchObject({
    oid: guest?.userId,
    idp: peer.issuer,
    email: "vera@peer.example",
    acct: 1,
  });
  expect(guest).toMatchObject({ givenName: "Vera", country: "Roads", origin: "self-service-sign-up" });
  const value = (name: string) => guest?.customValues[ids[name] ?? ""];
  expect([value("Badge"), value("Since"), value("Offers"), value("Size"), value("Rules")]).toEqual([
    ...[42, "2024-05-01T00:00:00Z", ["Bridges", "Tunnels"], "Roads", true],
  ]);
  const again = await landOnApplication(page, start({ prompt: "none" }));
  expect(again.claims).toMatchObject({ oid: guest?.userId });
});

it("a member of another organisation finds their name filled in, and loses nothing by an error or another language", async () => {
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await page.goto(start({ login_hint: "bert@fabrikam.example" }));
  await page.getByLabel("Password").fill(house.fabrikam.users[0]?.password ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect.poll(() => page.getByLabel("First name").inputValue()).toBe("Bert");
  await answer(page, "Bertie");
  await page.getByLabel("Badge number").fill("many");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByText("Enter a whole number, such as 42.").first().waitFor();
  await expectNothingSerious(page);
  await page.getByLabel("Badge number").fill("77");
  await page.locator(".languages summary").click();
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.getByRole("heading", { name: "Angaben für Contoso" }).waitFor();
  await expect.poll(() => page.getByLabel("Badge number").inputValue()).toBe("77");
  expect(await page.getByLabel("First name").inputValue()).toBe("Bertie");
  expect(await page.getByRole("group", { name: "Size" }).getByLabel("Roads").isChecked()).toBe(true);
  expect(await page.getByRole("group", { name: "Size" }).getByLabel("Bridges").isChecked()).toBe(false);
  expect(await page.getByRole("group", { name: "Offers" }).getByLabel("Tunnels").isChecked()).toBe(true);
  await page.getByRole("button", { name: "Konto anlegen" }).click();
  await page.waitForURL((address) => address.href.startsWith(application.redirectUri));
  expect(await guestOf("bert@fabrikam.example")).toMatchObject({
    givenName: "Bertie",
    redemptionState: "accepted",
  });
});

/** Goes there by the keyboard alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

it("somebody with nothing but a mailbox signs up on a phone, by the keyboard alone, and proves a further address", async () => {
  const context = await browser.newContext({
    locale: "fr-FR",
    viewport: { width: 360, height: 640 },
    isMobile: true,
  });
  const page = await context.newPage();
  const press = async (name: string) => {
    await tabTo(page, page.getByRole("button", { name, exact: true }));
    await page.keyboard.press("Enter");
  };
  const address = "noor@elsewhere.example";
  // French is no language of the flow: its pages speak German, and those of every sign-in French.
  await page.goto(start());
  await page.getByRole("heading", { name: "Connexion" }).waitFor();
  await page.goto(start({ prompt: "create" }));
  await page.getByRole("heading", { name: "Konto anlegen" }).waitFor();
  await tabTo(page, page.locator("#email"));
  await page.keyboard.type(address);
  await page.keyboard.press("Enter");
  await press("Code senden");
  await tabTo(page, page.locator("#code"));
  await page.keyboard.type(await house.newestCode(address));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Konto bei Contoso anlegen" }).waitFor();
  await press("Weiter");
  await page.getByRole("heading", { name: "Angaben für Contoso" }).waitFor();
  expect(await page.evaluate("document.documentElement.scrollWidth > innerWidth")).toBe(false);
  await answerByKeyboard(page);
  await page.keyboard.press("Enter");
  await press("Code senden");
  await tabTo(page, page.locator("#code"));
  await page.keyboard.type(await house.newestCode("invoices@elsewhere.example"));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.href.startsWith(application.redirectUri));
  const guest = await guestOf(address);
  expect(guest?.customValues[ids["Billing"] ?? ""]).toBe("invoices@elsewhere.example");
  expect(guest).toMatchObject({ mail: address, givenName: "Noor", preferredLanguage: "de" });
});

async function answerByKeyboard(page: Page): Promise<void> {
  const type = async (label: string, text: string) => {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.type(text);
  };
  await type("First name", "Noor");
  await tabTo(page, page.getByLabel("Country"));
  await page.keyboard.press("ArrowDown");
  await type("Badge number", "7");
  await tabTo(page, page.getByLabel("Since"));
  await page.getByLabel("Since").pressSequentially("01052024");
  await tabTo(page, page.getByRole("group", { name: "Offers" }).getByLabel("Roads"));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("group", { name: "Size" }).getByLabel("Bridges"));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByLabel("I have read the rules"));
  await page.keyboard.press("Space");
  await type("Address for invoices", "invoices@elsewhere.example");
}

it("somebody signs up by the SAML provider of their company, by address and without scripts", async () => {
  const { machine, contoso } = house;
  const { tenantId } = contoso;
  accepted(await removeIdentityProvider(machine, byOperator, { tenantId, providerId }));
  const saml = accepted(
    await addIdentityProvider(machine, byOperator, {
      tenantId,
      kind: "saml",
      displayName: "Peer by SAML",
      settings: { metadataUrl: samlPeer.metadataUrl },
      secret: undefined,
      domains: ["peer.example" as DomainName],
    }),
  );
  flow = await freshFlow(machine, flow);
  accepted(await linkToFlow(machine, byOperator, { flow, part: { kind: "provider", id: saml.providerId } }));
  const context = await browser.newContext({ locale: "en-US", javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(start());
  // A partner's own provider is not named to whoever comes along.
  expect(await page.getByText("Peer by SAML").count()).toBe(0);
  await page.getByRole("link", { name: "Create one" }).click();
  await page.getByLabel("Email").fill("sam@peer.example");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByLabel("Name").fill("sam");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  // What their company says of them is there to be corrected.
  expect(await page.getByLabel("First name").inputValue()).toBe("sam");
  await answer(page, "Sam");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL((url) => url.href.startsWith(application.redirectUri));
  expect(await guestOf("sam@peer.example")).toMatchObject({
    givenName: "Sam",
    origin: "self-service-sign-up",
  });
});
