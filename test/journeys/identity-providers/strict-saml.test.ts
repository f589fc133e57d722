import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addIdentityProvider } from "../../../src/domain/federation/add-identity-provider.ts";
import type { DomainName } from "../../../src/foundation/domain-name.ts";
import { openNameService } from "../../../src/platform/names/name-service.ts";
import { type NameServer, startNameServer } from "../../support/name-server.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { type PeerSamlProvider, startPeerSamlProvider } from "../../support/peer-saml-provider.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";

let names: NameServer;
let house: ServedHouse;
let peer: PeerSamlProvider;
let browser: Browser;

beforeAll(async () => {
  names = await startNameServer();
  house = await serveHouse({ names: openNameService([names.address]) });
  const { contoso, machine } = house;
  const metadata = await fetch(`${house.publicUrl}/federation/${contoso.tenantId}/saml/metadata`);
  peer = await startPeerSamlProvider(await metadata.text(), { isStrict: true });
  names.records.set("peer.example", [`DirectFedAuthUrl=${peer.signInUrl}`]);
  const { settings } = accepted(
    await addIdentityProvider(machine, byOperator, {
      tenantId: contoso.tenantId,
      kind: "saml",
      displayName: "Peer Industries",
      settings: { metadataUrl: peer.metadataUrl },
      secret: undefined,
      domains: ["peer.example" as DomainName],
    }),
  );
  expect(settings).toMatchObject({ requestBinding: "post", signRequests: true });
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await peer?.close();
  await house?.close();
  await names?.close();
});

async function toPeer(page: Page, address: string): Promise<void> {
  const { link } = await house.invite(address);
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("link", { name: "Continue" }).click();
}

async function signInAtPeer(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Sign in" }).click();
}

it("a guest is posted to a provider that wants signed requests and encrypts what it says", async () => {
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await toPeer(page, "vera@peer.example");
  await signInAtPeer(page, "vera");
  await page.getByRole("heading", { name: "Review permissions" }).waitFor();
});

it("does the same without scripts, by hand", async () => {
  const context = await browser.newContext({ locale: "en-US", javaScriptEnabled: false });
  const page = await context.newPage();
  await toPeer(page, "wim@peer.example");
  await page.getByRole("button", { name: "Continue" }).click();
  await signInAtPeer(page, "wim");
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("heading", { name: "Review permissions" }).waitFor();
});
