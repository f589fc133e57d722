import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createUserFlow } from "../../../src/domain/signup/create-user-flow.ts";
import { findFlowTexts } from "../../../src/domain/signup/find-flow-texts.ts";
import type { UserFlow } from "../../../src/domain/signup/rules/user-flow.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { askIn } from "../../support/open-sign-up.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { enterAddress, enterPassword } from "../main-job/sign-in-steps.ts";

let house: ServedHouse;
let browser: Browser;
let flow: UserFlow;

beforeAll(async () => {
  house = await serveHouse();
  const { machine, contoso } = house;
  const { tenantId } = contoso;
  flow = accepted(await createUserFlow(machine, byOperator, { tenantId, name: "Vendors" }));
  const choices = ["be", "se"].map((value) => ({ label: value.toUpperCase(), value, isDefault: false }));
  await askIn(machine, flow, { attributeId: "City", label: "City" });
  await askIn(machine, flow, { attributeId: "Country", label: "Where", input: "dropdown", choices });
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** An administrator before the page with the questions, in French. */
async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const { contoso, publicUrl } = house;
  const page = await (await browser.newContext({ locale: "en-US", ...options })).newPage();
  const query = new URLSearchParams({
    ...{ tenant: contoso.tenantId, flow: "Vendors", language: "fr", page: "selfasserted1_1" },
  });
  await page.goto(`${publicUrl}/sign-up-preview?${query}`);
  const anna = contoso.users.find(({ roles }) => roles.includes("global-administrator"));
  await enterAddress(page, anna?.userName ?? "");
  await enterPassword(page, anna?.password ?? "");
  await page.getByRole("heading", { name: "Pages of a sign-up" }).waitFor();
  return page;
}

const shown = (page: Page) => page.frameLocator(".previewed iframe:not(.coming)").locator("h1");

/** Nothing runs in the frame, not even axe: its pages are looked at on their own elsewhere. */
async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude(".previewed").analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target).join()}`)).toEqual([]);
}

it("an administrator sees a page change while they type, and keeps the words", async () => {
  const page = await open();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await expect.poll(() => shown(page).textContent()).toBe("Vos informations pour Contoso");
  await expectNothingSerious(page);
  await page.getByLabel("Vos informations pour {organisation}").fill("Dites tout à {organisation}");
  await expect.poll(() => shown(page).textContent()).toBe("Dites tout à Contoso");
  await page.getByLabel("Vos informations pour {organisation}").fill("Dites-nous");
  await expect.poll(() => shown(page).textContent()).toBe("Dites-nous");
  expect(await findFlowTexts(house.machine.database, flow, "fr")).toEqual({});
  await page.getByLabel("Where: BE").fill("Belgique");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  expect((await findFlowTexts(house.machine.database, flow, "fr"))["selfasserted1_1"]).toMatchObject({
    strings: { heading: "Dites-nous" },
    attributes: { Country: { choices: [{ label: "Belgique", value: "be" }, { label: "SE" }] } },
  });
  await page.getByLabel("Colours").selectOption("Dark");
  await page.waitForURL(/scheme=dark/);
  const lit = page.frameLocator(".previewed iframe").locator("meta[name=color-scheme]");
  await expect.poll(() => lit.getAttribute("content")).toBe("dark");
  await page.getByLabel("Colours").selectOption("Light");
  await page.waitForURL(/scheme=light/);
  await expect.poll(() => lit.getAttribute("content")).toBe("light");
  await page.getByLabel("Width").selectOption("Desktop");
  await page.waitForURL(/width=desktop/);
  await expect.poll(() => shown(page).textContent()).toBe("Dites-nous");
  expect(complaints).toEqual([]);
});

it("the same works without scripts, by buttons, on a phone", async () => {
  const page = await open({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const heading = page.getByLabel("Vos informations pour {organisation}");
  await heading.fill("Bonjour {organisation}");
  await page.getByRole("button", { name: "Show changes" }).click();
  await expect.poll(() => shown(page).textContent()).toBe("Bonjour Contoso");
  await page.getByLabel("State").selectOption("With error messages");
  await page.getByRole("button", { name: "Look" }).click();
  await page.frameLocator(".previewed iframe").getByText("Saisissez cette information").first().waitFor();
});
