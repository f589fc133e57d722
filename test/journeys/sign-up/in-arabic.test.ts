import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createMember } from "../../../src/domain/directory/create-member.ts";
import { findExternalUsersByAddress } from "../../../src/domain/directory/find-user.ts";
import { defineAttribute } from "../../../src/domain/signup/define-attribute.ts";
import { type EmailAddress, normalizeEmailAddress } from "../../../src/foundation/email-address.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { askIn, freshFlow, openSignUp, requireApproval } from "../../support/open-sign-up.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { authorizeUrl } from "../identity-providers/authorize-url.ts";
import { type ListeningApplication, startApplication } from "../main-job/land-on-application.ts";

const password = "a password for everybody here";
const approver = "ada@contoso.example";
let house: ServedHouse;
let browser: Browser;
let application: ListeningApplication;

beforeAll(async () => {
  house = await serveHouse();
  const { machine, contoso } = house;
  const { tenantId } = contoso;
  const { userId } = accepted(
    await createMember(machine, byOperator, {
      ...{ tenantId, userPrincipalName: approver, displayName: "Ada", password },
    }),
  );
  const flow = await openSignUp(machine, {
    tenantId,
    applicationId: contoso.applications[0]?.applicationId ?? "",
    name: "Arabic",
    changes: { allowsEmailCode: true, languages: ["en", "ar"], defaultLanguage: "en" },
  });
  const { attributeId } = accepted(
    await defineAttribute(machine, byOperator, {
      ...{ tenantId, displayName: "Badge", description: "", dataType: "number" },
    }),
  );
  await askIn(machine, flow, { attributeId: "City", label: "المدينة" });
  await askIn(machine, flow, { attributeId, label: "رقم البطاقة" });
  await requireApproval(machine, await freshFlow(machine, flow), [userId]);
  browser = await openBrowser();
  application = await startApplication();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  application?.close();
  await house?.close();
});

