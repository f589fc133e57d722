import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createMember } from "../../../src/domain/directory/create-member.ts";
import { findExternalUsersByAddress } from "../../../src/domain/directory/find-user.ts";
import { createApiConnector } from "../../../src/domain/signup/api-connectors/save-api-connector.ts";
import type { ConnectorStep } from "../../../src/domain/signup/rules/api-connector.ts";
import type { UserFlow } from "../../../src/domain/signup/rules/user-flow.ts";
import { setFlowConnector } from "../../../src/domain/signup/set-flow-connector.ts";
import { type EmailAddress, normalizeEmailAddress } from "../../../src/foundation/email-address.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { askIn, freshFlow, openSignUp } from "../../support/open-sign-up.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { type ApiBehaviour, type SignUpApi, startSignUpApi } from "../../support/sign-up-api.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { authorizeUrl } from "../identity-providers/authorize-url.ts";
import { type ListeningApplication, startApplication } from "../main-job/land-on-application.ts";

// The API's time runs out when a test says so, and not before: on a busy machine an honest answer takes its time.
const limits = new Set<AbortController>();
vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
  const limit = new AbortController();
  limits.add(limit);
  return limit.signal;
});
function timeIsUp(): void {
  for (const limit of limits) limit.abort(new DOMException("over", "TimeoutError"));
}

const password = "a password for everybody here";
let house: ServedHouse;
let browser: Browser;
let application: ListeningApplication;
let api: SignUpApi;
let flow: UserFlow;
let connectorId: UserFlow["connectors"][ConnectorStep];

beforeAll(async () => {
  house = await serveHouse();
  const { machine, contoso } = house;
  const { tenantId } = contoso;
  api = await startSignUpApi();
  const applicationId = contoso.applications[0]?.applicationId ?? "";
  flow = await openSignUp(machine, { tenantId, applicationId, name: "Partners" });
  await askIn(machine, flow, { attributeId: "City" });
  await askIn(machine, flow, { attributeId: "PostalCode", label: "Postal code" });
  ({ connectorId } = accepted(
    await createApiConnector(machine, byOperator, tenantId, {
      displayName: "Partner register",
      targetUrl: api.url,
      credentials: { kind: "basic", userName: "house", password: "key" },
    }),
  ));
  browser = await openBrowser();
  application = await startApplication();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  application?.close();
  await api?.close();
  await house?.close();
});

beforeEach(async () => {
  api.asked.length = 0;
  api.behave(goOn());
  limits.clear();
  for (const step of ["after-proof", "before-creation"] as const) await setConnector(step, connectorId);
});

const goOn = (claims: object = {}): ApiBehaviour => ({
  status: 200,
  body: { version: "1.0.0", action: "Continue", ...claims },
});
const block: ApiBehaviour = {
  status: 200,
  body: { version: "1.0.0", action: "ShowBlockPage", userMessage: "Ask your <buyer> first." },
};

async function setConnector(step: ConnectorStep, id: typeof connectorId): Promise<void> {
  const { machine } = house;
  accepted(
    await setFlowConnector(machine, byOperator, {
      flow: await freshFlow(machine, flow),
      step,
      connectorId: id,
    }),
  );
}

/** Somebody new at Fabrikam, in a browser of their own, who has signed in there. */
async function stranger(name: string, options: BrowserContextOptions = {}) {
  const address = `${name}@fabrikam.example`;
  accepted(
    await createMember(house.machine, byOperator, {
      tenantId: house.fabrikam.tenantId,
      userPrincipalName: address,
      displayName: name,
      password,
    }),
  );
  const page = await (await browser.newContext({ locale: "en-US", ...options })).newPage();
  await page.goto(authorizeUrl(house, application.redirectUri, { login_hint: address }));
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  return { page, address };
}

const agreement = (page: Page) =>
  page.getByRole("heading", { name: "Create an account at Contoso" }).waitFor();

/** Lets them have an account, once the API does. */
async function agree(page: Page): Promise<void> {
  await agreement(page);
  await page.getByRole("button", { name: "Continue" }).click();
  await questions(page);
}

