import { decodeJwt } from "jose";
import { describe, expect, it } from "vitest";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { findUser } from "../../src/domain/directory/find-user.ts";
import { revokeSessions } from "../../src/domain/directory/revoke-sessions.ts";
import type { User } from "../../src/domain/directory/rules/user.ts";
import { resetSecondFactor } from "../../src/domain/second-factor/remove-second-factor.ts";
import type { UserId } from "../../src/foundation/identifiers.ts";
import { registerClient } from "../journeys/consent/consent-stage.ts";
import { codeFromApp, scannedSecret, wrongCode } from "../support/authenticator.ts";
import { conditionsFor, demandSecondFactor } from "../support/conditional-access-policies.ts";
import {
  acceptAtHome,
  askForTokens,
  authorizeAddress,
  clientsOf,
  codeGrant,
  signInAt,
} from "../support/house-applications.ts";
import { openSignUp } from "../support/open-sign-up.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { formOf, type Seen, textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const { tenantId } = contoso;
const { web, spa } = clientsOf(house);
const [anna] = contoso.users;
const [bert, carl] = fabrikam.users;
if (!anna || !bert || !carl) throw new Error("the demo has people");
await demandSecondFactor(machine, tenantId, conditionsFor({ isEveryOutsider: true, userIds: [anna.userId] }));

