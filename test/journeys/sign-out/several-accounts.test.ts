import { describe, expect, it } from "vitest";
import { forgetApplications } from "../../../src/domain/applications/find-application.ts";
import {
  askForTokens,
  authorizeAddress,
  clientsOf,
  codeGrant,
  signInAt,
} from "../../support/house-applications.ts";
import { payloadOf } from "../../support/protocol-client.ts";
import { testHouse } from "../../support/test-house.ts";
import { type Seen, textOf, type Visitor } from "../../support/visitor.ts";

const house = await testHouse();
const { contoso, machine } = house;
const { web } = clientsOf(house);
const [ivo, , mia] = contoso.users;
const logout = `/${contoso.tenantId}/oauth2/v2.0/logout`;

/** A browser in which Ivo and then Mia use an application. */
async function sharedBrowser(): Promise<{ visitor: Visitor; idTokens: Record<"ivo" | "mia", string> }> {
  const visitor = house.visitor();
  const ivoIn = await signInAt(
    visitor,
    authorizeAddress(contoso.tenantId, web),
    "ivo@contoso.example",
    ivo?.password ?? "",
  );
  const idTokens = { ivo: await idTokenOf(ivoIn), mia: "" };
  const miaIn = await signInAt(
    visitor,
    authorizeAddress(contoso.tenantId, web, { prompt: "login" }),
    "mia@contoso.example",
    mia?.password ?? "",
  );
  idTokens.mia = await idTokenOf(miaIn);
  return { visitor, idTokens };
}

async function idTokenOf(answered: Seen): Promise<string> {
  const { body } = await askForTokens(house, contoso.tenantId, codeGrant(web, answered));
  expect(body, textOf(answered)).toHaveProperty("id_token");
  return String(body["id_token"]);
}

function silently(visitor: Visitor, loginHint: string): Promise<Seen> {
  return visitor.get(authorizeAddress(contoso.tenantId, web, { prompt: "none", login_hint: loginHint }));
}

async function isSignedIn(visitor: Visitor, loginHint: string): Promise<boolean> {
  return (await silently(visitor, loginHint)).url.searchParams.has("code");
}

describe("signing out where several people are signed in", () => {
  it("asks which one, and the others stay", async () => {
    const { visitor } = await sharedBrowser();
    const asked = await visitor.get(`${logout}?post_logout_redirect_uri=${web.redirectUri}&state=bye`);
    expect(textOf(asked)).toContain("Which account do you want to sign out?");
    const [, ivoId = ""] = /value="([0-9a-f-]{36})"[\s\S]*?ivo@contoso\.example/.exec(asked.html) ?? [];
    expect(await isSignedIn(visitor, "ivo@contoso.example")).toBe(true);
    const left = await visitor.submit(asked, { account: ivoId }, logout);
    expect(left.url.href).toBe(`${web.redirectUri}?state=bye`);
    expect(await isSignedIn(visitor, "ivo@contoso.example")).toBe(false);
    expect(await isSignedIn(visitor, "mia@contoso.example")).toBe(true);
  });

  it("signs the one out whom an ID token or the hint names, without asking", async () => {
    const { visitor, idTokens } = await sharedBrowser();
    const hinted = await visitor.get(`${logout}?id_token_hint=${idTokens.ivo}`);
    expect(textOf(hinted)).toContain("ivo@contoso.example is signed out here.");
    expect(await isSignedIn(visitor, "ivo@contoso.example")).toBe(false);
    expect(await isSignedIn(visitor, "mia@contoso.example")).toBe(true);

    const again = await visitor.get(`${logout}?id_token_hint=${idTokens.ivo}`);
    expect(textOf(again)).toContain("You are signed out");
    expect(await isSignedIn(visitor, "mia@contoso.example")).toBe(true);

    const opaque = `O.${Buffer.from("mia@contoso.example").toString("base64url")}`;
    const query = new URLSearchParams({ logout_hint: opaque, post_logout_redirect_uri: web.redirectUri });
    expect((await visitor.get(`${logout}?${query}`)).url.href).toBe(web.redirectUri);
    expect(await isSignedIn(visitor, "mia@contoso.example")).toBe(false);
  });

  it("gives each account a sid of its own, which ends with its sign-out", async () => {
    const { visitor, idTokens } = await sharedBrowser();
    const sidOf = (idToken: string) => String(payloadOf(idToken)["sid"]);
    expect(sidOf(idTokens.ivo)).not.toBe(sidOf(idTokens.mia));
    const named = await visitor.get(
      authorizeAddress(contoso.tenantId, web, { prompt: "none", sid: sidOf(idTokens.ivo) }),
    );
    expect(sidOf(await idTokenOf(named))).toBe(sidOf(idTokens.ivo));

    await visitor.get(`${logout}?id_token_hint=${idTokens.ivo}`);
    const gone = await visitor.get(
      authorizeAddress(contoso.tenantId, web, { prompt: "none", sid: sidOf(idTokens.ivo) }),
    );
    expect(gone.url.searchParams.get("error")).toBe("login_required");
  });

  it("tells the applications of the one who leaves, in frames that the policy allows and nothing else", async () => {
    await machine.database
      .updateTable("application")
      .set({ logoutUrl: "http://localhost:4000/signed-out" })
      .where("applicationId", "=", web.clientId as never)
      .execute();
    forgetApplications(machine.database);
    const { visitor, idTokens } = await sharedBrowser();
    const left = await visitor.get(
      `${logout}?id_token_hint=${idTokens.mia}&post_logout_redirect_uri=${web.redirectUri}`,
    );
    const { sid, iss } = payloadOf(idTokens.mia);
    const frame = new URL("http://localhost:4000/signed-out");
    frame.searchParams.set("iss", String(iss));
    frame.searchParams.set("sid", String(sid));
    expect([...left.html.matchAll(/<iframe src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
      frame.href.replaceAll("&", "&amp;"),
    ]);
    expect(left.headers.get("content-security-policy")).toContain("frame-src http://localhost:4000;");
    expect(left.headers.get("refresh")).toBe(`3;url=${web.redirectUri}`);
    expect(left.html).toContain(`href="${web.redirectUri}"`);
  });
});
