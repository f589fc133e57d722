import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { application } from "../journeys/main-job/sign-in-steps.ts";
import { houseForClients, kindsOfPerson } from "../support/house-for-clients.ts";
import { openBrowser } from "../support/open-browser.ts";
import { signInByHand } from "../support/sign-in-by-hand.ts";

const house = houseForClients();
let server: Server;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  server = createServer((request, response) => {
    const isLibrary = request.url === "/library.js";
    response.setHeader("content-type", isLibrary ? "text/javascript" : "text/html");
    response.end(isLibrary ? library() : applicationPage());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** The package's build for browsers, as it is. */
function library(): string {
  const build = new URL("../browser/oidc-client-ts.min.js", import.meta.resolve("oidc-client-ts"));
  return readFileSync(fileURLToPath(build), "utf8");
}

/** One page for everything, at every address: it is where answers arrive, too. */
function applicationPage(): string {
  const settings = {
    authority: `${house.current.authority}/v2.0`,
    client_id: application(house.current.contoso, "Project Board").clientId,
    redirect_uri: `${origin}/spa`,
    post_logout_redirect_uri: `${origin}/spa`,
    scope: "openid profile email offline_access User.Read",
  };
  return `<!doctype html><link rel="icon" href="data:,"><script src="/library.js"></script><script>
const manager = new oidc.UserManager(${JSON.stringify(settings)});
const isAnswer = /[?&](code|error)=/.test(location.search);
const arrived = isAnswer ? manager.signinCallback() : manager.getUser();
</script>`;
}

interface User {
  readonly profile: Readonly<Record<string, unknown>>;
  readonly access_token: string;
  readonly refresh_token?: string;
}

/** What an expression gives in the page. */
function inPage<Value>(page: Page, expression: string): Promise<Value> {
  return page.evaluate<Value>(expression);
}

describe.each(kindsOfPerson)("oidc-client-ts, for a %s", (kind) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await browser.newContext({ locale: "en-US", ignoreHTTPSErrors: true });
    page = await context.newPage();
    await page.goto(origin);
  });
  afterAll(() => context.close());

  function expectPerson({ profile }: User): void {
    const { idp, preferred_username, ...known } = house.current.people[kind].claims;
    expect(profile).toMatchObject({ ...known, preferred_username, email: preferred_username });
    expect(profile["idp"]).toBe(idp);
  }

  it("signs in with a code and a proof key", async () => {
    await inPage(page, "void manager.signinRedirect()");
    await signInByHand(page, house.current, house.current.people[kind]);
    await page.waitForURL((address) => address.pathname === "/spa");
    expectPerson(await inPage<User>(page, "arrived"));
  });

  it("renews by refresh token", async () => {
    const before = await inPage<User>(page, "manager.getUser()");
    const renewed = await inPage<User>(page, "manager.signinSilent()");
    expectPerson(renewed);
    expect(renewed.access_token).not.toBe(before.access_token);
    expect(renewed.refresh_token).not.toBe(before.refresh_token);
  });

  it("renews in a hidden frame, and reads user info", async () => {
    const renewed = await inPage<User>(
      page,
      `manager.removeUser().then(() => manager.signinSilent({ scope: "openid profile email" }))`,
    );
    expectPerson(renewed);
    expect(renewed.refresh_token).toBeUndefined();
    const headers = JSON.stringify({ authorization: `Bearer ${renewed.access_token}` });
    const info = await inPage<{ sub: string }>(
      page,
      `manager.metadataService.getUserInfoEndpoint()
        .then((endpoint) => fetch(endpoint, { headers: ${headers} }))
        .then((answer) => answer.json())`,
    );
    expect(info.sub).toBe(renewed.profile["sub"]);
  });

  it("signs out", async () => {
    await inPage(page, "void manager.signoutRedirect()");
    await page.waitForURL((address) => address.origin === origin && !address.searchParams.has("code"));
    const refused = await inPage(page, "manager.signinSilent().catch(({ error }) => error)");
    expect(refused).toBe("login_required");
  });
});
