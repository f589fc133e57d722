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
  await page.getByRole("heading", { name: "Create an account at Contoso" }).waitFor();
  return { page, address };
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
    const { page, address } = await stranger("ada", {
      viewport: { width: 360, height: 640 },
      isMobile: true,
    });
    const press = async (name: string) => {
      await tabTo(page, page.getByRole("button", { name, exact: true }));
      await page.keyboard.press("Enter");
    };
    api.behave(goOn({ postalCode: "9000" }), goOn({ city: "Gent" }));
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

  it.each([
    ["after the proof", [block]],
    ["before the account is made", [goOn(), block]],
  ] as const)("turns somebody away %s, in its own words", async (when, behaviours) => {
    const { page, address } = await stranger(`bo-${behaviours.length}`, {
      viewport: { width: 360, height: 640 },
    });
    api.behave(...behaviours);
    await page.getByRole("button", { name: "Continue" }).click();
    if (when !== "after the proof") {
      await questions(page);
      await page.getByLabel("City").fill("Ghent");
      await page.getByLabel("Postal code").fill("9000");
      await create(page).click();
    }
    await page.getByRole("heading", { name: "Contoso does not let you sign up" }).waitFor();
    await page.getByText("Ask your <buyer> first.").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth > innerWidth")).toBe(false);
    await expectNothingSerious(page);
    expect(await guestOf(address)).toBeUndefined();
    // The way back leads to the page before, with what was typed, and not past the API.
    api.behave(block);
    await page.getByRole("link", { name: "Go back" }).click();
    if (when !== "after the proof") expect(await page.getByLabel("City").inputValue()).toBe("Ghent");
    await page
      .getByRole("button", { name: when === "after the proof" ? "Continue" : "Create account" })
      .click();
    await page.getByRole("heading", { name: "Contoso does not let you sign up" }).waitFor();
    expect(await guestOf(address)).toBeUndefined();
  });

  it("asks for another value beside the form, and nothing that was typed is lost", async () => {
    const { page, address } = await stranger("cleo");
    const userMessage = "We know no such <postal code>.";
    const refused = {
      status: 400,
      body: { version: "1.0.0", status: 400, action: "ValidationError", userMessage },
    };
    api.behave(goOn(), refused, goOn());
    await page.getByRole("button", { name: "Continue" }).click();
    await questions(page);
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
    await page.getByRole("button", { name: "Continue" }).click();
    await questions(page);
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
    const { page, address } = await stranger("erin");
    const badly: readonly (readonly [ApiBehaviour, number])[] = [
      [{ status: 401, body: "" }, 1],
      [{ status: 500, body: "<h1>Oops" }, 2],
      ["hang-up", 2],
      [{ status: 200, body: "<html>" }, 1],
    ];
    for (const [behaviour, calls] of badly) {
      api.asked.length = 0;
      api.behave(behaviour);
      // The page before said the same: the answer to this very press counts.
      const answered = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: "Continue" }).click();
      expect((await answered).status()).toBe(400);
      await page.getByText("Contoso cannot check this at the moment").first().waitFor();
      await page.getByRole("heading", { name: "Create an account at Contoso" }).waitFor();
      expect(api.asked).toHaveLength(calls);
      expect(new Set(keysOfCalls()).size).toBe(1);
    }
    await expectNothingSerious(page);
    // What went wrong once may go well the second time, as one and the same call.
    api.asked.length = 0;
    api.behave({ status: 503, body: "" }, goOn({ city: "Gent" }));
    await page.getByRole("button", { name: "Continue" }).click();
    await questions(page);
    expect(new Set(keysOfCalls()).size).toBe(1);
    expect(await page.getByLabel("City").inputValue()).toBe("Gent");
    await page.getByLabel("Postal code").fill("9000");
    await create(page).click();
    await atApplication(page);
    expect(await guestOf(address)).toMatchObject({ city: "Gent", postalCode: "9000" });
  });
});
