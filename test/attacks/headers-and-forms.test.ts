import { describe, expect, it } from "vitest";
import { buildApp } from "../../src/app/build-app.ts";
import { findSetUpTicket } from "../../src/domain/directory/set-up-ticket.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { authorizeAddress, clientsOf, signInAt } from "../support/house-applications.ts";
import { testDatabase } from "../support/test-database.ts";
import { testHouse } from "../support/test-house.ts";
import { testMachine } from "../support/test-machine.ts";
import { formOf, type Seen, Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, machine } = house;
const { web } = clientsOf(house);
const publicUrl = machine.configuration.publicUrl;
const ivo = contoso.users[1];

async function signedInIvo(): Promise<Visitor> {
  const visitor = house.visitor();
  await signInAt(visitor, "/myapps", ivo?.userName ?? "", ivo?.password ?? "");
  return visitor;
}

/** Routes that a browser may open, with what their parameters may be. */
function openableRoutes(): string[] {
  const app = buildApp(machine, house.demo);
  const paths = app.routes
    .filter(({ method, path }) => method === "GET" && !/\/v1\.0|\/static|\*/.test(path))
    .map(({ path }) =>
      path
        .replace(":tenant", contoso.tenantId)
        .replace(/:(transaction|id|step)/g, "99999999-9999-4999-8999-999999999999"),
    );
  return [...new Set(paths)];
}

/** Every page a person meets on the way, one of a kind. */
async function pagesOnTheWay(): Promise<Seen[]> {
  const pages: Seen[] = [];
  const see = async (page: Promise<Seen>) => {
    pages.push(await page);
    return page;
  };
  const { link } = await house.invite("pages@elsewhere.example");
  const guest = house.visitor();
  const invited = await see(guest.get(link));
  const sendCode = await see(guest.submit(invited, { decision: "accept" }));
  const enterCode = await see(guest.submit(sendCode, {}));
  await see(guest.submit(enterCode, { code: "00000000" }));
  const review = await see(
    guest.submit(enterCode, { code: await house.newestCode("pages@elsewhere.example") }),
  );
  await see(guest.submit(review, { decision: "cancel" }));
  const ivoVisitor = await signedInIvo();
  for (const path of ["/", "/myapps", "/invite", "/mailbox", "/tester"]) await see(ivoVisitor.get(path));
  const consent = authorizeAddress(contoso.tenantId, web, { prompt: "consent" });
  await see(ivoVisitor.get(consent));
  await see(ivoVisitor.get(authorizeAddress(contoso.tenantId, web, { response_mode: "form_post" })));
  await see(ivoVisitor.get(authorizeAddress(contoso.tenantId, web, { prompt: "select_account" })));
  await see(house.visitor().get(authorizeAddress(contoso.tenantId, web)));
  await see(
    house.visitor().get(authorizeAddress(contoso.tenantId, { ...web, redirectUri: "https://evil.example" })),
  );
  await see(ivoVisitor.get(`/${contoso.tenantId}/oauth2/v2.0/logout`));
  await see(house.visitor().get("/no-such-page"));
  await see(house.visitor().get(`/redeem?tenant=${contoso.tenantId}&invitation=1&ticket=x`));
  return pages;
}

function directivesOf(page: Pick<Seen, "headers">): Map<string, string> {
  const policy = page.headers.get("content-security-policy") ?? "";
  return new Map(
    policy.split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(" ");
      return [name, sources.join(" ")];
    }),
  );
}

