import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import { checkProvider } from "../../src/domain/federation/connection-tests/check-provider.ts";
import { removeOldConnectionTests } from "../../src/domain/federation/connection-tests/remove-old-connection-tests.ts";
import { allConnectors } from "../../src/domain/federation/connectors/all-connectors.ts";
import type { ConnectionFinding } from "../../src/domain/federation/rules/connection-check.ts";
import type { IdentityProvider } from "../../src/domain/federation/rules/identity-provider.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { type Forgery, type ForgingProvider, startForgingProvider } from "../support/forging-provider.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { type Seen, textOf, type Visitor } from "../support/visitor.ts";

const published = new Map<string, readonly string[]>();
const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
  names: { textRecords: async (domain) => ({ ok: true, value: published.get(domain) ?? [] }) },
});
const { contoso, fabrikam, machine } = house;
machine.setClock(new Date());
const administrator = contoso.users.find(({ roles }) => roles.includes("global-administrator"));

let partner: ForgingProvider;
let provider: IdentityProvider;

beforeAll(async () => {
  partner = await startForgingProvider();
  published.set("partner.example", [`DirectFedAuthUrl=${partner.issuer}/authorize`]);
  provider = accepted(
    await addIdentityProvider(machine, byOperator, {
      tenantId: contoso.tenantId,
      kind: "openid-connect",
      displayName: "Partner",
      settings: { discoveryUrl: partner.issuer, clientId: partner.clientId },
      secret: "the secret at the partner",
      domains: ["partner.example" as DomainName],
    }),
  );
});
afterAll(() => partner?.close());

const asAdministrator = {
  ...byOperator,
  actor: {
    kind: "user" as const,
    userId: administrator?.userId as never,
    displayName: "Anna",
    email: undefined,
  },
};

async function report(circumstances = byOperator as Parameters<typeof checkProvider>[1]) {
  const { tenantId, providerId } = provider;
  return accepted(await checkProvider(machine, circumstances, { tenantId, providerId }));
}

function outcomeOf(findings: readonly ConnectionFinding[], check: ConnectionFinding["check"]) {
  return findings.find((finding) => finding.check === check);
}

/** From the link to the provider: what the browser is sent there with. */
async function toProvider(visitor: Visitor, link: string): Promise<URL> {
  const begun = await visitor.submit(await visitor.get(link), {});
  return (await visitor.get(`${begun.url.pathname}/provider${begun.url.search}`)).url;
}

/** Back from the provider with a code. */
function back(visitor: Visitor, sentTo: URL, parameters: Readonly<Record<string, string>>): Promise<Seen> {
  const url = new URL(sentTo.searchParams.get("redirect_uri") ?? "");
  url.search = new URLSearchParams({
    state: sentTo.searchParams.get("state") ?? "",
    iss: partner.issuer,
    ...parameters,
  }).toString();
  return visitor.get(url.href);
}

async function tries(claims: Forgery["claims"], forgery: Omit<Forgery, "claims"> = {}) {
  const visitor = house.visitor();
  const sentTo = await toProvider(visitor, (await report()).roundTrip.url);
  const nonce = sentTo.searchParams.get("nonce") ?? "";
  const code = partner.codeFor({ ...forgery, claims: { nonce, sub: "tried", ...claims } });
  return { visitor, sentTo, code, seen: await back(visitor, sentTo, { code }) };
}

async function rowsOf(table: "user" | "externalIdentity" | "sessionAccount"): Promise<unknown[]> {
  return machine.database.selectFrom(table).selectAll().execute();
}

const good = { email: "vera@partner.example", email_verified: true, name: "Vera" };

describe("what is checked without a person", () => {
  it("passes with a provider that works, and names each check", async () => {
    partner.answerWith("/token", {
      status: 400,
      body: JSON.stringify({ error: "invalid_grant" }),
    });
    const { findings } = await report();
    partner.answerWith("/token", undefined);
    expect(findings.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
      "endpoint-reached passed",
      "tls-certificate not-run",
      "settings passed",
      "metadata-understood passed",
      "issuer passed",
      "keys-readable passed",
      "client-credentials passed",
      "domains-proven passed",
    ]);
  });

  it.each([
    [
      "a secret that is wrong",
      "/token",
      { status: 401, body: '{"error":"invalid_client"}' },
      "client-credentials",
    ],
    ["keys that are gone", "/keys", { status: 200, body: "{}" }, "keys-readable"],
    [
      "a document that is none",
      "/.well-known/openid-configuration",
      { status: 200, body: "<html>" },
      "endpoint-reached",
    ],
  ] as const)("finds %s", async (_name, path, answer, check) => {
    partner.answerWith(path, answer);
    const { findings } = await report();
    partner.answerWith(path, undefined);
    expect(outcomeOf(findings, check)).toMatchObject({ outcome: "failed" });
    expect(findings.filter(({ outcome }) => outcome === "failed")).toHaveLength(1);
  });

  it("finds a domain whose owner took the word back", async () => {
    published.set("partner.example", []);
    const { findings } = await report();
    published.set("partner.example", [`DirectFedAuthUrl=${partner.issuer}/authorize`]);
    expect(outcomeOf(findings, "domains-proven")).toMatchObject({
      outcome: "failed",
      detail: expect.stringContaining(`DirectFedAuthUrl=${partner.issuer}/authorize`),
    });
  });

  it("is written down, without anything secret", async () => {
    await report(asAdministrator);
    const events = await machine.database
      .selectFrom("auditEvent")
      .selectAll()
      .where("tenantId", "=", contoso.tenantId)
      .where("activity", "=", "identity-provider-tested")
      .execute();
    const ours = events.filter(({ actorId }) => actorId === administrator?.userId);
    expect(ours).toMatchObject([{ targetId: provider.providerId, result: "success" }]);
    expect(JSON.stringify(events)).not.toContain("the secret at the partner");
  });
});

