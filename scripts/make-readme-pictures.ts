import { mkdirSync, statSync, writeFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import { openBrowser } from "../test/support/open-browser.ts";
import { type DemoDescription, startGuesthouse } from "../test/support/start-guesthouse.ts";

/**
 * Goes through the main job in a demo of its own and writes a picture of each step to docs/pictures/, for the README.
 * Usage: npm run pictures
 */

const folder = new URL("../docs/pictures/", import.meta.url).pathname;
const width = 960;
const largestBytes = 150_000;
const guestAddress = "zoe@elsewhere.example";

const house = await startGuesthouse();
const browser = await openBrowser();
mkdirSync(folder, { recursive: true });
try {
  const look = {
    viewport: { width, height: 800 },
    locale: "en-US",
    timezoneId: "Europe/Berlin",
    colorScheme: "light",
  } as const;
  await invite(await browser.newContext(look), house.demo);
  await accept(await browser.newContext(look), house.demo);
} finally {
  await browser.close();
  await house.remove();
}

/** A member invites: the form as filled in. */
async function invite(context: BrowserContext, { publicUrl, tenants }: DemoDescription): Promise<void> {
  const inviter = tenants[0]?.users[0];
  const page = await context.newPage();
  await page.goto(`${publicUrl}/invite`);
  await page.getByLabel("Email").fill(inviter?.userPrincipalName ?? "");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Password", { exact: true }).fill(inviter?.password ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Whom do you invite?").fill(guestAddress);
  await page.getByLabel("Name", { exact: true }).fill("Zoe Adler");
  await page.getByLabel("Where they land").selectOption({ label: "Tender Room" });
  await page
    .getByLabel("Your message")
    .fill("Hello Zoe, the papers for the tender are in the Tender Room. Have a look before Friday.");
  await takePicture(page, "1-invite", 780);
  await page.getByRole("button", { name: "See what will happen" }).click();
  await page.getByRole("button", { name: "Send 1 invitation" }).click();
  await page.getByText("1 invitation is on its way.").waitFor();
  await context.close();
}

/** The guest opens the mail, proves the address by a code, accepts, and signs in to the application. */
async function accept(context: BrowserContext, { publicUrl, tenants }: DemoDescription): Promise<void> {
  const page = await context.newPage();
  await openMail(page, publicUrl, "invites you");
  await takePicture(page, "2-mail", 900);
  const link = page.frameLocator("iframe").getByRole("link", { name: "Accept invitation" });
  await page.goto((await link.getAttribute("href")) ?? "");
  await takePicture(page, "3-invited", 820);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByLabel("Code").waitFor();
  const journey = page.url();
  const subject = await openMail(page, publicUrl, "code");
  await page.goto(journey);
  await page.getByLabel("Code").fill(/\b\d{8}\b/.exec(subject)?.[0] ?? "");
  await takePicture(page, "4-code", 620);
  await page.getByRole("button", { name: "Verify" }).click();
  await page.getByRole("heading", { name: "Review permissions" }).waitFor();
  await takePicture(page, "5-review", 900);
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page.getByRole("heading", { name: "Sign-in tester" }).waitFor();
  const run = page.url();
  await page.goto(`${publicUrl}/myapps?tenant=${tenants[0]?.tenantId}`);
  await takePicture(page, "6-my-apps", 620);
  await page.goto(run);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText("this person was authenticated by").first().waitFor();
  await takePicture(page, "7-signed-in", 860);
  await context.close();
}

/** Opens the newest mail whose subject holds these words, as soon as it is there; answers its subject. */
async function openMail(page: Page, publicUrl: string, words: string): Promise<string> {
  const row = page.getByRole("main").getByRole("link").filter({ hasText: words }).first();
  for (let attempt = 0; attempt < 60; attempt++) {
    await page.goto(`${publicUrl}/mailbox?to=${guestAddress}`);
    if ((await row.count()) > 0) break;
    await page.waitForTimeout(250);
  }
  await row.click();
  await page.waitForLoadState("networkidle");
  return (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
}

/** As WebP, which Chromium itself can write: a fraction of a PNG's size. */
async function takePicture(page: Page, name: string, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 88 });
  const path = `${folder}${name}.webp`;
  writeFileSync(path, Buffer.from(data, "base64"));
  const { size: bytes } = statSync(path);
  if (bytes > largestBytes) throw new Error(`${path} has ${bytes} bytes; ${largestBytes} are the most`);
  console.log(`${path}  ${Math.round(bytes / 1000)} kB`);
}
