import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Language } from "../src/foundation/language.ts";
import { openBrowser } from "../test/support/open-browser.ts";
import { sampleMails } from "../test/support/sample-mails.ts";
import { sampleViews } from "../test/support/sample-views.ts";
import { type SampleSite, serveSamples } from "../test/support/serve-samples.ts";

/**
 * Writes every page and mail in its states at three widths, light and dark, to screenshots/, and lists what axe finds serious.
 * Usage: npm run screenshots [-- NAME…], where NAME is the beginning of a page's name.
 */

interface Look {
  readonly name: string;
  readonly language: Language;
  readonly colorScheme: "light" | "dark";
}

const widths = [360, 768, 1280];
const looks: readonly Look[] = (["en", "ar", "ja"] as const).flatMap((language) =>
  (["light", "dark"] as const).map((colorScheme) => ({
    name: `${language}-${colorScheme}`,
    language,
    colorScheme,
  })),
);
const folder = new URL("../screenshots/", import.meta.url).pathname;
const wanted = process.argv.slice(2);

const findings: string[] = [];
const browser = await openBrowser();
rmSync(folder, { recursive: true, force: true });
for (const look of looks) await lookAtAll(browser, look);
await browser.close();
writeFileSync(`${folder}findings.txt`, findings.join("\n"));
console.log(findings.length === 0 ? "axe: nothing serious" : findings.join("\n"));
console.log(`Pictures are in ${folder}`);
process.exitCode = findings.length === 0 ? 0 : 1;

async function lookAtAll(browser: Browser, look: Look): Promise<void> {
  const site = await serveSamples(sampleViews(look.language));
  const context = await browser.newContext({ colorScheme: look.colorScheme });
  // The page that sends itself would be gone before it could be seen.
  await context.route("**/submit-at-once.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "" }),
  );
  const page = await context.newPage();
  page.on("pageerror", (problem) => findings.push(`${look.name}: ${problem.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") findings.push(`${look.name}: ${message.text()}`);
  });
  const names = site.names.filter(
    (name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
  );
  mkdirSync(`${folder}${look.name}`, { recursive: true });
  for (const name of names) await lookAt(page, look, name, () => page.goto(site.addressOf(name)));
  for (const [name, html] of Object.entries(sampleMails(look.language))) {
    if (wanted.length > 0 && !wanted.some((start) => name.startsWith(start))) continue;
    await lookAt(page, look, name, () => showMail(page, html));
  }
  await closeAll(context, site);
}

/** Mails are no pages of the site: no policy, no stylesheet, nothing but themselves. */
async function showMail(page: Page, html: string): Promise<void> {
  await page.goto("about:blank");
  await page.setContent(html);
}

async function lookAt(page: Page, look: Look, name: string, open: () => Promise<unknown>): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await open();
    await page.screenshot({ path: `${folder}${look.name}/${name}-${width}.png`, fullPage: true });
    const overflow = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
    if (overflow) findings.push(`${look.name}/${name} at ${width}: wider than the window`);
  }
  // Nothing runs in a frame that is only looked at, not even axe; what it shows is a sample of its own.
  const axe = new AxeBuilder({ page });
  const isFramed = (await page.locator("iframe[sandbox]").count()) > 0;
  const { violations } = await (isFramed ? axe.setLegacyMode(true).exclude("iframe") : axe).analyze();
  for (const violation of violations) {
    if (violation.impact !== "serious" && violation.impact !== "critical") continue;
    const targets = violation.nodes.map((node) => node.target.join(" ")).join(", ");
    findings.push(`${look.name}/${name}: ${violation.id} (${violation.impact}) at ${targets}`);
  }
}

async function closeAll(context: BrowserContext, site: SampleSite): Promise<void> {
  await context.close();
  await site.close();
}
