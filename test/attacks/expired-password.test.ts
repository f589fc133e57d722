import { describe, expect, it } from "vitest";
import { registerApplication } from "../../src/domain/applications/register-application.ts";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { updateUser } from "../../src/domain/directory/update-user.ts";
import type { UserId } from "../../src/foundation/identifiers.ts";
import {
  askForTokens,
  authorizeAddress,
  clientsOf,
  codeGrant,
  signInAt,
} from "../support/house-applications.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { type Seen, textOf } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const { web, native } = clientsOf(house);
const first = "only for the first time";
const chosen = "one that I chose myself";

/** A member whose password is good for one sign-in. */
async function newcomer(name: string, home = contoso): Promise<{ address: string; userId: UserId }> {
  const address = `${name}@${home === contoso ? "contoso" : "fabrikam"}.example`;
  const { userId } = accepted(
    await createMember(machine, byOperator, {
      ...{ tenantId: home.tenantId, userPrincipalName: address, displayName: name },
      ...{ password: first, mustChangePassword: true },
    }),
  );
  return { address, userId };
}

const title = "Choose a new password";
const hasCode = (seen: Seen) => /[?#&](code|id_token|access_token)=/.test(seen.url.href);

function mark(tenantId: typeof contoso.tenantId, userId: UserId) {
  return updateUser(machine, byOperator, { tenantId, userId, changes: { mustChangePassword: true } });
}

describe("whoever has to choose a new password", () => {
  it("chooses one and goes on to where they wanted, once and for all", async () => {
    const { address } = await newcomer("aino");
    const visitor = house.visitor();
    const start = authorizeAddress(contoso.tenantId, web, { login_hint: address });
    const asked = await visitor.submit(await visitor.get(start), { password: first });
    expect(textOf(asked)).toContain(title);
    expect(asked.html.match(/autocomplete="new-password"/g)).toHaveLength(2);
    for (const [newPassword, repeatedPassword, complaint] of [
      ["short", "short", "too short"],
      [first, first, "the password you have now"],
      ["aino is my name", "aino is my name", "contains your user name"],
      [chosen, "another", "differ"],
      ["x".repeat(257), "x".repeat(257), "too long"],
    ] as const) {
      const again = await visitor.submit(asked, { newPassword, repeatedPassword });
      expect([again.status, textOf(again)]).toEqual([400, expect.stringContaining(complaint)]);
    }
    const session = visitor.cookies.get("guesthouse");
    const done = await visitor.submit(asked, { newPassword: chosen, repeatedPassword: chosen });
    expect(hasCode(done), textOf(done)).toBe(true);
    expect([...visitor.cookies.values()]).not.toContain(session);
    const tokens = await askForTokens(house, contoso.tenantId, codeGrant(web, done));
    expect(tokens.body).toHaveProperty("refresh_token");
    const silent = await visitor.get(authorizeAddress(contoso.tenantId, web, { prompt: "none" }));
    expect(hasCode(silent)).toBe(true);

    const elsewhere = house.visitor();
    expect(textOf(await signInAt(elsewhere, start, address, first))).toContain("not right");
    const home = await signInAt(house.visitor(), "/myapps", address, chosen);
    expect(textOf(home)).toContain("My Apps");
  });

  it("gets nothing by a deep link, in a second tab, for another application or in silence", async () => {
    const { address } = await newcomer("boris");
    const visitor = house.visitor();
    const start = authorizeAddress(contoso.tenantId, web, { login_hint: address });
    const asked = await visitor.submit(await visitor.get(start), { password: first });
    const transaction = asked.url.pathname.split("/").at(-1) ?? "";
    house.moveClock(1);
    const answer = `/${contoso.tenantId}/oauth2/v2.0/authorize/complete?transaction=${transaction}`;
    expect(hasCode(await visitor.get(answer))).toBe(false);
    for (const client of [web, native]) {
      const tab = await visitor.get(authorizeAddress(contoso.tenantId, client));
      expect(tab.html).toContain('name="password"');
      const silent = await visitor.get(authorizeAddress(contoso.tenantId, client, { prompt: "none" }));
      expect(silent.url.searchParams.get("error")).toBe("interaction_required");
      expect(silent.url.searchParams.get("error_description")).toContain("AADSTS50055");
    }
    for (const place of ["/myapps", `/myapps?tenant=${contoso.tenantId}`, "/invite"])
      expect((await visitor.get(place)).url.pathname).toMatch(/^\/signin\//);
    for (const step of ["redemption", "consent", "device", "admin-consent", "account"]) {
      const { csrf = "" } = Object.fromEntries(
        [...asked.html.matchAll(/name="(csrf)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      );
      const seen = await visitor.post(`/signin/${transaction}/${step}`, { csrf, decision: "accept" });
      expect([step, hasCode(seen)]).toEqual([step, false]);
    }
  });

  it("does not vouch for themselves as a guest elsewhere before", async () => {
    const { address, userId } = await newcomer("cleo", fabrikam);
    const { link } = await house.invite(address);
    const visitor = house.visitor();
    const password = await visitor.submit(await visitor.get(link), { decision: "accept" });
    const asked = await visitor.submit(password, { password: first });
    expect(textOf(asked)).toContain(title);
    const stuck = await visitor.get(link);
    expect(textOf(stuck)).not.toContain("Review");
    const review = await visitor.submit(asked, { newPassword: chosen, repeatedPassword: chosen });
    await visitor.submit(review, { decision: "accept" });
    const signedIn = await visitor.get(authorizeAddress(contoso.tenantId, web));
    expect(hasCode(signedIn), textOf(signedIn)).toBe(true);
    const request = codeGrant(web, signedIn);
    const tokens = await askForTokens(house, contoso.tenantId, request);
    const late = await visitor.get(authorizeAddress(contoso.tenantId, web));

    house.moveClock(60);
    accepted(await mark(fabrikam.tenantId, userId));
    const refresh = { grant_type: "refresh_token", client_id: web.clientId, client_secret: web.clientSecret };
    for (const grant of [
      { ...refresh, refresh_token: String(tokens.body["refresh_token"]) },
      codeGrant(web, late),
    ]) {
      const { status, body } = await askForTokens(house, contoso.tenantId, grant);
      expect([status, body["error"], body["suberror"]]).toEqual([
        400,
        "invalid_grant",
        "user_password_expired",
      ]);
    }
    const silent = await visitor.get(authorizeAddress(contoso.tenantId, web, { prompt: "none" }));
    expect(silent.url.searchParams.get("error")).toBe("login_required");
    expect(hasCode(await visitor.get(authorizeAddress(contoso.tenantId, web)))).toBe(false);
  });

  it("ends what other browsers have of them, and leaves alone what an administrator did meanwhile", async () => {
    const { address, userId } = await newcomer("dora");
    const asked = async () => {
      const visitor = house.visitor();
      const start = authorizeAddress(contoso.tenantId, web, { login_hint: address });
      return { visitor, page: await visitor.submit(await visitor.get(start), { password: first }) };
    };
    const here = await asked();
    const there = await asked();
    house.moveClock(60);
    const done = await here.visitor.submit(here.page, { newPassword: chosen, repeatedPassword: chosen });
    expect(hasCode(done)).toBe(true);
    const mine = { newPassword: "what a thief would like", repeatedPassword: "what a thief would like" };
    const late = await there.visitor.submit(there.page, mine);
    expect(hasCode(late)).toBe(false);
    expect(late.html).toContain('name="password"');
    const home = await signInAt(house.visitor(), "/myapps", address, chosen);
    expect(textOf(home)).toContain("My Apps");
    expect(await mark(contoso.tenantId, userId)).toMatchObject({ ok: true });
  });
});

it("somebody at a browser that was left open does not choose a password for its owner", async () => {
  const { address } = await newcomer("emil");
  const visitor = house.visitor();
  const start = authorizeAddress(contoso.tenantId, web, { login_hint: address });
  await visitor.submit(await visitor.get(start), { password: first });
  house.moveClock(3600);
  const later = await visitor.get(start);
  expect(later.html).toContain('name="password"');
  expect(textOf(later)).not.toContain(title);
});

it("what was given before the mark is worth nothing after it", async () => {
  const { address, userId } = await newcomer("frida");
  const changes = { mustChangePassword: false };
  accepted(await updateUser(machine, byOperator, { tenantId: contoso.tenantId, userId, changes }));
  const visitor = house.visitor();
  const asked = authorizeAddress(contoso.tenantId, web, { scope: "openid profile" });
  const { body } = await askForTokens(
    house,
    contoso.tenantId,
    codeGrant(web, await signInAt(visitor, asked, address, first)),
  );
  const device = await devicecode();
  const confirm = await visitor.submit(await visitor.get("/devicelogin"), { code: device.userCode });
  await visitor.submit(confirm, { decision: "continue" });
  const use = () =>
    house.fetch(
      new Request(`${machine.configuration.publicUrl}/oidc/userinfo`, {
        headers: { authorization: `Bearer ${body["access_token"]}` },
      }),
    );
  expect((await use()).status).toBe(200);

  house.moveClock(60);
  accepted(await mark(contoso.tenantId, userId));
  expect((await use()).status).toBe(401);
  const polled = await askForTokens(house, contoso.tenantId, device.grant);
  expect(polled.body).toMatchObject({ error: "invalid_grant", suberror: "user_password_expired" });
});

/** A device of an application that has no secret, and asks for somebody to sign in. */
async function devicecode() {
  const { application } = accepted(
    await registerApplication(machine, byOperator, {
      tenantId: contoso.tenantId,
      displayName: "Television",
      redirectUris: [],
      allowsPublicClient: true,
    }),
  );
  const client = { client_id: application.applicationId };
  const address = `${machine.configuration.publicUrl}/${contoso.tenantId}/oauth2/v2.0/devicecode`;
  const body = new URLSearchParams({ ...client, scope: "openid" });
  const answer = await house.fetch(new Request(address, { method: "POST", body }));
  const codes = (await answer.json()) as { device_code: string; user_code: string };
  const grant = { ...client, grant_type: "device_code", device_code: codes.device_code };
  return { userCode: codes.user_code, grant };
}
