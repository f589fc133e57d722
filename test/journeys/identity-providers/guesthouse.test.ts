import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { identitiesOf } from "../../../src/domain/directory/find-user.ts";
import { updateUser } from "../../../src/domain/directory/update-user.ts";
import { addIdentityProvider } from "../../../src/domain/federation/add-identity-provider.ts";
import type { UserId } from "../../../src/foundation/identifiers.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import {
  newOrganisation,
  passwordAtPartner,
  publish,
  replaceKeys,
  startTwoHouses,
  type TwoHouses,
  trustedPartner,
} from "../../support/two-houses.ts";
import {
  type ListeningApplication,
  landOnApplication,
  startApplication,
} from "../main-job/land-on-application.ts";
import { authorizeUrl } from "./authorize-url.ts";

let houses: TwoHouses;
let browser: Browser;
let application: ListeningApplication;

beforeAll(async () => {
  houses = await startTwoHouses();
  await trustedPartner(houses);
  browser = await openBrowser();
  application = await startApplication();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  application?.close();
  await houses?.close();
});

/** At the partner, with its own password. */
async function signInAtPartner(page: Page): Promise<void> {
  await page.waitForURL((url) => url.origin === houses.partner.publicUrl);
  await page.getByText("Contoso").first().waitFor();
  await page.locator("#password").fill(passwordAtPartner);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function acceptThroughPartner(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("heading", { name: "Sign in with Northwind" }).waitFor();
  await page.getByRole("link", { name: "Continue" }).click();
  await signInAtPartner(page);
  await page.getByRole("heading", { name: "Sign in to Contoso?" }).waitFor();
  await page.getByText(new URL(houses.host.publicUrl).host).first().waitFor();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { name: "Review permissions" }).waitFor();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page.getByText("You are now a guest of Contoso").waitFor();
}

/** Somebody new at the partner who has accepted. */
async function newGuest(name: string) {
  const member = await houses.member(name);
  const { host } = houses;
  const redirectUrl = `${host.publicUrl}/myapps?tenant=${host.contoso.tenantId}`;
  const { link, userId } = await host.invite(`${name}@northwind.example`, { redirectUrl });
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await acceptThroughPartner(page, link);
  return { member, page, userId: userId as UserId };
}

/** A browser that nobody is signed in to, on the way to the application through the partner. */
async function toPartner(name: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await page.goto(authorizeUrl(houses.host, application.redirectUri));
  await page.locator("#email").fill(`${name}@northwind.example`);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("link", { name: "Continue" }).click();
  return page;
}

it("a guest accepts with their organisation on another Guesthouse, and signs in through it", async () => {
  const { host, partner, northwind } = houses;
  const { member: nora, page, userId } = await newGuest("nora");
  const linked = await identitiesOf(host.machine.database, host.contoso.tenantId, [userId]);
  expect([...linked.values()]).toEqual([
    {
      issuer: `${partner.publicUrl}/${northwind}/partner`,
      subject: nora.userId,
      providerKind: "guesthouse",
      email: "nora@northwind.example",
    },
  ]);

  const silent = await landOnApplication(page, authorizeUrl(host, application.redirectUri));
  const expected = {
    iss: `${host.publicUrl}/${host.contoso.tenantId}/v2.0`,
    oid: userId,
    idp: `${partner.publicUrl}/${northwind}/partner`,
    email: "nora@northwind.example",
    acct: 1,
  };
  expect(silent.claims).toMatchObject(expected);

  // In another browser the partner asks for the password, and not again whether it may tell.
  const other = await toPartner("nora");
  await signInAtPartner(other);
  await other.waitForURL((url) => url.href.startsWith(application.redirectUri));
});

it("nothing but the password is asked at home after the first time, and without scripts a link leads on", async () => {
  await newGuest("nils");
  const context = await browser.newContext({ locale: "de-DE", javaScriptEnabled: false });
  const page = await context.newPage();
  const landed = await landOnApplication(
    page,
    authorizeUrl(houses.host, application.redirectUri),
    async () => {
      await page.locator("#email").fill("nils@northwind.example");
      await page.locator("button.primary").click();
      await page.getByRole("link", { name: "Weiter" }).click();
      await page.locator("#password").fill(passwordAtPartner);
      await page.getByRole("button", { name: "Anmelden" }).click();
      await page.getByRole("heading", { name: "Weiter zu Contoso" }).waitFor();
      await page.getByRole("link", { name: "Weiter" }).click();
    },
  );
  expect(landed.claims).toMatchObject({ email: "nils@northwind.example" });
});

it("somebody who says no at home comes back to a page that names their organisation", async () => {
  await houses.member("nico");
  const { link } = await houses.host.invite("nico@northwind.example");
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("link", { name: "Continue" }).click();
  await signInAtPartner(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("heading", { name: "Northwind could not sign you in" }).waitFor();
  expect(new URL(page.url()).origin).toBe(houses.host.publicUrl);
});

it("goes on after both deployments have changed their keys", async () => {
  await newGuest("nele");
  await replaceKeys(houses.host);
  await replaceKeys(houses.partner);
  // Keys are not asked for more than once a minute, so that forged tokens cannot make anybody ask for ever.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  try {
    const page = await toPartner("nele");
    await signInAtPartner(page);
    await page.waitForURL((url) => url.href.startsWith(application.redirectUri));
  } finally {
    vi.useRealTimers();
  }
});

it("whom the partner disables hears so at the next proof, and the administrator finds it in the log", async () => {
  const { member } = await newGuest("nada");
  const { host, partner, northwind } = houses;
  const changes = { accountEnabled: false };
  const { userId } = member;
  accepted(await updateUser(partner.machine, byOperator, { tenantId: northwind, userId, changes }));
  const page = await toPartner("nada");
  await signInAtPartner(page);
  await page.getByText("Your account at Northwind is disabled.").waitFor();
  expect(await page.getByRole("button", { name: "Use a code by mail instead" }).count()).toBe(0);
  const logged = await host.machine.database
    .selectFrom("signInEvent")
    .select(["errorCode", "failureReason"])
    .where("tenantId", "=", host.contoso.tenantId)
    .where("failureReason", "=", "account-disabled-there")
    .execute();
  expect(logged).toEqual([{ errorCode: 50057, failureReason: "account-disabled-there" }]);
});

it("a partner that is down is named, and a code by mail takes its place", async () => {
  const { host, partner, names } = houses;
  const southwind = await newOrganisation(partner, names, { name: "southwind", displayName: "Southwind" });
  publish(names, "southwind.example", `DirectFedAuthUrl=${partner.publicUrl}/${southwind}`);
  accepted(
    await addIdentityProvider(host.machine, byOperator, {
      tenantId: host.contoso.tenantId,
      kind: "guesthouse",
      displayName: "Southwind",
      settings: { address: `${partner.publicUrl}/southwind.example` },
      secret: undefined,
      domains: [],
    }),
  );
  const { link } = await host.invite("sven@southwind.example");
  await partner.close();
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByText("Southwind did not answer.").waitFor();
  await page.getByRole("button", { name: "Use a code by mail instead" }).click();
  await page.getByRole("button", { name: "Send code" }).waitFor();
});
