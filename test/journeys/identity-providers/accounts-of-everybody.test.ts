import { exportPKCS8, generateKeyPair } from "jose";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findUser } from "../../../src/domain/directory/find-user.ts";
import { addIdentityProvider } from "../../../src/domain/federation/add-identity-provider.ts";
import { removeIdentityProvider } from "../../../src/domain/federation/remove-identity-provider.ts";
import type { IdentityProvider } from "../../../src/domain/federation/rules/identity-provider.ts";
import type { DomainName } from "../../../src/foundation/domain-name.ts";
import type { UserId } from "../../../src/foundation/identifiers.ts";
import { openNameService } from "../../../src/platform/names/name-service.ts";
import { type NameServer, startNameServer } from "../../support/name-server.ts";
import { startOAuth2Provider } from "../../support/oauth2-provider.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { startApplePeer } from "../../support/peer-apple.ts";
import { startPeerProvider } from "../../support/peer-provider.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import {
  type ListeningApplication,
  landOnApplication,
  startApplication,
} from "../main-job/land-on-application.ts";
import { authorizeUrl } from "./authorize-url.ts";

const outside = vi.hoisted(() => ({ apple: "", google: "", microsoft: "" }));
// They have one address for everybody, where nobody can test.
vi.mock("../../../src/domain/federation/connectors/social-addresses.ts", () => ({
  socialAddresses: {
    get apple() {
      return { issuer: outside.apple };
    },
    get google() {
      return { issuer: outside.google };
    },
    get microsoft() {
      return { authority: outside.microsoft };
    },
  },
}));
// What a provider publishes is read anew after a while; this clock goes on to then, and never back.
const now = performance.now.bind(performance);
let ahead = 0;
vi.spyOn(performance, "now").mockImplementation(() => now() + ahead);

const directoryId = "6a1c1f0e-0d0b-4c7e-8a52-7f2d0a9c3b11";
const personalAccounts = "9188040d-6c67-4c5b-b112-36a304b66dad";
const appleKey = await generateKeyPair("ES256", { extractable: true });

let names: NameServer;
let house: ServedHouse;
let browser: Browser;
let application: ListeningApplication;
let returnUrl = "";

beforeAll(async () => {
  names = await startNameServer();
  house = await serveHouse({ names: openNameService([names.address]) });
  returnUrl = `${house.publicUrl}/federation/${house.contoso.tenantId}/callback`;
  browser = await openBrowser();
  application = await startApplication();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  application?.close();
  await house?.close();
  await names?.close();
});

interface Account {
  readonly kind: IdentityProvider["kind"];
  /** What the person types at the provider, and the address that they are invited by. */
  readonly name: string;
  readonly address: string;
  readonly displayName: string;
  /** Starts the provider that stands for the real one, and tells how it is added. */
  start(): Promise<{
    readonly settings: Readonly<Record<string, string>>;
    readonly secret: string;
    readonly domains: readonly string[];
    readonly issuer: string;
    readonly rollKeys?: () => Promise<void>;
    close(): Promise<void>;
  }>;
  readonly signIn: (page: Page, name: string) => Promise<void>;
}

const client = { settings: { clientId: "web-client" }, secret: "web-secret", domains: [] };

