import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { updateUser } from "../../src/domain/directory/update-user.ts";
import { changeCollaborationSettings } from "../../src/domain/policies/change-collaboration-settings.ts";
import type { CollaborationSettings } from "../../src/domain/policies/rules/collaboration-settings.ts";
import type { UserId } from "../../src/foundation/identifiers.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { type ForgingHouse, startForgingHouse } from "../support/forging-house.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { type Seen, textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
});
const { fabrikam, machine } = house;
machine.setClock(new Date());
const { tenantId } = fabrikam;
const issuer = `${machine.configuration.publicUrl}/${tenantId}/partner`;
const password = "a password for everybody here";
const verifier = "v".repeat(43);
const challenge = createHash("sha256").update(verifier).digest("base64url");

let asking: ForgingHouse;
beforeAll(async () => {
  asking = await startForgingHouse();
});
afterAll(() => asking?.close());

/** How an organisation elsewhere sends its guest. */
function asks(from: ForgingHouse = asking, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    client_id: from.clientId,
    redirect_uri: from.redirectUri,
    response_type: "code",
    scope: "openid profile email",
    state: "the state",
    nonce: "the nonce",
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...more,
  });
  return `/${tenantId}/partner/authorize?${query}`;
}

async function newPerson(name: string, kind: "member" | "guest" = "member") {
  const userPrincipalName = `${name}@fabrikam.example`;
  return accepted(
    await createMember(machine, byOperator, {
      ...{ tenantId, userPrincipalName, displayName: name, password, kind },
    }),
  );
}

/** A member at home up to the question whether the organisation may know who they are. */
async function toQuestion(name: string, more: Readonly<Record<string, string>> = {}) {
  const user = await newPerson(name);
  const visitor = house.visitor();
  const page = await visitor.get(asks(asking, { login_hint: user.userPrincipalName, ...more }));
  return { user, visitor, question: await visitor.submit(page, { password }) };
}

/** Where the page that leads on leads. */
function ledTo(seen: Seen): URL {
  const href = /<a [^>]*href="([^"]*)"[^>]*data-go-at-once/.exec(seen.html)?.[1];
  if (!href) throw new Error(`nothing leads on from ${seen.url}: ${textOf(seen)}`);
  return new URL(href.replaceAll("&amp;", "&"));
}

async function codeFor(name: string): Promise<{ code: string; userId: UserId }> {
  const { user, visitor, question } = await toQuestion(name);
  const answer = ledTo(await visitor.submit(question, { decision: "accept" }));
  return { code: answer.searchParams.get("code") ?? "", userId: user.userId };
}

const seconds = () => Math.floor(machine.clock().getTime() / 1000);

function assertion(changes: object = {}, from = asking, options = {}): Promise<string> {
  const now = seconds();
  const { clientId } = from;
  const honest = { iss: clientId, sub: clientId, aud: issuer, jti: randomUUID(), iat: now, exp: now + 60 };
  return from.sign({ ...honest, ...changes }, options);
}

