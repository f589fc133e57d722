import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { findUserByIdentity, identitiesOf } from "../../../src/domain/directory/find-user.ts";
import { createApiConnector } from "../../../src/domain/signup/api-connectors/save-api-connector.ts";
import { setFlowConnector } from "../../../src/domain/signup/set-flow-connector.ts";
import { offerWithoutAddresses } from "../../support/address-less-stage.ts";
import { type OAuth2Provider, startOAuth2Provider } from "../../support/oauth2-provider.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { askIn, freshFlow, openSignUp } from "../../support/open-sign-up.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { type SignUpApi, startSignUpApi } from "../../support/sign-up-api.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { authorizeUrl } from "../identity-providers/authorize-url.ts";
import {
  type ListeningApplication,
  landOnApplication,
  startApplication,
} from "../main-job/land-on-application.ts";

const outside = vi.hoisted(() => ({ facebook: "" }));
// Facebook has one address for everybody, where nobody can test.
vi.mock("../../../src/domain/federation/connectors/social-addresses.ts", () => ({
  socialAddresses: {
    apple: { issuer: "https://appleid.apple.com" },
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

let house: ServedHouse;
let peer: OAuth2Provider;
let api: SignUpApi;
let browser: Browser;
let application: ListeningApplication;

beforeAll(async () => {
  house = await serveHouse();
  peer = await startOAuth2Provider();
  outside.facebook = peer.origin;
  api = await startSignUpApi();
  const { contoso, machine } = house;
  const { tenantId } = contoso;
  const applicationId = contoso.applications[0]?.applicationId ?? "";
  const flow = await openSignUp(machine, { tenantId, applicationId, name: "Partners" });
  await offerWithoutAddresses(machine, flow, "facebook", peer);
  await askIn(machine, flow, { attributeId: "City" });
  const { connectorId } = accepted(
    await createApiConnector(machine, byOperator, tenantId, {
      displayName: "Partner register",
      targetUrl: api.url,
      credentials: { kind: "basic", userName: "house", password: "key" },
    }),
  );
  const step = "after-proof";
  accepted(
    await setFlowConnector(machine, byOperator, { flow: await freshFlow(machine, flow), step, connectorId }),
  );
  browser = await openBrowser();
  application = await startApplication();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  application?.close();
  await api?.close();
  await peer?.close();
  await house?.close();
});

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id }) => id)).toEqual([]);
}

async function atFacebook(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Continue with Facebook" }).click();
  await page.getByLabel("Name").fill("vera");
  await page.getByRole("button", { name: "Sign in" }).click();
}

it("somebody with a Facebook account proves an address, answers, is a guest, and just signs in the next time", async () => {
  const { machine, contoso, newestCode } = house;
  peer.people.set("vera", { user: { id: "10158", name: "Vera Lind", email: "vera@claimed.example" } });
  const start = authorizeUrl(house, application.redirectUri);
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  const landed = await landOnApplication(page, start, async () => {
    await atFacebook(page);
    await page.getByRole("heading", { name: "Enter your address" }).waitFor();
    await expectNothingSerious(page);
    expect(await page.getByLabel("Email").inputValue()).toBe("vera@claimed.example");
    await page.getByLabel("Email").fill("vera@contoso.example");
    for (const language of ["Deutsch", "English"]) {
      await page.locator(".languages summary").click();
      await page.getByRole("button", { name: language }).click();
      await page.locator(".languages [aria-current]", { hasText: language }).waitFor({ state: "attached" });
      expect(await page.locator("#email").inputValue()).toBe("vera@contoso.example");
    }
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByText("Nobody can sign up here with this address").first().waitFor();
    await expectNothingSerious(page);
    await page.getByLabel("Email").fill("vera@peer.example");
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("button", { name: "Send code" }).click();
    await page.getByLabel("Code").fill(await newestCode("vera@peer.example"));
    expect(api.asked).toEqual([]);
    await page.getByRole("button", { name: "Verify" }).click();
    await page.getByRole("heading", { name: "Create an account at Contoso" }).waitFor();
    await page.getByText("vera@peer.example").waitFor();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByLabel("City").fill("Ghent");
    await page.getByRole("button", { name: "Create account" }).click();
  });
  expect(api.asked.map(({ body }) => JSON.parse(body))).toMatchObject([
    {
      ...{ step: "PostFederationSignup", email: "vera@peer.example" },
      identities: [{ issuer: "facebook.com", issuerAssignedId: "10158" }],
    },
  ]);
  const { tenantId } = contoso;
  const guest = await findUserByIdentity(machine.database, tenantId, "facebook.com", "10158");
  if (!guest) throw new Error("there is no guest");
  expect(guest).toMatchObject({ mail: "vera@peer.example", city: "Ghent", displayName: "Vera Lind" });
  const identities = await identitiesOf(machine.database, tenantId, [guest.userId]);
  expect([...identities.values()]).toMatchObject([{ issuer: "facebook.com", subject: "10158" }]);
  expect(landed.claims).toMatchObject({
    ...{ oid: guest.userId, idp: "facebook.com", email: "vera@peer.example" },
  });
  const later = await (await browser.newContext({ locale: "en-US" })).newPage();
  const again = await landOnApplication(later, start, () => atFacebook(later));
  expect(again.claims).toMatchObject({ oid: guest.userId });
  // By the address, too: it leads to the provider that is theirs.
  const byAddress = await (await browser.newContext({ locale: "en-US" })).newPage();
  await byAddress.goto(start);
  await byAddress.getByLabel("Email").fill("vera@peer.example");
  await byAddress.getByRole("button", { name: "Next" }).click();
  await byAddress.getByText("Facebook").first().waitFor();
});