describe("trying a sign-in", () => {
  it("shows every check and what came, signs nobody in and keeps no identity", async () => {
    const before = await Promise.all([rowsOf("user"), rowsOf("externalIdentity"), rowsOf("sessionAccount")]);
    const { seen, visitor } = await tries(good);
    const text = textOf(seen);
    expect(text).toContain("Signing in with Partner works");
    for (const received of [partner.issuer, partner.clientId, "tried (Vera)", "vera@partner.example: yes"])
      expect(text).toContain(received);
    const after = await Promise.all([rowsOf("user"), rowsOf("externalIdentity"), rowsOf("sessionAccount")]);
    expect(after).toEqual(before);
    expect(textOf(await visitor.get(`/myapps?tenant=${contoso.tenantId}`))).not.toContain("My Apps");
  });

  it.each<[string, Forgery["claims"], Omit<Forgery, "claims">, string]>([
    ["an address elsewhere", { ...good, email: "vera@bank.example" }, {}, "give the provider the domain"],
    ["an address not verified", { ...good, email_verified: false }, {}, "send email_verified as true"],
    ["no address", {}, {}, "Let the provider send the person's address"],
    ["another audience", { ...good, aud: "somebody-else" }, {}, "Enter the audience that was expected"],
    ["another issuer", { ...good, iss: "https://other.example" }, {}, "Compare the two issuers"],
    ["a foreign key", good, { foreignKey: true }, "Give the partner's current certificate"],
    ["no signature", good, { unsigned: true }, "RS256, PS256"],
    ["a time long ago", { ...good, exp: 1 }, {}, "Set the clocks"],
  ])("says what to do about %s", async (_name, claims, forgery, remedy) => {
    const { seen } = await tries(claims, forgery);
    expect(textOf(seen)).toContain("does not work yet");
    expect(textOf(seen)).toContain(remedy);
  });

  it("names no check of a kind of provider twice", () => {
    for (const connector of Object.values(allConnectors))
      expect(new Set(connector.checks).size).toBe(connector.checks.length);
  });
});

describe("2: a link that is good once, for a while, and for one browser", () => {
  it("is not used up by being opened", async () => {
    const { roundTrip } = await report();
    for (let scan = 0; scan < 20; scan++)
      expect(textOf(await house.visitor().get(roundTrip.url))).toContain("Try to sign in with Partner");
    expect((await toProvider(house.visitor(), roundTrip.url)).origin).toBe(partner.issuer);
  });

  it("is nobody else's once it was used", async () => {
    const { roundTrip } = await report();
    const first = house.visitor();
    const begun = await first.submit(await first.get(roundTrip.url), {});
    const second = house.visitor();
    expect((await second.get(roundTrip.url)).status).toBe(404);
    expect((await second.get(begun.url.href)).status).toBe(404);
    expect((await second.get(`${begun.url.pathname}/provider${begun.url.search}`)).status).toBe(404);
    expect(textOf(await first.get(begun.url.href))).toContain("Sign in at Partner now");
  });

  it.each(["key", "test", "tenant"])("is nothing with another %s", async (part) => {
    const { roundTrip } = await report();
    const url = new URL(roundTrip.url);
    if (part === "key") url.searchParams.set("key", `${url.searchParams.get("key")?.slice(0, -1)}_`);
    if (part === "tenant") url.searchParams.set("tenant", fabrikam.tenantId);
    if (part === "test") url.pathname = `/connection-test/${crypto.randomUUID()}`;
    expect((await house.visitor().get(url.href)).status).toBe(404);
  });

  it("ends after an hour", async () => {
    const { roundTrip } = await report();
    house.moveClock(3601);
    expect((await house.visitor().get(roundTrip.url)).status).toBe(404);
    machine.setClock(new Date());
  });

  it("ends with the rights of the administrator who made it", async () => {
    const { roundTrip } = await report(asAdministrator);
    const visitor = house.visitor();
    const begun = await visitor.submit(await visitor.get(roundTrip.url), {});
    const [role] = await machine.database
      .selectFrom("directoryRoleAssignment")
      .selectAll()
      .where("tenantId", "=", contoso.tenantId)
      .where("userId", "=", administrator?.userId as never)
      .execute();
    if (!role) throw new Error("the demo has an administrator");
    await machine.database
      .deleteFrom("directoryRoleAssignment")
      .where("tenantId", "=", contoso.tenantId)
      .where("userId", "=", role.userId)
      .execute();
    expect((await visitor.get(begun.url.href)).status).toBe(404);
    expect((await visitor.get(`${begun.url.pathname}/provider${begun.url.search}`)).status).toBe(404);
    await machine.database.insertInto("directoryRoleAssignment").values(role).execute();
    expect((await visitor.get(begun.url.href)).status).toBe(200);
  });

  it("is forgotten with what it showed after a week", async () => {
    await tries(good);
    house.moveClock(8 * 24 * 3600);
    await removeOldConnectionTests(machine);
    machine.setClock(new Date());
    const rows = await machine.database.selectFrom("connectionTest").selectAll().execute();
    expect(rows).toEqual([]);
  });
});

