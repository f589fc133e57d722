import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findUser } from "../../../src/domain/directory/find-user.ts";
import { resetSecondFactor } from "../../../src/domain/second-factor/remove-second-factor.ts";
import type { UserId } from "../../../src/foundation/identifiers.ts";
import { codeFromApp, scannedSecret } from "../../support/authenticator.ts";
import { conditionsFor, demandSecondFactor } from "../../support/conditional-access-policies.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { authorizeUrl } from "../identity-providers/authorize-url.ts";
import {
  type ListeningApplication,
  landOnApplication,
  startApplication,
} from "../main-job/land-on-application.ts";
import { enterAddress, enterPassword } from "../main-job/sign-in-steps.ts";

let house: ServedHouse;
let browser: Browser;
let application: ListeningApplication;

beforeAll(async () => {
  house = await serveHouse();
  const { tenantId, users } = house.contoso;
  const [anna] = users;
  await demandSecondFactor(
    house.machine,
    tenantId,
    conditionsFor({ isEveryOutsider: true, userIds: anna ? [anna.userId] : [] }),
  );
  browser = await openBrowser();
  application = await startApplication();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  application?.close();
  await house?.close();
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", ...options });
  return context.newPage();
}

/** The code that the app shows, some steps of 30 seconds from now: each works once. */
function code(secret: string, step: -1 | 0 | 1): string {
  return codeFromApp(secret, new Date(house.machine.clock().getTime() + step * 30_000));
}

const nextTo = (redirectUri: string) => authorizeUrl(house, redirectUri);

it("a guest without a script sets an app up after accepting, and is asked for a code in a new session only", async () => {
  const bert = house.fabrikam.users[0];
  if (!bert) throw new Error("the demo has people");
  const { link } = await house.invite(bert.userName, { redirectUrl: application.redirectUri });
  const page = await open({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await enterPassword(page, bert.password);
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page.getByRole("heading", { name: "Set up an authenticator app" }).waitFor();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("img", { name: "Picture to scan with your authenticator app" }).waitFor();
  const secret = scannedSecret(await page.content());
  await page.reload();
  expect(scannedSecret(await page.content())).toBe(secret);
  await page.getByText("Cannot scan it?").click();
  const key = await page.locator("dd code").innerText();
  expect(key.replaceAll(" ", "")).toBe(secret);
  await page.getByLabel("Code from your app").fill(code(secret, -1));
  await page.getByRole("button", { name: "Verify" }).click();
  await page.waitForURL((address) => address.href.startsWith(application.redirectUri));
  const silent = await landOnApplication(page, nextTo(application.redirectUri));
  expect(silent.claims["acct"]).toBe(1);

  const later = await open();
  await landOnApplication(later, nextTo(application.redirectUri), async () => {
    await enterAddress(later, bert.userName);
    await enterPassword(later, bert.password);
    await later.getByRole("heading", { name: "Enter the code from your app" }).waitFor();
    // By keyboard alone: the field has the focus.
    await later.keyboard.type(code(secret, 0));
    await later.keyboard.press("Enter");
  });
});

it("a member copies the key, is asked again in another browser, loses the app, and sets up another after a reset", async () => {
  const { machine, contoso } = house;
  const [anna] = contoso.users;
  if (!anna) throw new Error("the demo has people");
  const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  await landOnApplication(page, nextTo(application.redirectUri), async () => {
    await enterAddress(page, anna.userName);
    await enterPassword(page, anna.password);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("Cannot scan it?").click();
    await page.getByRole("button", { name: "Copy Key" }).click();
    const copied = await page.evaluate<string>("navigator.clipboard.readText()");
    expect(copied).toBe(scannedSecret(await page.content()));
    await page.getByLabel("Code from your app").fill(code(copied, 0));
    await page.getByRole("button", { name: "Verify" }).click();
  });
  const elsewhere = await open();
  await elsewhere.goto(nextTo(application.redirectUri));
  await enterAddress(elsewhere, anna.userName);
  await enterPassword(elsewhere, anna.password);
  await elsewhere.getByText("I have lost my app").click();
  await elsewhere.getByText("You set up another one when you sign in after that").waitFor();
  const user = await findUser(machine.database, contoso.tenantId, anna.userId as UserId);
  if (!user) throw new Error("nobody");
  accepted(await resetSecondFactor(machine, byOperator, { user }));
  await elsewhere.reload();
  await elsewhere.getByRole("heading", { name: "Set up an authenticator app" }).waitFor();
  await page.goto(`${house.publicUrl}/myapps?tenant=${contoso.tenantId}`);
  await page.getByRole("heading", { name: "Set up an authenticator app" }).waitFor();
});
