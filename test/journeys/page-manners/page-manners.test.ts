import type { Browser, BrowserContextOptions, Page } from "playwright-core";
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

const noon = new Date("2026-03-02T12:00:00Z");

interface Manner extends BrowserContextOptions {
  /** The page's timers fire only when the test says so. */
  readonly clockStandsStill?: boolean;
}

async function open(name: string, { clockStandsStill, ...options }: Manner = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  if (clockStandsStill) {
    await page.clock.install({ time: noon });
    await page.clock.pauseAt(noon.getTime() + 3_600_000);
  }
  await page.goto(site.addressOf(name));
  return page;
}

/** What is posted to an address; an answer without content leaves the page as it is. */
async function answerNothingTo(page: Page, address: string): Promise<string[]> {
  const posted: string[] = [];
  await page.route(address, (route) => {
    posted.push(route.request().postData() ?? "");
    return route.fulfill({ status: 204 });
  });
  return posted;
}

describe("a page with scripts", () => {
  it("sends a form once, however often it is pressed, with the value of the button", async () => {
    const page = await open("invited", { clockStandsStill: true });
    const posted = await answerNothingTo(page, "**/redeem");
    const submits = await page.evaluateHandle<{ prevented: boolean[] }>(`(() => {
      const seen = { prevented: [] };
      addEventListener("submit", (event) => seen.prevented.push(event.defaultPrevented));
      return seen;
    })()`);
    const button = page.getByRole("button", { name: "Accept invitation" });
    // The page's clock stands, so that the button is on still when it is pressed again.
    await button.dblclick();
    await button.press("Enter");
    // Events are dispatched before a press is over, so this does not depend on when a request goes out.
    expect(await submits.evaluate((seen) => seen.prevented)).toEqual([false, true, true]);
    expect(await button.isDisabled()).toBe(false);
    await page.clock.runFor(1);
    expect(await button.isDisabled()).toBe(true);
    await expect.poll(() => posted).toEqual(["csrf=csrf&decision=accept"]);

    // The answer never comes: after a while the button is given back, and what it sends arrives after all that went before.
    await page.clock.runFor(8000);
    await button.click();
    await expect.poll(() => posted.length).toBeGreaterThan(1);
    expect(posted).toEqual(["csrf=csrf&decision=accept", "csrf=csrf&decision=accept"]);
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
    const waiting = await open("code", { clockStandsStill: true });
    expect(await waiting.getByRole("button", { name: /Send again in \d+ s/ }).isDisabled()).toBe(true);
    await waiting.clock.runFor(60_000);
    expect(await waiting.getByRole("button", { name: "Send again", exact: true }).isEnabled()).toBe(true);
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
    const page = await open("code");
    await page.getByLabel("Code").fill("12345678");
    // Samples all say that they stand at one address.
    await page.evaluate('document.querySelector("a[lang=de]").pathname = location.pathname');
    await page.locator(".languages summary").click();
    await page.getByRole("link", { name: "Deutsch" }).click();
    await page.waitForURL(/ui_locales=de/);
    await expect.poll(() => page.locator("#code").inputValue()).toBe("12345678");
    await page.context().close();
  });

  it("copies a link, and says so for a moment", async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    const page = await open("invite-done", { permissions, clockStandsStill: true });
    const copy = page.getByRole("button", { name: "Copy Link for bert@fabrikam.example" });
    await copy.click();
    const copied = page.getByRole("button", { name: /^Copied/ });
    await copied.waitFor();
    await page.clock.runFor(2000);
    await copied.waitFor({ state: "detached" });
    expect(await copy.count()).toBe(1);
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
