import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listAcceptances } from "../../../src/domain/agreements/find-agreements.ts";
import type { AgreementId } from "../../../src/foundation/identifiers.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { openSignUp } from "../../support/open-sign-up.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { demandTerms, documentOf } from "../../support/terms-of-use.ts";
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
/** For people from outside, a PDF; and for Anna, a text longer than the page. */
let forGuests: AgreementId;

beforeAll(async () => {
  house = await serveHouse();
  const { machine, contoso } = house;
  const { tenantId, users } = contoso;
  const [anna] = users;
  if (!anna) throw new Error("the demo has people");
  forGuests = await demandTerms(
    machine,
    tenantId,
    { isEveryOutsider: true },
    {
      mustBeRead: true,
      documents: [
        { ...documentOf("%PDF-1.4\n%%EOF"), fileName: "house rules.pdf" },
        { ...documentOf("%PDF-1.4\n%%EOF", "ar", false), displayName: "قواعد الدار" },
      ],
    },
  );
  const long = Array.from({ length: 60 }, (_, line) => `${line + 1}. Close the door behind you.`).join("\n");
  await demandTerms(machine, tenantId, { userIds: [anna.userId] }, { documents: [documentOf(long)] });
  await openSignUp(machine, {
    tenantId,
    applicationId: contoso.applications[0]?.applicationId ?? "",
    name: "Terms",
    changes: { allowsEmailCode: true, languages: ["en", "ar"], defaultLanguage: "en" },
  });
  browser = await openBrowser();
  application = await startApplication();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  application?.close();
  await house?.close();
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", ...options });
  return context.newPage();
}

/** Nothing that keeps a person out, and nothing that sticks out of the window. */
async function expectFit(page: Page): Promise<void> {
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  const { violations } = await new AxeBuilder({ page }).exclude("iframe").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

it("somebody who signs up in Arabic on a phone opens the terms, accepts them, and comes to the application", async () => {
  const page = await open({ locale: "ar-EG", viewport: { width: 360, height: 740 } });
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  const address = "nadia@elsewhere.example";
  await landOnApplication(page, authorizeUrl(house, application.redirectUri), async () => {
    await page.getByRole("link", { name: "إنشاء حساب" }).click();
    await page.locator("input[name=email]").fill(address);
    await page.locator("button.primary").click();
    await page.locator("button.primary").click();
    await page.locator("input[name=code]").fill(await house.newestCode(address));
    await page.locator("button.primary").click();
    await page.locator("button[value=accept]").click();
    if (await page.locator("form[action$='/sign-up/answers']").count())
      await page.locator("button.primary").click();
    await page.getByRole("heading", { name: "قواعد الدار" }).waitFor();
    expect(await page.locator("iframe").count()).toBe(0);
    await expectFit(page);
    await page.getByRole("button", { name: "فتح المستند" }).click();
    await page.locator("iframe.document").waitFor();
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    await expectFit(page);
    const shown = (await page.locator("iframe.document").getAttribute("src")) ?? "";
    const response = await page.request.get(new URL(shown, house.publicUrl).href);
    expect([response.status(), response.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    await page.getByRole("button", { name: "قبول" }).click();
  });
  expect(complaints.filter((text) => text.includes("Content Security Policy"))).toEqual([]);
  const { tenantId } = house.contoso;
  const [accepted] = await listAcceptances(house.machine.database, { tenantId, agreementId: forGuests });
  expect(accepted).toMatchObject({ state: "accepted", userEmail: address });
});

it("a member reads a long text by the keyboard alone, declines without a script, and accepts the next time", async () => {
  const [anna] = house.contoso.users;
  if (!anna) throw new Error("the demo has people");
  const plain = await open({ javaScriptEnabled: false });
  await plain.goto(authorizeUrl(house, application.redirectUri));
  await enterAddress(plain, anna.userName);
  await enterPassword(plain, anna.password);
  await plain.getByRole("button", { name: "Decline" }).click();
  await plain.waitForURL((url) => url.href.startsWith(application.redirectUri));
  expect(plain.url()).toContain("error=access_denied");

  const page = await open();
  await landOnApplication(page, authorizeUrl(house, application.redirectUri), async () => {
    await enterAddress(page, anna.userName);
    await enterPassword(page, anna.password);
    const document = page.getByRole("region", { name: "House rules" });
    await document.waitFor();
    await expectFit(page);
    const isFocused = (selector: string) =>
      page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`);
    for (let press = 0; press < 12 && !(await isFocused(".document")); press++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("End");
    await expect
      .poll(() => page.evaluate<boolean>("document.querySelector('.document').scrollTop > 0"))
      .toBe(true);
    for (let press = 0; press < 6 && !(await isFocused("button[value=accept]")); press++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
  });
});