/** Nothing that keeps a person out, nothing that sticks out of a phone, and everything from the right. */
async function expectFit(page: Page): Promise<void> {
  expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

async function phone(options: BrowserContextOptions = {}): Promise<Page> {
  const viewport = { width: 360, height: 740 };
  const context = await browser.newContext({ locale: "ar-EG", viewport, ...options });
  return context.newPage();
}

/** From the application's sign-in to the page that says that somebody decides. */
async function askToComeIn(page: Page, address: string): Promise<void> {
  await page.goto(authorizeUrl(house, application.redirectUri));
  await page.getByRole("link", { name: "إنشاء حساب" }).click();
  await page.getByRole("heading", { name: "إنشاء حساب" }).waitFor();
  await expectFit(page);
  await page.locator("#email").fill(address);
  await page.locator("#email").press("Enter");
  await page.getByRole("button", { name: "إرسال الرمز" }).click();
  await page.locator("#code").fill(await house.newestCode(address));
  await page.locator("#code").press("Enter");
  await page.getByText("يقرر شخص بذلك").waitFor();
  await expectFit(page);
  await page.locator("button.primary").click();
  await page.getByLabel("المدينة").fill("الإسكندرية");
  await page.getByLabel("رقم البطاقة").fill("كثير");
  await page.getByRole("button", { name: "إرسال الطلب" }).click();
  await page.getByText("أدخل عددًا صحيحًا، مثل 42.").first().waitFor();
  expect(await page.getByLabel("المدينة").inputValue()).toBe("الإسكندرية");
  await expectFit(page);
  await page.getByLabel("رقم البطاقة").fill("42");
  await page.getByRole("button", { name: "إرسال الطلب" }).click();
  await page.getByRole("button", { name: "سحب الطلب" }).waitFor();
  await expectFit(page);
}

/** An approver, on a phone of their own. */
async function approve(page: Page, address: string): Promise<void> {
  await page.goto(`${house.publicUrl}/approvals?tenant=${house.contoso.tenantId}`);
  await page.locator("#email").fill(approver);
  await page.locator("#email").press("Enter");
  await page.locator("input[type=password]").fill(password);
  await page.locator("input[type=password]").press("Enter");
  await page.getByRole("heading", { name: "طلبات التسجيل" }).waitFor();
  await expectFit(page);
  await page.getByRole("link").filter({ hasText: address }).click();
  await page.getByText("الإسكندرية").waitFor();
  await expectFit(page);
  await page.getByRole("button", { name: "موافقة" }).click();
  await page.getByText("على هذا الطلب").waitFor();
  await expectFit(page);
}

it("somebody asks for an account in Arabic on a phone, and comes in once a person has approved", async () => {
  const { machine, contoso } = house;
  const address = "layla@elsewhere.example";
  const guests = () =>
    findExternalUsersByAddress(
      machine.database,
      contoso.tenantId,
      normalizeEmailAddress(address as EmailAddress),
    );
  const page = await phone();
  await askToComeIn(page, address);
  expect(await guests()).toEqual([]);
  await approve(await phone(), address);
  expect(await guests()).toMatchObject([
    { ...{ origin: "self-service-sign-up", redemptionState: "accepted" }, city: "الإسكندرية" },
  ]);
  await page.reload();
  await page.waitForURL((url) => url.href.startsWith(application.redirectUri));
});

/** Chooses a language in the menu, where no script helps. */
async function speak(page: Page, name: string, direction: "ltr" | "rtl"): Promise<void> {
  await page.locator(".languages summary").click();
  const choice = page.getByRole("button", { name });
  expect((await choice.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await choice.click();
  await page.locator(`html[dir=${direction}]`).waitFor();
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
}

it("nothing typed is lost by another language where no script runs, neither whole nor wrong", async () => {
  const address = "nada@elsewhere.example";
  const page = await phone({ javaScriptEnabled: false });
  await page.goto(authorizeUrl(house, application.redirectUri));
  await page.getByRole("link", { name: "إنشاء حساب" }).click();
  await page.locator("#email").fill("nada@");
  await speak(page, "English", "ltr");
  await page.getByRole("heading", { name: "Create an account" }).waitFor();
  expect(await page.locator("#email").inputValue()).toBe("nada@");
  await page.locator("#email").fill(address);
  await speak(page, "العربية", "rtl");
  expect(await page.locator("#email").inputValue()).toBe(address);
  await page.locator("#email").press("Enter");
  await page.getByRole("button", { name: "إرسال الرمز" }).click();
  await page.locator("#code").fill(await house.newestCode(address));
  await page.locator("#code").press("Enter");
  await page.locator("button.primary").click();
  await page.getByLabel("المدينة").fill("أسوان");
  await page.getByLabel("رقم البطاقة").fill("كثير");
  await speak(page, "English", "ltr");
  expect(await page.getByLabel("المدينة").inputValue()).toBe("أسوان");
  expect(await page.getByLabel("رقم البطاقة").inputValue()).toBe("كثير");
  // Nobody was told that something is wrong before they were done, and all is told then.
  expect(await page.getByText("Enter a whole number").count()).toBe(0);
  await page.getByRole("button", { name: "Send request" }).click();
  await page.getByText("Enter a whole number").first().waitFor();
  await page.getByLabel("المدينة").fill("");
  await speak(page, "العربية", "rtl");
  expect(await page.getByLabel("المدينة").inputValue()).toBe("");
  expect(await page.getByLabel("رقم البطاقة").inputValue()).toBe("كثير");
  await page.getByLabel("المدينة").fill("أسوان");
  await page.getByLabel("رقم البطاقة").fill("7");
  await page.getByLabel("رقم البطاقة").press("Enter");
  await page.getByRole("button", { name: "سحب الطلب" }).waitFor();

  const deciding = await phone({ javaScriptEnabled: false });
  await deciding.goto(`${house.publicUrl}/approvals?tenant=${house.contoso.tenantId}`);
  await deciding.locator("#email").fill(approver);
  await deciding.locator("#email").press("Enter");
  await deciding.locator("input[type=password]").fill(password);
  await deciding.locator("input[type=password]").press("Enter");
  await deciding.getByRole("link").filter({ hasText: address }).click();
  await deciding.locator("#reason").fill("لا نعرفك.\nاسأل ليلى.");
  await speak(deciding, "Deutsch", "ltr");
  expect(await deciding.locator("#reason").inputValue()).toBe("لا نعرفك.\nاسأل ليلى.");
  await deciding.getByRole("button", { name: "Ablehnen" }).click();
  await deciding.getByText("اسأل ليلى.").waitFor();
});
