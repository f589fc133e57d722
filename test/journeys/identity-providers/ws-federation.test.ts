import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addIdentityProvider } from "../../../src/domain/federation/add-identity-provider.ts";
import type { DomainName } from "../../../src/foundation/domain-name.ts";
import { openNameService } from "../../../src/platform/names/name-service.ts";
import { type NameServer, startNameServer } from "../../support/name-server.ts";
import { openBrowser } from "../../support/open-browser.ts";
import {
  type PeerWsFederationProvider,
  startPeerWsFederationProvider,
} from "../../support/peer-ws-federation-provider.ts";
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
let peer: PeerWsFederationProvider;
let browser: Browser;
let application: ListeningApplication;

beforeAll(async () => {
  names = await startNameServer();
  house = await serveHouse({ names: openNameService([names.address]) });
  const { contoso, machine } = house;
  peer = await startPeerWsFederationProvider();
  names.records.set("peer.example", [`DirectFedAuthUrl=${peer.signInUrl}`]);
  accepted(
    await addIdentityProvider(machine, byOperator, {
      tenantId: contoso.tenantId,
      kind: "ws-federation",
      displayName: "Peer Industries",
      settings: { metadataUrl: peer.metadataUrl },
      secret: undefined,
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
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByLabel("Name").fill("vera");
  await page.getByRole("button", { name: "Sign in" }).click();
}

it("a guest accepts with the WS-Federation provider of their company, and signs in through it again", async () => {
  const { contoso } = house;
  const redirectUrl = `${house.publicUrl}/myapps?tenant=${contoso.tenantId}`;
  const { link, userId } = await house.invite("vera@peer.example", { redirectUrl });
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("heading", { name: "Sign in with Peer Industries" }).waitFor();
  await signInAtPeer(page);
  await page.getByRole("heading", { name: "Review permissions" }).waitFor();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page.getByText("You are now a guest of Contoso").waitFor();

  const again = { prompt: "login", login_hint: "vera@peer.example" };
  const landed = await landOnApplication(page, authorizeUrl(house, application.redirectUri, again), () =>
    signInAtPeer(page),
  );
  expect(landed.claims).toMatchObject({
    iss: `${house.publicUrl}/${contoso.tenantId}/v2.0`,
    oid: userId,
    idp: peer.issuer,
    email: "vera@peer.example",
    acct: 1,
  });
});

it("works without scripts, where the peer's page is sent on by hand", async () => {
  const context = await browser.newContext({ locale: "en-US", javaScriptEnabled: false });
  const page = await context.newPage();
  const { link } = await house.invite("wim@peer.example");
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByLabel("Name").fill("wim");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Submit" }).click();
  await page.getByRole("heading", { name: "Review permissions" }).waitFor();
});
