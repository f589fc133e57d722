import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openBrowser } from "../../support/open-browser.ts";
import { type SmtpSink, startSmtpSink } from "../../support/smtp-sink.ts";
import { type RunningGuesthouse, startGuesthouse } from "../../support/start-guesthouse.ts";
import { graph, organisations } from "./sign-in-steps.ts";

let sink: SmtpSink;
let house: RunningGuesthouse;
let browser: Browser;

beforeAll(async () => {
  sink = await startSmtpSink();
  house = await startGuesthouse({ environment: { SMTP_URL: sink.url } });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await house?.remove();
  await sink?.close();
});

/** Nothing that keeps a person out, nothing that sticks out of a phone, and everything from the right. */
async function expectFit(page: Page): Promise<void> {
  expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

function codeMailedTo(address: string): string | undefined {
  return sink
    .messages()
    .filter((mail) => mail.envelope.to.includes(address))
    .map((mail) => /^\d{8}\b/.exec(mail.parsed.subject ?? "")?.[0])
    .findLast((code) => code !== undefined);
}

it("a guest accepts an invitation in Arabic on a phone", async () => {
  const { demo } = house;
  const address = "layla@elsewhere.example";
  const { inviteRedeemUrl } = await graph<{ inviteRedeemUrl: string }>(demo, "POST", "/invitations", {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: `${demo.publicUrl}/myapps?tenant=${organisations(demo).contoso.tenantId}`,
    sendInvitationMessage: true,
    invitedUserMessageInfo: { messageLanguage: "ar-EG" },
  });
  const invitation = await sink.waitForMessage(address);
  expect(invitation.parsed.html).toMatch(/<html[^>]* lang="ar" dir="rtl"/);
  expect(invitation.parsed.subject).toMatch(/^دعوة من /);
  expect(invitation.parsed.text).toContain(inviteRedeemUrl);

  const context = await browser.newContext({ locale: "ar-EG", viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(inviteRedeemUrl);
  await expectFit(page);
  await page.getByRole("button", { name: "قبول الدعوة" }).click();
  await page.getByRole("button", { name: "إرسال الرمز" }).waitFor();
  await expectFit(page);
  await page.getByRole("button", { name: "إرسال الرمز" }).click();
  await page.getByLabel("الرمز").waitFor();
  await expectFit(page);
  const code = await vi.waitUntil(() => codeMailedTo(address), { timeout: 45_000, interval: 50 });
  // As an Arabic keyboard types it.
  await page
    .getByLabel("الرمز")
    .fill(code.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit))));
  await page.getByRole("button", { name: "تحقق" }).click();
  await page.getByRole("button", { name: "قبول", exact: true }).waitFor();
  await expectFit(page);
  await page.getByRole("button", { name: "قبول", exact: true }).click();
  await page.getByRole("heading", { name: "تطبيقاتي" }).waitFor();
  await expectFit(page);

  await page.locator(".languages summary").click();
  const menu = page.locator(".languages ul");
  await expectFit(page);
  const box = await menu.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  await context.close();
});
