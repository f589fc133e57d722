import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../support/open-browser.ts";
import { sampleViews } from "../../support/sample-views.ts";
import { type SampleSite, serveSamples } from "../../support/serve-samples.ts";

let browser: Browser;
let site: SampleSite;

beforeAll(async () => {
  browser = await openBrowser();
  site = await serveSamples(sampleViews("en"));
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(name: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(site.addressOf(name));
  return page;
}

describe("a page with scripts", () => {
  it("sends a form once, however often it is pressed, with the value of the button", async () => {
    const page = await open("invited");
    const posted: string[] = [];
    // An answer without content leaves the page as it is.
    await page.route("**/redeem", (route) => {
      posted.push(route.request().postData() ?? "");
      return route.fulfill({ status: 204 });
    });
    const button = page.getByRole("button", { name: "Accept invitation" });
    await button.dblclick();
    await expect.poll(() => button.isDisabled()).toBe(true);
    expect(posted).toEqual(["csrf=csrf&decision=accept"]);
    await page.context().close();
  });

  it("shows and hides a password without naming the button like the field", async () => {
    const page = await open("password");
    const field = page.getByLabel("Password");
    await field.fill("several words");
    await page.getByRole("button", { name: "Show" }).click();
    expect(await field.getAttribute("type")).toBe("text");
    await page.getByRole("button", { name: "Hide" }).click();
    expect(await field.getAttribute("type")).toBe("password");
    await page.context().close();
  });

  it("offers another code only after the count-down", async () => {
    const waiting = await open("code");
    expect(await waiting.getByRole("button", { name: /Send again in \d+ s/ }).isDisabled()).toBe(true);
    await waiting.context().close();
    const ready = await open("code-error");
    expect(await ready.getByRole("button", { name: "Send again" }).isEnabled()).toBe(true);
    await ready.context().close();
  });

  it("tells times in the reader's own zone", async () => {
    const page = await open("code", { timezoneId: "Asia/Tokyo" });
    expect(await page.locator("time").textContent()).toMatch(/^11:32\sPM GMT\+9$/);
    await page.context().close();
  });

  it("keeps what was typed while the language changes", async () => {
    const page = await open("sign-in");
    await page.getByLabel("Email").fill("bert@fabrikam.example");
    await page.locator(".languages summary").click();
    await page.getByRole("link", { name: "Deutsch" }).click();
    await page.waitForURL(/ui_locales=de/);
    await expect.poll(() => page.locator("#email").inputValue()).toBe("bert@fabrikam.example");
    await page.context().close();
  });

  it("copies a link", async () => {
    const page = await open("invite-done", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button", { name: "Copy Link for bert@fabrikam.example" }).click();
    await expect.poll(() => page.getByRole("button", { name: /^Copied/ }).count()).toBe(1);
    expect(await page.evaluate("navigator.clipboard.readText()")).toMatch(
      /^https:\/\/guests\.contoso\.example\/redeem\//,
    );
    await page.context().close();
  });
});

describe("a page without scripts", () => {
  it("shows no button that would do nothing", async () => {
    const page = await open("invite-done", { javaScriptEnabled: false });
    expect(await page.getByRole("button", { name: /^Copy/ }).count()).toBe(0);
    await page.context().close();
  });

  it("sends its form all the same", async () => {
    const page = await open("sign-in", { javaScriptEnabled: false });
    await page.getByLabel("Email").fill("bert@fabrikam.example");
    const request = page.waitForRequest((sent) => sent.method() === "POST");
    await page.getByRole("button", { name: "Next" }).click();
    expect((await request).postData()).toBe("csrf=csrf&email=bert%40fabrikam.example");
    await page.context().close();
  });
});

it("lets a person go through the sign-in form by keyboard alone", async () => {
  const page = await open("sign-in");
  // The page puts the caret there by itself, a moment after it has loaded.
  await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("email");
  await page.keyboard.type("bert@fabrikam.example");
  const request = page.waitForRequest((sent) => sent.method() === "POST");
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Next");
  await page.keyboard.press("Enter");
  expect((await request).postData()).toContain("email=bert%40fabrikam.example");
  await page.context().close();
});