async function guestOf(address: string) {
  const normalized = normalizeEmailAddress(address as EmailAddress);
  const { machine, contoso } = house;
  return (await findExternalUsersByAddress(machine.database, contoso.tenantId, normalized))[0];
}

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target).join()}`)).toEqual([]);
}

const atApplication = (page: Page) => page.waitForURL((url) => url.href.startsWith(application.redirectUri));
const questions = (page: Page) => page.getByRole("heading", { name: "Tell Contoso about you" }).waitFor();
const create = (page: Page) => page.getByRole("button", { name: "Create account" });
const keysOfCalls = () => api.asked.map(({ headers }) => headers["idempotency-key"]);

/** Goes there by the keyboard alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

describe("an organisation's own API, in somebody's browser", () => {
  it("fills the form and has the last word, on a phone and by the keyboard alone", async () => {
    api.behave(goOn({ postalCode: "9000" }), goOn({ city: "Gent" }));
    const { page, address } = await stranger("ada", {
      viewport: { width: 360, height: 640 },
      isMobile: true,
    });
    const press = async (name: string) => {
      await tabTo(page, page.getByRole("button", { name, exact: true }));
      await page.keyboard.press("Enter");
    };
    await agreement(page);
    // Nobody had to press anything for it.
    expect(api.asked).toHaveLength(1);
    await press("Continue");
    await questions(page);
    expect(await page.evaluate("document.documentElement.scrollWidth > innerWidth")).toBe(false);
    await expectNothingSerious(page);
    expect(await page.getByLabel("Postal code").inputValue()).toBe("9000");
    await tabTo(page, page.getByLabel("City"));
    await page.keyboard.type("Ghent");
    await tabTo(page, page.getByLabel("Postal code"));
    await page.keyboard.press("End");
    await page.keyboard.type("-1");
    await press("Create account");
    await atApplication(page);
    const [first, second] = api.asked.map(({ body }) => JSON.parse(body));
    expect(first).toMatchObject({ step: "PostFederationSignup", email: address });
    expect(second).toMatchObject({ step: "PostAttributeCollection", city: "Ghent", postalCode: "9000-1" });
    expect(await guestOf(address)).toMatchObject({ city: "Gent", postalCode: "9000-1" });
  });

  it("turns somebody away before they agree to anything, in its own words, with a way back and no way past", async () => {
    api.behave(block);
    const { page, address } = await stranger("bo", { viewport: { width: 360, height: 640 } });
    const told = () => page.getByRole("heading", { name: "Contoso does not let you sign up" }).waitFor();
    await told();
    await page.getByText("Ask your <buyer> first.").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth > innerWidth")).toBe(false);
    await expectNothingSerious(page);
    await page.reload();
    await told();
    expect(api.asked).toHaveLength(1);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => api.asked.length).toBe(2);
    await told();
    await page.getByRole("button", { name: /^Back to / }).click();
    await atApplication(page);
    expect(await guestOf(address)).toBeUndefined();
  });

  it("turns somebody away before the account is made, in its own words", async () => {
    api.behave(goOn(), block);
    const { page, address } = await stranger("ben", { viewport: { width: 360, height: 640 } });
    await agree(page);
    await page.getByLabel("City").fill("Ghent");
    await page.getByLabel("Postal code").fill("9000");
    await create(page).click();
    await page.getByRole("heading", { name: "Contoso does not let you sign up" }).waitFor();
    await page.getByText("Ask your <buyer> first.").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth > innerWidth")).toBe(false);
    await expectNothingSerious(page);
    expect(await guestOf(address)).toBeUndefined();
    // The way back leads to the page before, with what was typed, and not past the API.
    api.behave(block);
    await page.getByRole("link", { name: "Go back" }).click();
    expect(await page.getByLabel("City").inputValue()).toBe("Ghent");
    await create(page).click();
    await page.getByRole("heading", { name: "Contoso does not let you sign up" }).waitFor();
    expect(await guestOf(address)).toBeUndefined();
  });

  it("is asked by a press where no script runs, and whoever does not want that goes back", async () => {
    const { page, address } = await stranger("bea", {
      javaScriptEnabled: false,
      viewport: { width: 360, height: 640 },
    });
    await page.getByRole("heading", { name: "Contoso checks first" }).waitFor();
    await page.locator(".languages summary").click();
    await page.getByRole("link", { name: "العربية" }).click();
    const continueButton = page.locator('button[value="check"]');
    await continueButton.waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth > innerWidth")).toBe(false);
    expect(api.asked).toEqual([]);
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    await continueButton.click();
    await page.locator('button[value="accept"]').waitFor();
    expect(api.asked).toHaveLength(1);
    expect(JSON.parse(api.asked[0]?.body ?? "")).toMatchObject({ email: address, ui_locales: "ar" });
    const other = await stranger("bella", { javaScriptEnabled: false });
    await other.page.getByRole("button", { name: "Cancel" }).click();
    await atApplication(other.page);
    expect(api.asked).toHaveLength(1);
  });

  it("asks for another value beside the form, and nothing that was typed is lost", async () => {
    const userMessage = "We know no such <postal code>.";
    const refused = {
      status: 400,
      body: { version: "1.0.0", status: 400, action: "ValidationError", userMessage },
    };
    api.behave(goOn(), refused, goOn());
    const { page, address } = await stranger("cleo");
    await agree(page);
    await page.getByLabel("City").fill("Ghent");
    await page.getByLabel("Postal code").fill("9");
    await create(page).click();
    await page.getByText(userMessage).first().waitFor();
    await expectNothingSerious(page);
    expect(await page.getByLabel("City").inputValue()).toBe("Ghent");
    expect(await page.getByLabel("Postal code").inputValue()).toBe("9");
    expect(await guestOf(address)).toBeUndefined();
    await page.getByLabel("Postal code").fill("9000");
    await create(page).click();
    await atApplication(page);
    expect(await guestOf(address)).toMatchObject({ city: "Ghent", postalCode: "9000" });
  });

  it("that hangs is asked once more as the same call, and whoever waits can try again with what they typed", async () => {
    await setConnector("after-proof", undefined);
    const { page, address } = await stranger("dan");
    await agree(page);
    await page.getByLabel("City").fill("Ghent");
    await page.getByLabel("Postal code").fill("9000");
    api.behave("hang");
    const pressed = create(page).click({ noWaitAfter: true });
    for (const calls of [1, 2]) {
      await expect.poll(() => api.asked.length, { timeout: 30_000 }).toBe(calls);
      timeIsUp();
    }
    await pressed;
    await page.getByText("Contoso cannot check this at the moment").first().waitFor();
    await expectNothingSerious(page);
    expect(new Set(keysOfCalls()).size).toBe(1);
    expect(await page.getByLabel("City").inputValue()).toBe("Ghent");
    expect(await guestOf(address)).toBeUndefined();
    api.behave(goOn());
    await create(page).click();
    await atApplication(page);
    expect(api.asked).toHaveLength(3);
    expect(new Set(keysOfCalls()).size).toBe(2);
    expect(await guestOf(address)).toMatchObject({ city: "Ghent" });
  });

  it("that refuses, fails, hangs up or answers nonsense lets nobody in, and somebody later", async () => {
    await setConnector("before-creation", undefined);
    const badly: readonly (readonly [ApiBehaviour, number])[] = [
      [{ status: 401, body: "" }, 1],
      [{ status: 500, body: "<h1>Oops" }, 2],
      ["hang-up", 2],
      [{ status: 200, body: "<html>" }, 1],
    ];
    api.behave(badly[0]?.[0] ?? "hang");
    const { page, address } = await stranger("erin");
    for (const [index, [behaviour, calls]] of badly.entries()) {
      if (index > 0) {
        api.asked.length = 0;
        api.behave(behaviour);
        // The page before said the same: what comes of this very press counts.
        const answered = page.waitForResponse((response) => response.request().method() === "POST");
        await page.getByRole("button", { name: "Try again" }).click();
        expect((await answered).status()).toBe(303);
      }
      await page.getByText("Contoso cannot check this at the moment").first().waitFor();
      expect(api.asked).toHaveLength(calls);
      expect(new Set(keysOfCalls()).size).toBe(1);
    }
    await expectNothingSerious(page);
    // What went wrong once may go well the second time, as one and the same call.
    api.asked.length = 0;
    api.behave({ status: 503, body: "" }, goOn({ city: "Gent" }));
    await page.getByRole("button", { name: "Try again" }).click();
    await agree(page);
    expect(new Set(keysOfCalls()).size).toBe(1);
    expect(await page.getByLabel("City").inputValue()).toBe("Gent");
    await page.getByLabel("Postal code").fill("9000");
    await create(page).click();
    await atApplication(page);
    expect(await guestOf(address)).toMatchObject({ city: "Gent", postalCode: "9000" });
  });

  it("that hangs keeps whoever waits where they are, and is asked no second time by a reload", async () => {
    api.behave("hang");
    const { page, address } = await stranger("flo");
    await expect.poll(() => api.asked.length, { timeout: 30_000 }).toBe(1);
    const later = await page.context().newPage();
    await later.goto(page.url());
    await later.getByText("The check is under way").waitFor();
    await later.getByRole("button", { name: "Continue" }).click();
    await later.getByText("The check is under way").waitFor();
    expect(api.asked).toHaveLength(1);
    timeIsUp();
    await expect.poll(() => api.asked.length, { timeout: 30_000 }).toBe(2);
    timeIsUp();
    await page.getByText("Contoso cannot check this at the moment").waitFor();
    await later.getByRole("button", { name: "Continue" }).click();
    await later.getByText("Contoso cannot check this at the moment").waitFor();
    expect(new Set(keysOfCalls()).size).toBe(1);
    expect(await guestOf(address)).toBeUndefined();
  });
});