function expectGuarded(page: Seen): void {
  const directives = directivesOf(page);
  const where = `${page.url.pathname} (${page.status})`;
  expect(directives.get("default-src"), where).toBe("'none'");
  expect(directives.get("script-src"), where).toBe("'self'");
  expect(directives.get("style-src"), where).toBe("'self'");
  expect(directives.get("base-uri"), where).toBe("'none'");
  expect(directives.get("frame-ancestors"), where).toBe("'none'");
  expect(directives.get("form-action"), where).toMatch(/^'self'/);
  expect(page.headers.get("x-content-type-options"), where).toBe("nosniff");
  expect(page.headers.get("cache-control"), where).toContain("no-store");
  // No script and no style within the page, whatever the policy says.
  expect(page.html.match(/<script(?![^>]*\ssrc=)[^>]*>(?!\s*<\/script>)/g) ?? [], where).toEqual([]);
  expect(page.html, where).not.toMatch(/<style[\s>]/i);
  expect(page.html, where).not.toMatch(/<[a-z][^>]*\s(?:on[a-z]+|style)\s*=/i);
  expect(page.html, where).not.toMatch(/(?:href|src|action)="(?:javascript|data|vbscript):/i);
}

describe("19: pages run no foreign script and cannot be framed", () => {
  it("every route that answers a browser with a page guards it", async () => {
    const routes = openableRoutes();
    expect(routes.length).toBeGreaterThan(15);
    let pages = 0;
    for (const path of routes) {
      const seen = await house.visitor().get(path);
      if (!seen.headers.get("content-type")?.startsWith("text/html")) continue;
      expectGuarded(seen);
      pages++;
    }
    expect(pages).toBeGreaterThan(8);
  });

  it("every page on the way guards itself, in any state", async () => {
    const pages = await pagesOnTheWay();
    for (const page of pages) if (page.html !== "") expectGuarded(page);
  });
});

describe("19: a form of another site does nothing", () => {
  const forgeries: Record<string, (visitor: Visitor, csrf: string | undefined) => Promise<Seen>> = {
    "/invite": (visitor, csrf) =>
      visitor.post(`/invite?tenant=${contoso.tenantId}`, {
        ...(csrf && { csrf }),
        addresses: "victim@elsewhere.example",
        step: "send",
      }),
    "/invite/manage": async (visitor, csrf) => {
      const [invitation] = await machine.database
        .selectFrom("invitation")
        .select("invitationId")
        .where("state", "=", "pending")
        .execute();
      return visitor.post(`/invite/manage?tenant=${contoso.tenantId}`, {
        ...(csrf && { csrf }),
        invitation: invitation?.invitationId ?? "",
        do: "revoke",
      });
    },
    "/myapps/sign-out": (visitor, csrf) => visitor.post("/myapps/sign-out", { ...(csrf && { csrf }) }),
  };

  async function standOf(visitor: Visitor): Promise<unknown> {
    const invitations = await machine.database
      .selectFrom("invitation")
      .select(["invitationId", "state"])
      .orderBy("invitationId")
      .execute();
    const home = await visitor.get("/myapps");
    return { invitations, isSignedIn: home.url.pathname === "/myapps" };
  }

  it.each(Object.keys(forgeries))("%s needs the secret of the session's own forms", async (name) => {
    await house.invite("standing@elsewhere.example");
    const visitor = await signedInIvo();
    const stranger = house.visitor();
    const { link } = await house.invite("csrf@elsewhere.example");
    const othersSecret = formOf(await stranger.get(link)).fields["csrf"];
    const before = await standOf(visitor);
    for (const csrf of [undefined, "AAAA", othersSecret]) {
      await forgeries[name]?.(visitor, csrf);
      expect(await standOf(visitor)).toEqual(before);
    }
  });

  it("steps of a journey and the invitation's page refuse it", async () => {
    const { link } = await house.invite("journey-csrf@elsewhere.example");
    const visitor = house.visitor();
    const invited = await visitor.get(link);
    const forged = await visitor.post(`${invited.url.pathname}${invited.url.search}`, { decision: "accept" });
    expect(forged.url.pathname).toBe("/redeem");
    const step = await visitor.submit(invited, { decision: "accept" });
    for (const name of [
      "identify",
      "account",
      "password",
      "choose-password",
      "send-code",
      "code",
      "wrong-account",
      "redemption",
      "consent",
      "device",
    ]) {
      const refused = await visitor.post(`${step.url.pathname}/${name}`, {
        csrf: "AAAA",
        decision: "accept",
      });
      expect(refused.status).toBe(400);
    }
  });

  it("the tester runs nothing for a form of another origin", async () => {
    for (const path of ["/tester/run", "/tester/prepare", "/tester/result"]) {
      const response = await house.fetch(
        new Request(`${publicUrl}${path}`, {
          method: "POST",
          headers: { origin: "https://evil.example" },
          body: new URLSearchParams({ flow: "client-credentials" }),
        }),
      );
      expect(response.status).toBe(403);
    }
  });

  it("set-up makes nothing without its own form, though the ticket is right", async () => {
    const { database } = await testDatabase();
    const empty = testMachine(database);
    const ticket = await findSetUpTicket(empty);
    const app = buildApp(empty, undefined);
    const visitor = new Visitor((request) => app.fetch(request), publicUrl);
    await visitor.post(`/set-up?ticket=${ticket}`, {
      organisationName: "Evil",
      initialDomain: "evil",
      displayName: "Eve",
      email: "eve@evil.example",
      password: "correct horse battery staple",
    });
    expect(await database.selectFrom("tenant").selectAll().execute()).toEqual([]);
  });
});

describe("19: cookies", () => {
  it("over TLS they are bound to the host, out of reach of scripts, and change with every proof", async () => {
    const configuration = readConfiguration(
      { GUESTHOUSE_PUBLIC_URL: "https://guests.contoso.example" },
      { mode: "demo" },
    );
    const app = buildApp({ ...machine, configuration }, house.demo);
    const cookies: string[] = [];
    const visitor = new Visitor(async (request) => {
      const response = await app.fetch(request);
      cookies.push(...response.headers.getSetCookie());
      return response;
    }, configuration.publicUrl);
    const home = await signInAt(visitor, "/myapps", ivo?.userName ?? "", ivo?.password ?? "");
    expect(home.headers.get("strict-transport-security")).toContain("max-age=");
    await visitor.submit(await visitor.get("/tester"), { flow: "code" }).catch(() => undefined);

    const sessions = cookies.filter((cookie) => cookie.startsWith("__Host-guesthouse="));
    expect(sessions).toHaveLength(2);
    expect(new Set(sessions).size).toBe(2);
    for (const cookie of sessions) {
      expect(cookie).toMatch(/; Path=\/(;|$)/);
      expect(cookie).not.toMatch(/Domain=/i);
    }
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; Secure/);
      expect(cookie).toMatch(/; SameSite=(None|Lax|Strict)/);
    }
  });

  it("a cookie planted beforehand is worth nothing after the victim has signed in", async () => {
    const attacker = house.visitor();
    await attacker.get("/myapps");
    const victim = house.visitor();
    for (const [name, value] of attacker.cookies) victim.cookies.set(name, value);
    await signInAt(victim, "/myapps", ivo?.userName ?? "", ivo?.password ?? "");
    expect([...victim.cookies.values()]).not.toEqual([...attacker.cookies.values()]);
    expect((await attacker.get("/myapps")).url.pathname).toMatch(/^\/signin\//);
    expect((await victim.get("/myapps")).url.pathname).toBe("/myapps");
  });

  it("a made-up, doubled or broken cookie is as good as none", async () => {
    for (const cookie of [
      "guesthouse=x",
      "guesthouse=",
      `guesthouse=${"A".repeat(43)}`,
      "guesthouse=%E0%A4%A; guesthouse=y",
    ]) {
      const response = await house.fetch(new Request(`${publicUrl}/myapps`, { headers: { cookie } }));
      expect(response.status).toBeGreaterThanOrEqual(300);
      expect(response.status).toBeLessThan(400);
      expect(response.headers.getSetCookie().join()).toContain("guesthouse=");
    }
  });

  it("after signing out the old cookie opens nothing", async () => {
    const visitor = await signedInIvo();
    const stolen = house.visitor();
    for (const [name, value] of visitor.cookies) stolen.cookies.set(name, value);
    await visitor.submit(await visitor.get("/myapps"), {});
    expect((await stolen.get("/myapps")).url.pathname).toMatch(/^\/signin\//);
  });
});