describe("12: a test and a sign-in do not take each other's answers", () => {
  it("an answer with another state, or of another browser, ends nothing", async () => {
    const visitor = house.visitor();
    const sentTo = await toProvider(visitor, (await report()).roundTrip.url);
    const nonce = sentTo.searchParams.get("nonce") ?? "";
    const code = partner.codeFor({ claims: { nonce, ...good } });
    const asked = partner.tokenRequests.length;
    const [begin = ""] = (sentTo.searchParams.get("state") ?? "").split(".");
    for (const state of [`${begin}.guessed`, begin, ""]) await back(visitor, sentTo, { code, state });
    await back(house.visitor(), sentTo, { code });
    expect(partner.tokenRequests).toHaveLength(asked);
    expect(textOf(await back(visitor, sentTo, { code }))).toContain("works");
    // Once more, it is over and stays what it was.
    expect(textOf(await back(visitor, sentTo, { code }))).toContain("works");
    expect(partner.tokenRequests).toHaveLength(asked + 1);
  });

  it("the state of a test opens no invitation", async () => {
    const { link } = await house.invite("vera@partner.example");
    const visitor = house.visitor();
    const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
    const forSignIn = (await visitor.get(`${page.url.pathname}/provider`)).url;
    const forTest = await toProvider(visitor, (await report()).roundTrip.url);
    const nonce = forSignIn.searchParams.get("nonce") ?? "";
    const code = partner.codeFor({ claims: { nonce, ...good } });
    const state = forTest.searchParams.get("state") ?? "";
    const seen = await back(visitor, forSignIn, { code, state });
    expect(textOf(seen)).toContain("does not work yet");
    expect(textOf(await visitor.get(page.url.href))).toContain("Partner signs you in next");
  });
});

describe("16: the administrator's page", () => {
  async function signedIn(user: { userName: string; password: string } | undefined): Promise<Visitor> {
    const visitor = house.visitor();
    const identify = await visitor.get(`/providers?tenant=${contoso.tenantId}`);
    const password = await visitor.submit(identify, { email: user?.userName ?? "" });
    await visitor.submit(password, { password: user?.password ?? "" });
    return visitor;
  }

  it("tests a provider by its button", async () => {
    const visitor = await signedIn(administrator);
    const list = await visitor.get(`/providers?tenant=${contoso.tenantId}`);
    expect(textOf(list)).toContain("partner.example");
    const seen = await visitor.submit(list, {}, "/providers");
    expect(textOf(seen)).toContain("Connection to Partner");
    expect(seen.html).toContain("/connection-test/");
  });

  it("does nothing without the form of this very session", async () => {
    const visitor = await signedIn(administrator);
    const before = await machine.database.selectFrom("connectionTest").selectAll().execute();
    await visitor.post(`/providers?tenant=${contoso.tenantId}`, {
      provider: provider.providerId,
      csrf: "no",
    });
    expect(await machine.database.selectFrom("connectionTest").selectAll().execute()).toHaveLength(
      before.length,
    );
  });

  it("is closed to members without the role", async () => {
    const member = contoso.users.find(({ roles }) => roles.length === 0);
    const visitor = await signedIn(member);
    const seen = await visitor.get(`/providers?tenant=${contoso.tenantId}`);
    expect(seen.status).toBe(403);
    expect(textOf(seen)).not.toContain("partner.example");
    const posted = await visitor.post(`/providers?tenant=${contoso.tenantId}`, {
      provider: provider.providerId,
    });
    expect(posted.status).toBe(403);
    expect(textOf(await visitor.get(`/myapps?tenant=${contoso.tenantId}`))).not.toContain(
      "Identity providers",
    );
  });
});
