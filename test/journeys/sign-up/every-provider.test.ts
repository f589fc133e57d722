import { exportPKCS8, generateKeyPair } from "jose";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { findExternalUsersByAddress, identitiesOf } from "../../../src/domain/directory/find-user.ts";
import { addIdentityProvider } from "../../../src/domain/federation/add-identity-provider.ts";
import type { IdentityProvider } from "../../../src/domain/federation/rules/identity-provider.ts";
import { linkToFlow } from "../../../src/domain/signup/link-to-flow.ts";
import type { UserFlow } from "../../../src/domain/signup/rules/user-flow.ts";
import type { DomainName } from "../../../src/foundation/domain-name.ts";
import { type EmailAddress, normalizeEmailAddress } from "../../../src/foundation/email-address.ts";
import { openNameService } from "../../../src/platform/names/name-service.ts";
import { type NameServer, startNameServer } from "../../support/name-server.ts";
import { type OAuth2Provider, startOAuth2Provider } from "../../support/oauth2-provider.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { freshFlow, openSignUp } from "../../support/open-sign-up.ts";
import { startApplePeer } from "../../support/peer-apple.ts";
import { type PeerProvider, startPeerProvider } from "../../support/peer-provider.ts";
import {
  type PeerWsFederationProvider,
  startPeerWsFederationProvider,
} from "../../support/peer-ws-federation-provider.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { authorizeUrl } from "../identity-providers/authorize-url.ts";
import {
  type ListeningApplication,
  landOnApplication,
  startApplication,
} from "../main-job/land-on-application.ts";

const outside = vi.hoisted(() => ({ apple: "", google: "", microsoft: "", linkedin: "", facebook: "" }));
// They have one address for everybody, where nobody can test.
vi.mock("../../../src/domain/federation/connectors/social-addresses.ts", () => ({
  socialAddresses: {
    get apple() {
      return { issuer: outside.apple };
    },
    get microsoft() {
      return { authority: outside.microsoft };
    },
    get google() {
      return { issuer: outside.google };
    },
    get linkedin() {
      return { issuer: outside.linkedin };
    },
    get facebook() {
      return {
        issuer: "facebook.com",
        authorizationEndpoint: `${outside.facebook}/dialog/oauth`,
        tokenEndpoint: `${outside.facebook}/oauth/access_token`,
        profile: `${outside.facebook}/me`,
      };
    },
  },
}));

const personalAccounts = "9188040d-6c67-4c5b-b112-36a304b66dad";
const directoryId = "6a1c1f0e-0d0b-4c7e-8a52-7f2d0a9c3b11";

let names: NameServer;
let house: ServedHouse;
let google: PeerProvider;
let personal: PeerProvider;
let directory: PeerProvider;
let apple: Awaited<ReturnType<typeof startApplePeer>>;
let linkedin: PeerProvider;
let accounts: OAuth2Provider;
let sts: PeerWsFederationProvider;
let browser: Browser;
let application: ListeningApplication;
let flow: UserFlow;

beforeAll(async () => {
  names = await startNameServer();
  house = await serveHouse({ names: openNameService([names.address]) });
  const { contoso, machine } = house;
  const { tenantId } = contoso;
  const returnUrl = `${house.publicUrl}/federation/${tenantId}/callback`;
  const says = (domain: string) => (name: string) => ({ email: `${name}@${domain}`, email_verified: true });
  google = await startPeerProvider(returnUrl, { claimsOf: says("gmail.com") });
  linkedin = await startPeerProvider(returnUrl, { claimsOf: says("fabrikam.example") });
  accounts = await startOAuth2Provider();
  sts = await startPeerWsFederationProvider();
  Object.assign(outside, {
    google: google.issuer,
    linkedin: linkedin.issuer,
    facebook: accounts.origin,
  });
  const emails = [{ email: "gus@forge.example", verified: true, primary: true }];
  accounts.people.set("gus", { user: { id: 4711, login: "gus", name: "Gus" }, emails });
  accounts.people.set("fay", { user: { id: "10158", name: "Fay", email: "fay@fabrikam.example" } });
  names.records.set("forge.example", [`DirectFedAuthUrl=${accounts.origin}/login/oauth/authorize`]);
  names.records.set("peer.example", [`DirectFedAuthUrl=${sts.signInUrl}`]);
  flow = await openSignUp(machine, {
    tenantId,
    applicationId: contoso.applications[0]?.applicationId ?? "",
    name: "Everybody",
  });
  const atPeer = { settings: { clientId: "web-client" }, secret: "web-secret" };
  const { clientId, secret, origin } = accounts;
  await add("google", "Google", atPeer);
  await add("linkedin", "LinkedIn", atPeer);
  await add("github", "Forge", { settings: { clientId, enterpriseUrl: origin }, secret }, ["forge.example"]);
  await add("facebook", "Facebook", { settings: { clientId }, secret });
  const byMetadata = { settings: { metadataUrl: sts.metadataUrl }, secret: undefined };
  await add("ws-federation", "Peer Industries", byMetadata, ["peer.example"]);
  await addMicrosoftAndApple(returnUrl);
  browser = await openBrowser();
  application = await startApplication();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  application?.close();
  await Promise.all(
    [google, linkedin, personal, directory, apple, accounts, sts].map((peer) => peer?.close()),
  );
  await house?.close();
  await names?.close();
});

