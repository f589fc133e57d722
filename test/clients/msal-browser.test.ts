import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { application } from "../journeys/main-job/sign-in-steps.ts";
import { houseForClients, kindsOfPerson } from "../support/house-for-clients.ts";
import { openBrowser } from "../support/open-browser.ts";
import { signInByHand } from "../support/sign-in-by-hand.ts";
import { type RunningExample, startExample } from "../support/start-example.ts";

/** The sample of `examples/`, in a browser, on another site than the house. */
const house = houseForClients();
let sample: RunningExample;
let browser: Browser;

beforeAll(async () => {
  const { contoso, authority: AUTHORITY } = house.current;
  const { clientId: CLIENT_ID } = application(contoso, "Project Board");
  [sample, browser] = await Promise.all([
    startExample("msal-browser-spa", { AUTHORITY, CLIENT_ID }),
    openBrowser(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  sample?.close();
});

/** The sample in a tab that knows nothing yet; tokens are kept by tab, the session by browser. */
async function openSample(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(sample.url);
  await page.getByRole("status").getByText("Signed out").waitFor();
  return page;
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Presses a button that opens a pop-up. */
async function pressForPopup(page: Page, name: string): Promise<Page> {
  const [popup] = await Promise.all([page.waitForEvent("popup"), press(page, name)]);
  return popup;
}

interface Shown {
  readonly status: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What the sample says once it is done. */
async function shown(page: Page): Promise<Shown> {
  const status = page.getByRole("status");
  await status.getByText(/^(Signed in|Signed out|Error)$/).waitFor();
  const details = await page.locator("pre").innerText();
  return { status: await status.innerText(), details: details ? JSON.parse(details) : {} };
}

describe.each(kindsOfPerson)("MSAL for browsers, for a %s", (kind) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await browser.newContext({ locale: "en-US", ignoreHTTPSErrors: true });
    page = await openSample(context);
  });
  afterAll(() => context.close());

  function expectSignedIn(told: Shown, fromCache: boolean): void {
    const { claims, homeAccountId } = house.current.people[kind];
    const { idp, ...known } = claims;
    expect(told).toMatchObject({
      status: "Signed in",
      details: {
        homeAccountId,
        localAccountId: claims.oid,
        tenantId: claims.tid,
        environment: house.current.host,
        username: claims.preferred_username,
        fromCache,
        idTokenClaims: known,
        me: { id: claims.oid },
      },
    });
    expect((told.details["idTokenClaims"] as { idp?: string }).idp).toBe(idp);
  }

  it("signs in by redirect", async () => {
    await press(page, "Sign in");
    await signInByHand(page, house.current, house.current.people[kind]);
    expectSignedIn(await shown(page), false);
  });

  it.each([
    { button: "Token from the cache", fromCache: true },
    { button: "Token by refresh token", fromCache: false },
    { button: "Token through a hidden frame", fromCache: false },
  ])("gets silently: $button", async ({ button, fromCache }) => {
    await press(page, button);
    expectSignedIn(await shown(page), fromCache);
  });

  it("finds the session in another tab, in a hidden frame and in a pop-up", async () => {
    const framed = await openSample(context);
    await press(framed, "Use the session there is");
    expectSignedIn(await shown(framed), false);
    const poppedUp = await openSample(context);
    await pressForPopup(poppedUp, "Sign in with a pop-up");
    expectSignedIn(await shown(poppedUp), false);
  });

  it("signs out with a pop-up, here and there", async () => {
    const popup = await pressForPopup(page, "Sign out with a pop-up");
    if (!popup.isClosed()) await popup.waitForEvent("close");
    expect(await shown(page)).toMatchObject({ status: "Signed out" });
    await press(page, "Use the session there is");
    expect(await shown(page)).toMatchObject({ status: "Error", details: { errorCode: "login_required" } });
  });

  it("signs in with a pop-up, and out by redirect", async () => {
    const popup = await pressForPopup(page, "Sign in with a pop-up");
    await signInByHand(popup, house.current, house.current.people[kind]);
    expectSignedIn(await shown(page), false);
    await press(page, "Sign out");
    expect(await shown(page)).toMatchObject({ status: "Signed out" });
    await press(page, "Use the session there is");
    expect(await shown(page)).toMatchObject({ status: "Error", details: { errorCode: "login_required" } });
  });
});