const start = authorizeAddress(tenantId, web);
const silent = authorizeAddress(tenantId, web, { prompt: "none" });
const hasCode = (seen: Seen) => /[?#&](code|id_token|access_token)=/.test(seen.url.href);
const code = (secret: string) => codeFromApp(secret, machine.clock());
const errorOf = (seen: Seen) => seen.url.searchParams.get("error_description")?.slice(0, 11);

/** Begins, scans and enters a first code where the step is asked. */
async function setUpOn(visitor: Visitor, begin: Seen): Promise<{ seen: Seen; secret: string }> {
  const shown = await visitor.submit(begin, {}, "/signin/");
  const secret = scannedSecret(shown.html);
  const seen = await visitor.submit(shown, { code: code(secret) }, "/signin/");
  house.moveClock(60);
  return { seen, secret };
}

async function userOf(userId: string): Promise<User> {
  const user = await findUser(machine.database, tenantId, userId as UserId);
  if (!user) throw new Error("nobody");
  return user;
}

/** Somebody new at Fabrikam, with the password of everybody there. */
async function memberOfFabrikam(name: string): Promise<string> {
  const userPrincipalName = `${name}@fabrikam.example`;
  const password = bert?.password ?? "";
  const who = { tenantId: fabrikam.tenantId, userPrincipalName, displayName: name, password };
  accepted(await createMember(machine, byOperator, who));
  return userPrincipalName;
}

let guests = 0;
/** A guest who has accepted and set an app up, in the browser where they did. */
async function guest(): Promise<{ visitor: Visitor; address: string; user: User; secret: string }> {
  const address = await memberOfFabrikam(`guest${++guests}`);
  const { link, userId } = await house.invite(address);
  const visitor = house.visitor();
  const begin = await acceptAtHome(visitor, link, bert?.password ?? "");
  const { secret } = await setUpOn(visitor, begin);
  return { visitor, address, user: await userOf(userId), secret };
}

/** A new browser in which a guest has given the first proof. */
async function firstProof(address: string, place = start): Promise<{ visitor: Visitor; seen: Seen }> {
  const visitor = house.visitor();
  return { visitor, seen: await signInAt(visitor, place, address, bert?.password ?? "") };
}

describe("a guest of whom a second factor is demanded", () => {
  it("sets it up right after accepting, and is asked in a new session only", async () => {
    const { link } = await house.invite(bert.userName);
    const visitor = house.visitor();
    const begin = await acceptAtHome(visitor, link, bert.password);
    expect(textOf(begin)).toContain("Set up an authenticator app");
    expect(textOf(begin)).toContain("a code from an app on your phone");
    expect(begin.html).not.toContain("qr-code");
    // Looking changes nothing.
    await visitor.get(begin.url.pathname);
    expect(await machine.database.selectFrom("secondFactorEnrolment").selectAll().execute()).toEqual([]);
    const shown = await visitor.submit(begin, {}, "/signin/");
    const secret = scannedSecret(shown.html);
    expect(shown.headers.get("cache-control")).toBe("no-store");
    expect(scannedSecret((await visitor.get(shown.url.pathname)).html)).toBe(secret);
    const wrong = await visitor.submit(shown, { code: wrongCode(code(secret)) }, "/signin/");
    expect([wrong.status, scannedSecret(wrong.html)]).toEqual([400, secret]);
    const cookie = visitor.cookies.get("guesthouse");
    const done = await visitor.submit(wrong, { code: code(secret) }, "/signin/");
    expect(done.url.href).toBe("https://app.contoso.example/landing");
    expect(visitor.cookies.get("guesthouse")).not.toBe(cookie);
    expect(hasCode(await visitor.get(start))).toBe(true);
    expect(hasCode(await visitor.get(silent))).toBe(true);

    house.moveClock(60);
    const again = await firstProof(bert.userName);
    expect(textOf(again.seen)).toContain("Enter the code from your app");
    expect(textOf(again.seen)).toContain("I have lost my app");
    expect(hasCode(await again.visitor.submit(again.seen, { code: code(secret) }, "/signin/"))).toBe(true);
    expect(hasCode(await again.visitor.get(silent))).toBe(true);
    expect(textOf(await again.visitor.get(`/myapps?tenant=${tenantId}`))).toContain("My Apps");
  });

  it("gets nothing around it: no silent answer, deep link, other application, other place, other step", async () => {
    const { address } = await guest();
    const { visitor, seen } = await firstProof(address);
    const transaction = seen.url.pathname.split("/").at(-1) ?? "";
    for (const client of [web, spa]) {
      const quiet = await visitor.get(authorizeAddress(tenantId, client, { prompt: "none" }));
      expect([quiet.url.searchParams.get("error"), errorOf(quiet)]).toEqual([
        "interaction_required",
        "AADSTS50076",
      ]);
      expect(textOf(await visitor.get(authorizeAddress(tenantId, client)))).toContain(
        "Enter the code from your app",
      );
    }
    const answer = `/${tenantId}/oauth2/v2.0/authorize/complete?transaction=${transaction}`;
    expect(hasCode(await visitor.get(answer))).toBe(false);
    for (const place of [
      `/myapps?tenant=${tenantId}`,
      `/myapps/sign-in-ways?tenant=${tenantId}`,
      `/invite?tenant=${tenantId}`,
    ])
      expect(textOf(await visitor.get(place))).toContain("Enter the code from your app");
    const { fields } = formOf(seen, "/signin/");
    for (const step of ["app/begin", "app/first-code", "consent", "account", "redemption", "device", "app"]) {
      const tried = await visitor.post(`/signin/${transaction}/${step}`, {
        ...fields,
        decision: "accept",
        code: "000000",
      });
      expect([step, hasCode(tried), tried.html.includes("qr-code")]).toEqual([step, false, false]);
    }
  });

  it("hears in silence that it has to be set up, where it is not", async () => {
    const { address, user } = await guest();
    accepted(await resetSecondFactor(machine, byOperator, { user }));
    const { visitor, seen } = await firstProof(address);
    expect(textOf(seen)).toContain("Set up an authenticator app");
    expect(errorOf(await visitor.get(silent))).toBe("AADSTS50079");
  });

  it("is asked again after a reset, sets another up, and the old codes are worth nothing", async () => {
    const { visitor, address, user, secret } = await guest();
    expect(hasCode(await visitor.get(silent))).toBe(true);
    accepted(await resetSecondFactor(machine, byOperator, { user }));
    expect(errorOf(await visitor.get(silent))).toBe("AADSTS50079");
    const begin = await visitor.get(start);
    const next = await setUpOn(visitor, begin);
    expect(hasCode(next.seen)).toBe(true);
    expect(next.secret).not.toBe(secret);
    const elsewhere = await firstProof(address);
    const old = await elsewhere.visitor.submit(elsewhere.seen, { code: code(secret) }, "/signin/");
    expect(hasCode(old)).toBe(false);
  });

  it("proves it again after sessions were revoked", async () => {
    const { visitor, user } = await guest();
    accepted(await revokeSessions(machine, byOperator, user));
    house.moveClock(1);
    const again = await visitor.submit(await visitor.get(start), { password: bert.password });
    expect(textOf(again)).toContain("Enter the code from your app");
  });

  it("cannot be hijacked by whoever knows the first proof: an app that is there is not set up again", async () => {
    const { address, user, secret } = await guest();
    const thief = await firstProof(address);
    const { fields } = formOf(thief.seen, "/signin/");
    const journey = thief.seen.url.pathname;
    await thief.visitor.post(`${journey}/app/begin`, fields);
    const rows = await machine.database
      .selectFrom("secondFactorEnrolment")
      .selectAll()
      .where("userId", "=", user.userId)
      .execute();
    expect(rows).toEqual([]);
    expect(
      hasCode(await thief.visitor.post(`${journey}/app/first-code`, { ...fields, code: code(secret) })),
    ).toBe(false);
  });

  it("is not waved through by a code used before, five guesses, or another person's journey", async () => {
    const { address, secret } = await guest();
    const first = await firstProof(address);
    const second = await firstProof(address);
    const typed = code(secret);
    expect(hasCode(await first.visitor.submit(first.seen, { code: typed }, "/signin/"))).toBe(true);
    const replayed = await second.visitor.submit(second.seen, { code: typed }, "/signin/");
    expect([replayed.status, textOf(replayed)]).toEqual([400, expect.stringContaining("was used before")]);

    const other = await guest();
    const theirs = await firstProof(other.address);
    const { fields } = formOf(theirs.seen, "/signin/");
    house.moveClock(60);
    const taken = await second.visitor.post(`${theirs.seen.url.pathname}/app`, {
      ...fields,
      code: code(other.secret),
    });
    expect(hasCode(taken)).toBe(false);
    const crossed = await second.visitor.submit(second.seen, { code: code(other.secret) }, "/signin/");
    expect(hasCode(crossed)).toBe(false);
    for (const csrf of ["", "x", fields["csrf"] ?? ""])
      expect(
        hasCode(await second.visitor.post(`${second.seen.url.pathname}/app`, { csrf, code: code(secret) })),
      ).toBe(false);

    for (let guess = 0; guess < 3; guess++)
      await second.visitor.submit(second.seen, { code: wrongCode(code(secret)) }, "/signin/");
    const late = await second.visitor.submit(second.seen, { code: code(secret) }, "/signin/");
    expect([hasCode(late), textOf(late)]).toEqual([false, expect.stringContaining("Too many tries")]);
  });

  it("answers two tabs by one code", async () => {
    const { address, secret } = await guest();
    const { visitor, seen } = await firstProof(address);
    const tab = await visitor.get(authorizeAddress(tenantId, spa));
    expect(textOf(tab)).toContain("Enter the code");
    expect(hasCode(await visitor.submit(seen, { code: code(secret) }, "/signin/"))).toBe(true);
    expect(hasCode(await visitor.get(tab.url.pathname))).toBe(true);
  });
});

describe("somebody who signs up where a second factor is demanded", () => {
  it("sets it up right after the account is made, before the application hears of them", async () => {
    await openSignUp(machine, { tenantId, applicationId: spa.clientId, name: "Partners" });
    const visitor = house.visitor();
    const place = authorizeAddress(tenantId, spa);
    const agree = await signInAt(visitor, place, await memberOfFabrikam("newcomer"), bert.password);
    const begin = await visitor.submit(agree, { decision: "accept" });
    expect(textOf(begin)).toContain("Set up an authenticator app");
    const { seen } = await setUpOn(visitor, begin);
    expect(hasCode(seen)).toBe(true);
  });
});

describe("the sign-in log", () => {
  it("tells whether one factor was enough, and every wrong code", async () => {
    const { address, user, secret } = await guest();
    const { visitor, seen } = await firstProof(address);
    await visitor.submit(seen, { code: wrongCode(code(secret)) }, "/signin/");
    house.moveClock(1);
    await visitor.submit(seen, { code: code(secret) }, "/signin/");
    const rows = await machine.database
      .selectFrom("signInEvent")
      .select(["errorCode", "details"])
      .where("userId", "=", user.userId)
      .orderBy("eventId")
      .execute();
    expect(rows.map(({ errorCode }) => errorCode)).toEqual([500121, 0]);
    expect(rows.at(-1)?.details).toMatchObject({ amr: ["pwd", "otp", "mfa"] });
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

describe("a member of whom a second factor is demanded", () => {
  it("sets it up after the password, and goes on", async () => {
    const visitor = house.visitor();
    const begin = await signInAt(visitor, start, anna.userName, anna.password);
    const { seen } = await setUpOn(visitor, begin);
    expect(hasCode(seen)).toBe(true);
  });

  it("of another organisation proves it here although they proved it at home", async () => {
    const { address } = await guest();
    const home = await machine.database
      .selectFrom("user")
      .select("userId")
      .where("tenantId", "=", fabrikam.tenantId)
      .where("userPrincipalName", "=", address)
      .executeTakeFirstOrThrow();
    await demandSecondFactor(machine, fabrikam.tenantId, conditionsFor({ userIds: [home.userId] }));
    const visitor = house.visitor();
    const begin = await signInAt(visitor, `/myapps?tenant=${fabrikam.tenantId}`, address, bert.password);
    const atHome = await setUpOn(visitor, begin);
    expect(textOf(atHome.seen)).toContain("My Apps");
    expect(errorOf(await visitor.get(silent))).toBe("AADSTS50076");
    const asked = await visitor.get(start);
    expect(textOf(asked)).toContain("Enter the code from your app");
    const wrong = await visitor.submit(asked, { code: code(atHome.secret) }, "/signin/");
    expect(hasCode(wrong)).toBe(false);
  });
});

describe("a device", () => {
  it("gets tokens only after a code of the person's app, and says so in them", async () => {
    const client = await registerClient(house, tenantId, "Television", { allowsPublicClient: true });
    const ask = async (place: string, fields: Record<string, string>) => {
      const address = `${machine.configuration.publicUrl}/${tenantId}/oauth2/v2.0/${place}`;
      const body = new URLSearchParams({ client_id: client.clientId, ...fields });
      const answer = await house.fetch(new Request(address, { method: "POST", body }));
      return (await answer.json()) as Record<string, string>;
    };
    const asked = await ask("devicecode", { scope: "openid profile" });
    const redeem = () =>
      ask("token", {
        grant_type: "urn:ietf:params:oauth:grant-type:device_code",
        device_code: asked["device_code"] ?? "",
      });
    const { address, secret } = await guest();
    const visitor = house.visitor();
    await signInAt(visitor, `/myapps?tenant=${tenantId}`, address, bert.password);
    const enter = await visitor.submit(await visitor.get("/devicelogin"), { code: asked["user_code"] ?? "" });
    expect(textOf(enter)).toContain("Enter the code from your app");
    expect((await redeem())["error"]).toBe("authorization_pending");
    const confirm = await visitor.submit(enter, { code: code(secret) }, "/signin/");
    const seen = await visitor.submit(confirm, { decision: "continue" }, "/signin/");
    house.moveClock(10);
    const tokens = await redeem();
    expect(tokens, textOf(seen)).toHaveProperty("access_token");
    expect(decodeJwt(tokens["access_token"] ?? "")["amr"]).toEqual(["pwd", "otp", "mfa"]);
  });
});

describe("tokens", () => {
  const amrOf = (token: unknown) => decodeJwt(String(token))["amr"];

  it("say so, refreshed ones too, and a refresh without it is refused", async () => {
    const { visitor } = await guest();
    const tokens = await askForTokens(house, tenantId, codeGrant(web, await visitor.get(start)));
    expect(amrOf(tokens.body["access_token"]) ?? amrOf(tokens.body["id_token"])).toEqual([
      "pwd",
      "otp",
      "mfa",
    ]);
    const refresh = (token: unknown) =>
      askForTokens(house, tenantId, {
        grant_type: "refresh_token",
        client_id: web.clientId,
        client_secret: web.clientSecret,
        refresh_token: String(token),
      });
    const refreshed = await refresh(tokens.body["refresh_token"]);
    expect(refreshed.status).toBe(200);
    expect(amrOf(refreshed.body["access_token"])).toEqual(amrOf(tokens.body["access_token"]));
  });

  it("of a sign-in from before the policy are not renewed without it", async () => {
    const [, dora] = contoso.users;
    if (!dora) throw new Error("the demo has people");
    const visitor = house.visitor();
    const signedIn = await signInAt(visitor, start, dora.userName, dora.password);
    const tokens = await askForTokens(house, tenantId, codeGrant(web, signedIn));
    expect(tokens.status).toBe(200);
    await demandSecondFactor(machine, tenantId, conditionsFor({ userIds: [dora.userId] }));
    const refused = await askForTokens(house, tenantId, {
      grant_type: "refresh_token",
      client_id: web.clientId,
      client_secret: web.clientSecret,
      refresh_token: String(tokens.body["refresh_token"]),
    });
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { error: "interaction_required", suberror: "basic_action", error_codes: [50076] },
    ]);
  });
});