/** Personal accounts and a directory have one authority in the world; here each has its own, one at a time. */
async function addMicrosoftAndApple(returnUrl: string): Promise<void> {
  const atPeer = { settings: { clientId: "web-client" }, secret: "web-secret" };
  personal = await startPeerProvider(returnUrl, {
    claimsOf: (name) => ({ email: `${name}@outlook.com`, tid: personalAccounts, ver: "2.0" }),
    path: `/${personalAccounts}/v2.0`,
  });
  outside.microsoft = personal.origin;
  await add("microsoft", "Microsoft", atPeer);
  directory = await startPeerProvider(returnUrl, {
    claimsOf: (name) => ({
      ...{ oid: `oid-of-${name}`, tid: directoryId },
      preferred_username: `${name}@northwind.example`,
    }),
    path: `/${directoryId}/v2.0`,
  });
  outside.microsoft = directory.origin;
  names.records.set("northwind.example", [`DirectFedAuthUrl=${directory.issuer}/auth`]);
  await add("entra", "Northwind", { ...atPeer, settings: { clientId: "web-client", directoryId } }, [
    "northwind.example",
  ]);
  const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
  const own = { teamId: "TEAMID1234", keyId: "KEYID12345" };
  apple = await startApplePeer(returnUrl, { ...own, publicKey });
  outside.apple = apple.issuer;
  const secret = await exportPKCS8(privateKey);
  await add("apple", "Apple", { settings: { clientId: "web-client", ...own }, secret });
}

/** Adds a provider, and has the flow take it. */
async function add(
  kind: IdentityProvider["kind"],
  displayName: string,
  typed: { readonly settings: Readonly<Record<string, string>>; readonly secret: string | undefined },
  domains: readonly string[] = [],
): Promise<void> {
  const { machine, contoso } = house;
  const { providerId } = accepted(
    await addIdentityProvider(machine, byOperator, {
      ...{ tenantId: contoso.tenantId, kind, displayName, domains: domains as readonly DomainName[] },
      ...typed,
    }),
  );
  flow = await freshFlow(machine, flow);
  accepted(await linkToFlow(machine, byOperator, { flow, part: { kind: "provider", id: providerId } }));
}

const byButton = (displayName: string) => async (page: Page) =>
  page.getByRole("link", { name: `Continue with ${displayName}` }).click();

async function byAddress(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "Create one" }).click();
  await page.getByLabel("Email").fill(`${name}@peer.example`);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("link", { name: "Continue" }).click();
}

/** On the pages of `oidc-provider`. */
async function atOpenIdPeer(page: Page, name: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(name);
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

async function atOtherPeer(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Somebody whose provider vouches for no address proves one, which need not be the one that it tells. */
async function proveAddress(page: Page, address: string): Promise<void> {
  await page.getByRole("heading", { name: "Enter your address" }).waitFor();
  await page.getByLabel("Email").fill(address);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Send code" }).click();
  await page.locator("#code").waitFor();
  await page.locator("#code").fill(await house.newestCode(address));
  await page.locator("#code").press("Enter");
}

it.each([
  ["google", "gina", "gina@gmail.com", byButton("Google"), atOpenIdPeer, false],
  ["microsoft", "mia", "mia@outlook.com", byButton("Microsoft"), atOpenIdPeer, false],
  ["entra", "nils", "nils@northwind.example", byButton("Northwind"), atOpenIdPeer, false],
  ["apple", "amy", "amy@icloud.com", byButton("Apple"), atOpenIdPeer, false],
  ["github", "gus", "gus@forge.example", byButton("Forge"), atOtherPeer, false],
  ["ws-federation", "wim", "wim@peer.example", byAddress, atOtherPeer, false],
  ["linkedin", "lin", "lin@elsewhere.example", byButton("LinkedIn"), atOpenIdPeer, true],
  ["facebook", "fay", "fay@elsewhere.example", byButton("Facebook"), atOtherPeer, true],
] as const)(
  "somebody signs up by %s, and just signs in the next time",
  async (kind, name, address, choose, prove, isUnproved) => {
    const { machine, contoso } = house;
    outside.microsoft = (kind === "entra" ? directory : personal).origin;
    const page = await (await browser.newContext({ locale: "en-US" })).newPage();
    const find = async () => {
      const normalized = normalizeEmailAddress(address as EmailAddress);
      return (await findExternalUsersByAddress(machine.database, contoso.tenantId, normalized))[0];
    };
    const landed = await landOnApplication(page, authorizeUrl(house, application.redirectUri), async () => {
      await choose(page, name);
      await prove(page, name);
      if (isUnproved) await proveAddress(page, address);
      await page.getByRole("heading", { name: "Create an account at Contoso" }).waitFor();
      expect(await find()).toBeUndefined();
      await page.getByRole("button", { name: "Create account" }).click();
    });
    const guest = await find();
    expect(guest).toMatchObject({ origin: "self-service-sign-up", redemptionState: "accepted" });
    expect(landed.claims).toMatchObject({ oid: guest?.userId, email: address, acct: 1 });
    const ids = guest ? [guest.userId] : [];
    const [identity] = (await identitiesOf(machine.database, contoso.tenantId, ids)).values();
    expect(identity).toMatchObject({ providerKind: kind });
    const again = await landOnApplication(
      page,
      authorizeUrl(house, application.redirectUri, { prompt: "none" }),
    );
    expect(again.claims).toMatchObject({ oid: guest?.userId });
  },
);