async function redeem(fields: Readonly<Record<string, string | undefined>>, from = asking) {
  const all = {
    grant_type: "authorization_code",
    redirect_uri: from.redirectUri,
    code_verifier: verifier,
    client_id: from.clientId,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: await assertion({}, from),
    ...fields,
  };
  const sent = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const answer = await house.fetch(
    new Request(`${issuer}/token`, { method: "POST", body: new URLSearchParams(sent) }),
  );
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** Nothing leads to the organisation: the error stays on a page here. */
function expectShown(seen: Seen): void {
  expect(seen.status).toBe(400);
  expect(seen.url.origin).toBe(machine.configuration.publicUrl);
  expect(seen.html).not.toContain("data-go-at-once");
}

describe("an organisation elsewhere that has a member as its guest", () => {
  it("learns who came once the member agrees, and the member is not asked twice", async () => {
    const { user, visitor, question } = await toQuestion("flora");
    expect(textOf(question)).toContain(new URL(asking.origin).host);
    const going = await visitor.submit(question, { decision: "accept" });
    const answer = ledTo(going);
    expect(answer.href.startsWith(`${asking.redirectUri}?`)).toBe(true);
    expect(answer.searchParams.get("state")).toBe("the state");
    expect(answer.searchParams.get("iss")).toBe(issuer);
    const code = answer.searchParams.get("code") ?? "";
    const { status, body } = await redeem({ code });
    expect(status).toBe(200);
    const [, payload = ""] = String(body["id_token"]).split(".");
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({
      iss: issuer,
      aud: asking.clientId,
      sub: user.userId,
      oid: user.userId,
      tid: tenantId,
      nonce: "the nonce",
      acct: 0,
      amr: ["pwd"],
      email: "flora@fabrikam.example",
      verified_addresses: ["flora@fabrikam.example"],
    });
    const again = await visitor.get(asks());
    expect(ledTo(again).searchParams.get("code")).toBeTruthy();
    const logged = await machine.database
      .selectFrom("signInEvent")
      .select(["errorCode", "details"])
      .where("tenantId", "=", tenantId)
      .where("userId", "=", user.userId)
      .execute();
    const details = { askedBy: `Forged (${new URL(asking.origin).host})` };
    expect(logged).toEqual([
      { errorCode: 0, details },
      { errorCode: 0, details },
    ]);
  });

  it("hears it when the member says no", async () => {
    const { visitor, question } = await toQuestion("unwilling");
    const answer = ledTo(await visitor.submit(question, { decision: "cancel" })).searchParams;
    expect(answer.get("error")).toBe("access_denied");
    expect(answer.get("error_description")).toMatch(/^AADSTS65004:/);
    expect(answer.get("code")).toBeNull();
  });

  it("hears it when the account is disabled", async () => {
    const { userId, userPrincipalName } = await newPerson("left");
    const changes = { accountEnabled: false };
    accepted(await updateUser(machine, byOperator, { tenantId, userId, changes }));
    const visitor = house.visitor();
    const page = await visitor.get(asks(asking, { login_hint: userPrincipalName }));
    const wrong = await visitor.submit(page, { password: "a wrong one" });
    expect(wrong.html).not.toContain("data-go-at-once");
    const answer = ledTo(await visitor.submit(page, { password })).searchParams;
    expect(answer.get("error_description")).toMatch(/^AADSTS50057:/);
  });

  it("hears what is wrong with its request, without anybody being asked", async () => {
    const told = async (more: Record<string, string>) =>
      (await house.visitor().get(asks(asking, more))).url.searchParams.get("error_description") ?? "";
    expect(await told({ response_type: "id_token" })).toMatch(/^AADSTS/);
    expect(await told({ scope: "profile" })).toMatch(/^AADSTS900144:/);
    expect(await told({ code_challenge: "" })).toMatch(/^AADSTS501491:/);
    expect(await told({ code_challenge_method: "plain" })).toMatch(/^AADSTS501491:/);
    expect(await told({ nonce: "" })).toMatch(/^AADSTS/);
  });
});

describe("3: a tenant vouches for its own members alone", () => {
  it("not for somebody who is there with a password, but as a guest", async () => {
    const { userPrincipalName } = await newPerson("inner-guest", "guest");
    const visitor = house.visitor();
    const page = await visitor.get(asks(asking, { login_hint: userPrincipalName }));
    const answer = ledTo(await visitor.submit(page, { password })).searchParams;
    expect(answer.get("error_description")).toMatch(/^AADSTS500212:/);
  });

  it("not for a guest whose home is elsewhere, signed in or typed", async () => {
    const visitor = house.visitor();
    const home = await visitor.get(`/myapps?tenant=${house.contoso.tenantId}`);
    const anna = house.contoso.users[0];
    const typed = await visitor.submit(home, { email: anna?.userName ?? "" });
    await visitor.submit(typed, { password: anna?.password ?? "" });
    const page = await visitor.get(asks());
    expect(textOf(page)).toContain("Sign in");
    const refused = await visitor.submit(page, { email: anna?.userName ?? "" });
    expect(refused.status).toBe(400);
    expect(refused.html).not.toContain("data-go-at-once");
  });
});

describe("the home's own switch", () => {
  async function settle(changes: Partial<CollaborationSettings>): Promise<void> {
    accepted(await changeCollaborationSettings(machine, byOperator, { tenantId, changes }));
  }
  const told = async (visitor: Visitor) =>
    ledTo(await visitor.get(asks())).searchParams.get("error_description");

  it("keeps members from everywhere, or from all but the hosts that are listed", async () => {
    const { visitor, question } = await toQuestion("stays");
    await settle({ memberVisits: "nowhere" });
    // Also where the question had been shown already.
    const answer = ledTo(await visitor.submit(question, { decision: "accept" })).searchParams;
    expect(answer.get("error_description")).toMatch(/^AADSTS500212:/);
    await settle({ memberVisits: "listed", visitableHosts: ["guests.contoso.example"] });
    expect(await told(house.visitor())).toMatch(/^AADSTS500212:/);
    await settle({ memberVisits: "listed", visitableHosts: [new URL(asking.origin).host] });
    expect(textOf(await visitor.get(asks()))).toContain("Sign in to Forged?");
    await settle({ memberVisits: "anywhere", visitableHosts: [] });
  });
});

describe("8: people are led to the organisation and nowhere else", () => {
  it.each(["https://evil.example/callback", "//evil.example", "javascript:alert(1)"])(
    "not to %s",
    async (redirectUri) => {
      expectShown(await house.visitor().get(asks(asking, { redirect_uri: redirectUri })));
    },
  );

  it("not to another path of it, and not without an address", async () => {
    for (const redirectUri of [`${asking.redirectUri}/`, `${asking.redirectUri}?a=b`, asking.origin, ""])
      expectShown(await house.visitor().get(asks(asking, { redirect_uri: redirectUri })));
  });

  it.each<[string, (forged: ForgingHouse) => object]>([
    ["that takes people elsewhere", () => ({ redirect_uris: ["https://evil.example/callback"] })],
    [
      "that takes people elsewhere, too",
      ({ redirectUri }) => ({ redirect_uris: [redirectUri, "https://evil.example/callback"] }),
    ],
    ["of another client", () => ({ client_id: "https://guests.contoso.example/1/partner/client" })],
    ["with keys elsewhere", () => ({ jwks_uri: "https://evil.example/keys" })],
    ["with a secret", () => ({ token_endpoint_auth_method: "client_secret_post" })],
    ["without a name", () => ({ client_name: " " })],
    ["with a name of several lines", () => ({ client_name: "Con\ntoso" })],
  ])("a document %s is refused", async (_what, change) => {
    const forged = await startForgingHouse();
    forged.changes.client = change(forged);
    const more = { redirect_uri: "https://evil.example/callback" };
    expectShown(await house.visitor().get(asks(forged)));
    expectShown(await house.visitor().get(asks(forged, more)));
    await forged.close();
  });

  it("a name is text on the page, and stands beside the host", async () => {
    const forged = await startForgingHouse();
    forged.changes.client = { client_name: "<b>Contoso</b>" };
    const { userPrincipalName } = await newPerson("reader");
    const visitor = house.visitor();
    const page = await visitor.get(asks(forged, { login_hint: userPrincipalName }));
    const question = await visitor.submit(page, { password });
    expect(question.html).not.toContain("<b>Contoso</b>");
    expect(textOf(question)).toContain(new URL(forged.origin).host);
    await forged.close();
  });
});

describe("17: a client id makes us call nobody but an organisation", () => {
  const path = `/${randomUUID()}/partner/client`;

  it.each([
    ["of another scheme", `http://guests.contoso.example${path}`],
    ["of a file", `file://${path}`],
    ["with a user name", `https://a@guests.contoso.example${path}`],
    ["with a query", `https://guests.contoso.example${path}?a`],
    ["with a fragment", `https://guests.contoso.example${path}#a`],
    ["in another spelling", `https://GUESTS.contoso.example${path}`],
    ["with a path around", `https://guests.contoso.example/x/..${path}`],
    ["of another path", "https://guests.contoso.example/metadata"],
    ["that is none", "00000000-0000-4000-8000-000000000001"],
  ])("an address %s is not read", async (_what, clientId) => {
    expectShown(await house.visitor().get(asks(asking, { client_id: clientId })));
  });

  it("an address inside is not reached, by number or by name", async () => {
    const strict = await testHouse({ configuration: readConfiguration({}, { mode: "demo" }) });
    const before = asking.asked.length;
    const port = new URL(asking.origin).port;
    const inside = [
      asking.clientId,
      asking.clientId.replace("127.0.0.1", "localhost"),
      `https://127.0.0.1:${port}${path}`,
      `https://[::ffff:127.0.0.1]:${port}${path}`,
      `https://169.254.169.254${path}`,
      `https://10.0.0.1${path}`,
    ];
    for (const clientId of inside) {
      const address = asks(asking, { client_id: clientId }).replace(tenantId, strict.fabrikam.tenantId);
      const seen = await strict.visitor().get(address);
      expect([clientId, seen.status]).toEqual([clientId, 400]);
    }
    expect(asking.asked.length).toBe(before);
  });

  it("a redirect is not followed, for the document or for the keys", async () => {
    const forged = await startForgingHouse();
    const clientPath = `/${forged.tenantId}/partner/client`;
    const location = `${forged.origin}/elsewhere`;
    forged.answerWith(clientPath, { status: 302, headers: { location } });
    expectShown(await house.visitor().get(asks(forged)));
    forged.answerWith(clientPath, undefined);
    forged.answerWith(`/${forged.tenantId}/discovery/v2.0/keys`, { status: 302, headers: { location } });
    const refused = await redeem({ code: "any" }, forged);
    expect(refused.body["error"]).toBe("invalid_client");
    expect(forged.asked).not.toContain("/elsewhere");
    await forged.close();
  });

  it("too much of a document is not read, and what is none is refused", async () => {
    const forged = await startForgingHouse();
    const clientPath = `/${forged.tenantId}/partner/client`;
    for (const body of [JSON.stringify({ filler: "x".repeat(20_000) }), "<html>", "[]", "null", ""]) {
      forged.answerWith(clientPath, { status: 200, body });
      expectShown(await house.visitor().get(asks(forged)));
    }
    await forged.close();
  });

  it("a network that makes up one organisation after another has to wait", async () => {
    const eager = await testHouse({
      configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
    });
    const clientId = () => `${asking.origin}/${randomUUID()}/partner/client`;
    const ask = () =>
      eager.visitor().get(asks(asking, { client_id: clientId() }).replace(tenantId, eager.fabrikam.tenantId));
    for (let turn = 0; turn < 60; turn++) await ask();
    const before = asking.asked.length;
    expect((await ask()).status).toBe(400);
    expect(asking.asked.length).toBe(before);
  });
});

describe("9: a code is good once, for the organisation that asked, with its key", () => {
  it("not twice, and of many at once for one", async () => {
    const { code } = await codeFor("once");
    const answers = await Promise.all(Array.from({ length: 6 }, () => redeem({ code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await redeem({ code })).body["error_codes"]).toEqual([54005]);
  });

  it("not with another verifier, address or organisation, and not later", async () => {
    const other = await startForgingHouse();
    const { code } = await codeFor("bound");
    expect((await redeem({ code, code_verifier: "w".repeat(43) })).body["error_codes"]).toEqual([501481]);
    expect((await redeem({ code, code_verifier: undefined })).body["error_codes"]).toEqual([900144]);
    expect((await redeem({ code, redirect_uri: other.redirectUri })).body["error_codes"]).toEqual([500112]);
    expect((await redeem({ code }, other)).body["error_codes"]).toEqual([70000]);
    expect((await redeem({ code: "made-up" })).body["error_codes"]).toEqual([70000]);
    expect((await redeem({ code: undefined })).body["error_codes"]).toEqual([900144]);
    expect((await redeem({ code, grant_type: "refresh_token" })).body["error_codes"]).toEqual([70003]);
    house.moveClock(121);
    expect((await redeem({ code })).body["error_codes"]).toEqual([70008]);
    await other.close();
  });

  it("not for somebody who was disabled in the meantime", async () => {
    const { code, userId } = await codeFor("leaving");
    const changes = { accountEnabled: false };
    accepted(await updateUser(machine, byOperator, { tenantId, userId, changes }));
    expect((await redeem({ code })).body["error_codes"]).toEqual([50057]);
  });

  it("not at another tenant", async () => {
    const { code } = await codeFor("elsewhere");
    const elsewhere = issuer.replace(tenantId, house.contoso.tenantId);
    const answer = await house.fetch(
      new Request(`${elsewhere}/token`, {
        method: "POST",
        body: new URLSearchParams({
          grant_type: "authorization_code",
          code,
          redirect_uri: asking.redirectUri,
          code_verifier: verifier,
          client_id: asking.clientId,
          client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
          client_assertion: await assertion({ aud: elsewhere }),
        }),
      }),
    );
    expect(answer.status).toBe(400);
  });

  it.each<[string, () => Promise<string> | undefined]>([
    ["without an assertion", () => undefined],
    ["signed with another key", () => assertion({}, asking, { foreignKey: true })],
    ["of another client", () => assertion({ iss: "https://evil.example", sub: "https://evil.example" })],
    ["about another client", () => assertion({ sub: "https://evil.example" })],
    ["made for another partner", () => assertion({ aud: "https://guests.woodgrove.example/1/partner" })],
    [
      "made for several partners",
      () => assertion({ aud: [issuer, "https://guests.woodgrove.example/1/partner"] }),
    ],
    ["that has ended", () => assertion({ iat: seconds() - 200, exp: seconds() - 130 })],
    ["that is old", () => assertion({ iat: seconds() - 900, exp: seconds() + 900 })],
    ["that does not end", () => assertion({ exp: undefined })],
  ])("not by a request %s", async (_what, made) => {
    const { code } = await codeFor(`asked-${randomUUID()}`);
    const answer = await redeem({ code, client_assertion: await made() });
    expect(answer.status).toBe(401);
    expect(answer.body["error"]).toBe("invalid_client");
    expect((await redeem({ code })).status).toBe(200);
  });
});
