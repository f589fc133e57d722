import { describe, expect, it } from "vitest";
import { authorizeAddress, clientsOf, signInAt } from "../support/house-applications.ts";
import { testHouse } from "../support/test-house.ts";
import { textOf } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam } = house;
const { web, spa, native } = clientsOf(house);
const mia = contoso.users[2];

async function signedInMia() {
  const visitor = house.visitor();
  await signInAt(visitor, "/myapps", mia?.userName ?? "", mia?.password ?? "");
  return visitor;
}

/** Addresses that readers of URLs have been fooled by. */
const foreignAddresses = [
  "https://evil.example/callback",
  "http://localhost:4000@evil.example/callback",
  "http://localhost:4000/callback@evil.example",
  "http://localhost:4000.evil.example/callback",
  "http://localhost/callback/../evil",
  "http://localhost/callback/%2e%2e/evil",
  "http://localhost/callback/",
  "http://localhost/Callback",
  "http://localhost/callback?next=https://evil.example",
  "http://localhost/callback#fragment",
  "http://localhost\\@evil.example/callback",
  "http:/\\localhost/callback",
  "http://user@localhost/callback",
  "http://LOCALHOST./callback",
  "http://[::1]/callback",
  "http://127.0.0.1/callback",
  "https://localhost/callback",
  "//localhost/callback",
  "/callback",
  "javascript:alert(1)//http://localhost/callback",
  "data:text/html,<script>alert(1)</script>",
  "http://localhost/callback\r\nset-cookie: a=b",
  "http://localhost/callback http://evil.example",
  "http://localhost/call\u0000back",
];

const signedIn = await signedInMia();

describe("8: redirect addresses match exactly", () => {
  it.each(foreignAddresses)("an answer never goes to %j", async (redirectUri) => {
    for (const prompt of [undefined, "none"]) {
      const seen = await signedIn.get(
        authorizeAddress(contoso.tenantId, { ...web, redirectUri }, { prompt }),
      );
      expect(seen.status).toBe(400);
      expect(seen.headers.get("location")).toBeNull();
      expect(seen.url.origin).toBe("http://localhost:8080");
      for (const [, target = ""] of seen.html.matchAll(/\s(?:href|action|src)="([^"]*)"/g))
        expect(new URL(target, seen.url).href).toMatch(
          /^(?:http:\/\/localhost:8080\/|mailto:anna@contoso\.example)/,
        );
    }
  });

  it("a redirect address given twice is shown, not chosen from", async () => {
    const visitor = await signedInMia();
    const address = `${authorizeAddress(contoso.tenantId, web)}&redirect_uri=https://evil.example/`;
    const seen = await visitor.get(address);
    expect(seen.status).toBe(400);
    expect(seen.headers.get("location")).toBeNull();
  });

  it("an unknown client, another tenant's client and an unknown tenant are shown, not redirected", async () => {
    const visitor = await signedInMia();
    const unknown = { ...web, clientId: "99999999-9999-4999-8999-999999999999" };
    for (const address of [
      authorizeAddress(contoso.tenantId, unknown),
      authorizeAddress(fabrikam.tenantId, web),
      authorizeAddress("88888888-8888-4888-8888-888888888888", web),
      authorizeAddress("common", web),
    ]) {
      const seen = await visitor.get(address);
      expect(seen.status).toBe(400);
      expect(seen.url.origin).toBe("http://localhost:8080");
    }
  });

  it("what is wrong after client and address are verified goes to the application", async () => {
    const visitor = await signedInMia();
    const seen = await visitor.get(
      authorizeAddress(contoso.tenantId, web, { response_type: "token id_token nonsense" }),
    );
    expect(seen.url.href).toMatch(/^http:\/\/localhost:4000\/callback/);
    expect(seen.url.href).toContain("error=");
  });

  it("sign-out returns nobody to an address that is not registered", async () => {
    for (const address of foreignAddresses) {
      const visitor = house.visitor();
      const query = new URLSearchParams({ post_logout_redirect_uri: address, client_id: web.clientId });
      const seen = await visitor.get(`/${contoso.tenantId}/oauth2/v2.0/logout?${query}`);
      expect(seen.url.origin).toBe("http://localhost:8080");
      expect(seen.html).not.toContain(`href="${address}"`);
    }
  });

  it("one of our own pages leads back to itself only", async () => {
    for (const path of ["/myapps?tenant=//evil.example", "/myapps//evil.example", "//evil.example/myapps"]) {
      const visitor = house.visitor();
      const seen = await visitor.get(new URL(`http://localhost:8080${path}`).href);
      expect(seen.url.origin).toBe("http://localhost:8080");
    }
  });
});

describe("10: clients without a credential bind their codes by S256", () => {
  it("a plain proof key is refused before anybody signs in", async () => {
    const visitor = await signedInMia();
    for (const client of [spa, native]) {
      const seen = await visitor.get(
        authorizeAddress(contoso.tenantId, client, {
          code_challenge: "a".repeat(43),
          code_challenge_method: "plain",
        }),
      );
      expect(seen.url.searchParams.get("error")).toBe("invalid_request");
      expect(seen.url.searchParams.get("code")).toBeNull();
    }
  });
});

describe("11: a fresh proof that was asked for is given on this very journey", () => {
  it("a session does not answer prompt=login, not even over the detour home", async () => {
    const { link } = await house.invite("bert@fabrikam.example");
    const bert = fabrikam.users[0];
    const visitor = house.visitor();
    const asked = await visitor.submit(await visitor.get(link), { decision: "accept" });
    const review = await visitor.submit(asked, { password: bert?.password ?? "" });
    await visitor.submit(review, { decision: "accept" });
    house.moveClock(60);

    const again = await visitor.get(authorizeAddress(contoso.tenantId, web, { prompt: "login" }));
    const password = await visitor.submit(again, { email: "bert@fabrikam.example" });
    expect(password.html).toContain('name="password"');
    // The journey at home, asked to take the session's account instead of the password.
    const [account] = await house.machine.database
      .selectFrom("sessionAccount")
      .select("accountId")
      .where("subject", "=", bert?.userId ?? "")
      .execute();
    const csrf = /name="csrf" value="([^"]+)"/.exec(password.html)?.[1] ?? "";
    const forced = await visitor.post(`${password.url.pathname}/account`, {
      csrf,
      account: account?.accountId ?? "",
    });
    expect(forced.url.origin).toBe("http://localhost:8080");
    expect(forced.html).toContain('name="password"');
    const answered = await visitor.submit(forced, { password: bert?.password ?? "" });
    expect(answered.url.searchParams.get("code")).toBeTruthy();
  });

  it("max_age=0 asks again, and the answer of another journey does not count", async () => {
    const visitor = await signedInMia();
    house.moveClock(60);
    const silent = await visitor.get(
      authorizeAddress(contoso.tenantId, web, { prompt: "none", max_age: "0" }),
    );
    expect(silent.url.searchParams.get("error")).toBe("login_required");
    const seen = await visitor.get(authorizeAddress(contoso.tenantId, web, { max_age: "0" }));
    expect(textOf(seen)).not.toContain("My Apps");
    expect(seen.html).toContain('name="password"');
  });
});