/** On the pages of `oidc-provider`. */
async function signInAtPeer(page: Page, name: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(name);
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

const apple = {
  kind: "apple",
  displayName: "Apple",
  async start() {
    const own = { teamId: "TEAMID1234", keyId: "KEYID12345" };
    const peer = await startApplePeer(returnUrl, { ...own, publicKey: appleKey.publicKey });
    outside.apple = peer.issuer;
    const settings = { clientId: "web-client", ...own };
    return { ...client, ...peer, settings, secret: await exportPKCS8(appleKey.privateKey) };
  },
  signIn: signInAtPeer,
} as const;

const accounts: readonly Account[] = [
  {
    ...{ kind: "google", displayName: "Google", name: "vera", address: "vera@gmail.com" },
    async start() {
      const claimsOf = (name: string) => ({
        email: `${name}@gmail.com`,
        email_verified: true,
        name: "Vera Lind",
      });
      const peer = await startPeerProvider(returnUrl, { claimsOf });
      outside.google = peer.issuer;
      return { ...client, ...peer };
    },
    signIn: signInAtPeer,
  },
  {
    ...{ kind: "microsoft", displayName: "Microsoft", name: "vera", address: "vera@outlook.com" },
    async start() {
      // No claim says that an address of a personal account was verified.
      const claimsOf = (name: string) => ({
        email: `${name}@outlook.com`,
        tid: personalAccounts,
        ver: "2.0",
      });
      const peer = await startPeerProvider(returnUrl, { claimsOf, path: `/${personalAccounts}/v2.0` });
      outside.microsoft = peer.origin;
      return { ...client, ...peer };
    },
    signIn: signInAtPeer,
  },
  {
    ...{ kind: "entra", displayName: "Northwind", name: "vera", address: "vera@northwind.example" },
    async start() {
      const claimsOf = (name: string) => ({
        oid: `oid-of-${name}`,
        tid: directoryId,
        preferred_username: `${name}@northwind.example`,
        // Typed by an administrator there, and verified by nobody.
        email: "boss@contoso.example",
      });
      const peer = await startPeerProvider(returnUrl, { claimsOf, path: `/${directoryId}/v2.0` });
      outside.microsoft = peer.origin;
      names.records.set("northwind.example", [`DirectFedAuthUrl=${peer.issuer}/auth`]);
      const settings = { clientId: "web-client", directoryId };
      return { ...client, ...peer, settings, domains: ["northwind.example"] };
    },
    signIn: signInAtPeer,
  },
  { ...apple, name: "vera", address: "vera@icloud.com" },
  { ...apple, name: "hidden-x7k2", address: "hidden-x7k2@privaterelay.appleid.com" },
  {
    ...{ kind: "github", displayName: "Forge", name: "vera", address: "vera@forge.example" },
    async start() {
      const peer = await startOAuth2Provider();
      const emails = [{ email: "vera@forge.example", verified: true, primary: true }];
      peer.people.set("vera", { user: { id: 4711, login: "vera", name: "Vera" }, emails });
      names.records.set("forge.example", [`DirectFedAuthUrl=${peer.origin}/login/oauth/authorize`]);
      const settings = { clientId: peer.clientId, enterpriseUrl: peer.origin };
      return { ...peer, issuer: peer.origin, settings, domains: ["forge.example"] };
    },
    async signIn(page, name) {
      await page.getByLabel("Name").fill(name);
      await page.getByRole("button", { name: "Sign in" }).click();
    },
  },
];

const newPage = async () => (await browser.newContext({ locale: "en-US" })).newPage();

/** From the link in the mail to the provider. */
async function openMailedLink(page: Page, address: string, displayName: string): Promise<void> {
  await page.goto(await house.mailedLink(address));
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("heading", { name: `Sign in with ${displayName}` }).waitFor();
  await page.getByRole("link", { name: "Continue" }).click();
}

/** Somebody new, whose provider goes away before they get there. */
async function isToldThatItIsDown(displayName: string, address: string, peer: { close(): Promise<void> }) {
  const other = `other-${address}`;
  await house.invite(other);
  await peer.close();
  ahead += 11 * 60_000;
  const page = await newPage();
  await openMailedLink(page, other, displayName);
  await page.getByText(`${displayName} did not answer.`).waitFor();
  await page.getByRole("button", { name: "Use a code by mail instead" }).click();
  await page.getByRole("button", { name: "Send code" }).waitFor();
}

describe.each(accounts)("a guest with an account at $displayName ($kind), $address", (account) => {
  const { kind, displayName, name, address, signIn } = account;

  it("accepts by the mailed link, signs in, goes on with new keys, and is told when it is down", async () => {
    const { contoso, machine } = house;
    const { tenantId } = contoso;
    const peer = await account.start();
    const { settings, secret } = peer;
    const domains = peer.domains as readonly DomainName[];
    const typed = { tenantId, kind, displayName, settings, secret, domains };
    const { providerId } = accepted(await addIdentityProvider(machine, byOperator, typed));
    const redirectUrl = `${house.publicUrl}/myapps?tenant=${tenantId}`;
    const { userId } = await house.invite(address, { redirectUrl });
    const page = await newPage();
    await openMailedLink(page, address, displayName);
    await signIn(page, name);
    await page.getByRole("heading", { name: "Review permissions" }).waitFor();
    await page.getByRole("button", { name: "Accept", exact: true }).click();
    await page.getByText("You are now a guest of Contoso").waitFor();
    const silent = await landOnApplication(page, authorizeUrl(house, application.redirectUri));
    const expected = { oid: userId, email: address, acct: 1 };
    expect(silent.claims).toMatchObject(expected);
    const guest = await findUser(machine.database, tenantId, userId as UserId);
    expect(guest).toMatchObject({ redemptionState: "accepted", mail: address });

    await peer.rollKeys?.();
    // Keys are not asked for more than once a minute, so that forged tokens cannot make us ask for ever.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    const again = await newPage();
    const landed = await landOnApplication(again, authorizeUrl(house, application.redirectUri), async () => {
      await again.locator("#email").fill(address);
      await again.getByRole("button", { name: "Next" }).click();
      await again.getByRole("link", { name: "Continue" }).click();
      await signIn(again, name);
    }).finally(() => vi.useRealTimers());
    expect(landed.claims).toMatchObject({ ...expected, sub: silent.claims.sub });

    if (peer.rollKeys) await isToldThatItIsDown(displayName, address, peer);
    await peer.close();
    accepted(await removeIdentityProvider(machine, byOperator, { tenantId, providerId }));
  });
});
