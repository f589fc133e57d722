import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findExternalUsersByAddress, identitiesOf } from "../../../src/domain/directory/find-user.ts";
import { linkToFlow } from "../../../src/domain/signup/link-to-flow.ts";
import { type EmailAddress, normalizeEmailAddress } from "../../../src/foundation/email-address.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { openSignUp } from "../../support/open-sign-up.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import {
  passwordAtPartner,
  startTwoHouses,
  type TwoHouses,
  trustedPartner,
} from "../../support/two-houses.ts";
import { authorizeUrl } from "../identity-providers/authorize-url.ts";
import {
  type ListeningApplication,
  landOnApplication,
  startApplication,
} from "../main-job/land-on-application.ts";

let houses: TwoHouses;
let browser: Browser;
let application: ListeningApplication;

beforeAll(async () => {
  houses = await startTwoHouses();
  const { providerId } = await trustedPartner(houses);
  const { machine, contoso } = houses.host;
  const flow = await openSignUp(machine, {
    tenantId: contoso.tenantId,
    applicationId: contoso.applications[0]?.applicationId ?? "",
    name: "Partners",
  });
  accepted(await linkToFlow(machine, byOperator, { flow, part: { kind: "provider", id: providerId } }));
  browser = await openBrowser();
  application = await startApplication();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  application?.close();
  await houses?.close();
});

it("somebody signs up with their organisation on another Guesthouse, and just signs in the next time", async () => {
  const { machine, contoso } = houses.host;
  const member = await houses.member("nora");
  const address = normalizeEmailAddress("nora@northwind.example" as EmailAddress);
  const find = async () => (await findExternalUsersByAddress(machine.database, contoso.tenantId, address))[0];
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  const place = (more = {}) => authorizeUrl(houses.host, application.redirectUri, more);
  const landed = await landOnApplication(page, place(), async () => {
    await page.getByRole("link", { name: "Create one" }).click();
    await page.getByLabel("Email").fill(address);
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("link", { name: "Continue" }).click();
    await page.locator("#password").fill(passwordAtPartner);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Sign in to Contoso?" }).waitFor();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { name: "Create an account at Contoso" }).waitFor();
    expect(await find()).toBeUndefined();
    await page.getByRole("button", { name: "Create account" }).click();
  });
  const guest = await find();
  expect(guest).toMatchObject({ origin: "self-service-sign-up", redemptionState: "accepted" });
  expect(landed.claims).toMatchObject({ oid: guest?.userId, email: address, acct: 1 });
  const ids = guest ? [guest.userId] : [];
  const [identity] = (await identitiesOf(machine.database, contoso.tenantId, ids)).values();
  expect(identity).toMatchObject({ providerKind: "guesthouse", subject: member.userId });
  const again = await landOnApplication(page, place({ prompt: "none" }));
  expect(again.claims).toMatchObject({ oid: guest?.userId });
});
