import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addIdentityProvider } from "../../../src/domain/federation/add-identity-provider.ts";
import type { DomainName } from "../../../src/foundation/domain-name.ts";
import { openNameService } from "../../../src/platform/names/name-service.ts";
import { type NameServer, startNameServer } from "../../support/name-server.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { type PeerProvider, startPeerProvider } from "../../support/peer-provider.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import {
  type ListeningApplication,
  landOnApplication,
  startApplication,
} from "../main-job/land-on-application.ts";
import { authorizeUrl } from "./authorize-url.ts";

let names: NameServer;
let house: ServedHouse;
let peer: PeerProvider;
let browser: Browser;
let application: ListeningApplication;

beforeAll(async () => {
  names = await startNameServer();
  house = await serveHouse({ names: openNameService([names.address]) });
  const { contoso, machine } = house;
  peer = await startPeerProvider(`${house.publicUrl}/federation/${contoso.tenantId}/callback`);
  names.records.set("peer.example", [`DirectFedAuthUrl=${peer.issuer}/auth`]);
  accepted(
    await addIdentityProvider(machine, byOperator, {
      tenantId: contoso.tenantId,
      kind: "openid-connect",
      displayName: "Peer Industries",
      settings: { discoveryUrl: peer.issuer, clientId: "web-client" },
      secret: "web-secret",
      domains: ["peer.example" as DomainName],
    }),
  );
  browser = await openBrowser();
  application = await startApplication();
});

afterAll(async () => {
  await browser?.close();
  application?.close();
  await peer?.close();
  await house?.close();
  await names?.close();
});

/** At the peer, whose pages are its own. */
async function signInAtPeer(page: Page): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill("vera");
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

it("a guest accepts with the provider of their company, and signs in through it, twice", async () => {
  const { contoso } = house;
  const redirectUrl = `${house.publicUrl}/myapps?tenant=${contoso.tenantId}`;
  const { link, userId } = await house.invite("vera@peer.example", { redirectUrl });
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("heading", { name: "Sign in with Peer Industries" }).waitFor();
  await page.getByRole("link", { name: "Continue" }).click();
  await signInAtPeer(page);
  await page.getByRole("heading", { name: "Review permissions" }).waitFor();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page.getByText("You are now a guest of Contoso").waitFor();

  const claims = JSON.stringify({ id_token: { xms_edov: null } });
  const silent = await landOnApplication(page, authorizeUrl(house, application.redirectUri, { claims }));
  const expected = {
    iss: `${house.publicUrl}/${contoso.tenantId}/v2.0`,
    tid: contoso.tenantId,
    oid: userId,
    idp: peer.issuer,
    email: "vera@peer.example",
    acct: 1,
  };
  // The provider vouches for the address, and the domain lets it.
  expect(silent.claims).toMatchObject({ ...expected, xms_edov: true });

  const again = await landOnApplication(
    page,
    authorizeUrl(house, application.redirectUri, { prompt: "login", login_hint: "vera@peer.example" }),
    async () => {
      await page.getByRole("link", { name: "Continue" }).click();
      await signInAtPeer(page);
    },
  );
  expect(again.claims).toMatchObject(expected);
  expect(again.claims.sub).toBe(silent.claims.sub);
});

it("works without scripts, from an address typed on the sign-in page", async () => {
  const context = await browser.newContext({ locale: "de-DE", javaScriptEnabled: false });
  const page = await context.newPage();
  const landed = await landOnApplication(page, authorizeUrl(house, application.redirectUri), async () => {
    await page.locator("#email").fill("vera@peer.example");
    await page.locator("button.primary").click();
    await page.getByRole("heading", { name: "Mit Peer Industries anmelden" }).waitFor();
    await page.getByRole("link", { name: "Weiter" }).click();
    await signInAtPeer(page);
  });
  expect(landed.claims).toMatchObject({ idp: peer.issuer, email: "vera@peer.example" });
});

it("somebody who cancels at the provider comes to a page that names it and can try again", async () => {
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  const { link } = await house.invite("timo@peer.example");
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByRole("link", { name: "[ Cancel ]" }).click();
  await page.getByRole("heading", { name: "Peer Industries could not sign you in" }).waitFor();
  await page.getByRole("button", { name: "Use a code by mail instead" }).waitFor();
  await page.getByRole("link", { name: "Try again" }).click();
  await page.getByPlaceholder("Enter any login").waitFor();
});
