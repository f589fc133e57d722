import { createHmac } from "node:crypto";
import { exportPKCS8, generateKeyPair, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findUser, identitiesOf } from "../../src/domain/directory/find-user.ts";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import { checkProvider } from "../../src/domain/federation/connection-tests/check-provider.ts";
import type { IdentityProvider } from "../../src/domain/federation/rules/identity-provider.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { UserId } from "../../src/foundation/identifiers.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { type ForgingProvider, startForgingProvider } from "../support/forging-provider.ts";
import { type OAuth2Provider, startOAuth2Provider } from "../support/oauth2-provider.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { type Seen, textOf, type Visitor } from "../support/visitor.ts";

const outside = vi.hoisted(() => ({ apple: "", facebook: "" }));
// Apple and Facebook have one address for everybody, where nobody can test.
vi.mock("../../src/domain/federation/connectors/social-addresses.ts", () => ({
  socialAddresses: {
    get apple() {
      return { issuer: outside.apple };
    },
    get facebook() {
      return {
        issuer: "facebook.com",
        authorizationEndpoint: `${outside.facebook}/dialog/oauth`,
        tokenEndpoint: `${outside.facebook}/oauth/access_token`,
        profile: `${outside.facebook}/me`,
      };
    },
  },
}));

const published = new Map<string, readonly string[]>();
const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
  names: { textRecords: async (domain) => ({ ok: true, value: published.get(domain) ?? [] }) },
});
const { contoso, machine } = house;
const { tenantId } = contoso;
machine.setClock(new Date());

let peer: OAuth2Provider;
let appleLike: ForgingProvider;
let facebook: IdentityProvider;
const appleKey = await generateKeyPair("ES256", { extractable: true });

beforeAll(async () => {
  peer = await startOAuth2Provider();
  appleLike = await startForgingProvider();
  outside.apple = appleLike.issuer;
  outside.facebook = peer.origin;
  published.set("partner.example", [`DirectFedAuthUrl=${peer.origin}/login/oauth/authorize`]);
  const client = { tenantId, settings: { clientId: peer.clientId }, secret: peer.secret, domains: [] };
  accepted(
    await addIdentityProvider(machine, byOperator, {
      ...client,
      kind: "github",
      displayName: "GitHub",
      settings: { clientId: peer.clientId, enterpriseUrl: peer.origin },
      domains: ["partner.example" as DomainName],
    }),
  );
  facebook = accepted(
    await addIdentityProvider(machine, byOperator, { ...client, kind: "facebook", displayName: "Facebook" }),
  );
  accepted(
    await addIdentityProvider(machine, byOperator, {
      ...client,
      kind: "apple",
      displayName: "Apple",
      settings: { clientId: appleLike.clientId, teamId: "TEAMID1234", keyId: "KEYID12345" },
      secret: await exportPKCS8(appleKey.privateKey),
    }),
  );
});
afterAll(async () => {
  await peer?.close();
  await appleLike?.close();
});

/** From the invitation's link to the provider: what the browser is sent there with. */
async function toProvider(visitor: Visitor, link: string): Promise<URL> {
  const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
  return (await visitor.get(`${page.url.pathname}/provider`)).url;
}

function back(visitor: Visitor, sentTo: URL, parameters: Readonly<Record<string, string>>): Promise<Seen> {
  const url = new URL(sentTo.searchParams.get("redirect_uri") ?? "");
  const state = sentTo.searchParams.get("state") ?? "";
  url.search = new URLSearchParams({ state, ...parameters }).toString();
  return visitor.get(url.href);
}

let people = 0;
function somebody(emails: unknown): string {
  people += 1;
  const name = `person-${people}`;
  peer.people.set(name, { user: { id: people, login: name, name: "Vera" }, emails });
  return name;
}

const owned = (email: string) => [{ email, verified: true, primary: true }];

async function comesBack(address: string, person: string) {
  const invited = await house.invite(address);
  const visitor = house.visitor();
  const sentTo = await toProvider(visitor, invited.link);
  const seen = await back(visitor, sentTo, { code: peer.codeFor(person, sentTo) });
  return { ...invited, visitor, sentTo, seen };
}

async function stateOf(userId: string): Promise<string | undefined> {
  return (await findUser(machine.database, tenantId, userId as UserId))?.redemptionState;
}

describe("a guest with an account at GitHub", () => {
  it("accepts with it, is known by its number, and stays so when the address changes there", async () => {
    const person = somebody(owned("ada@partner.example"));
    const { seen, visitor, userId, sentTo } = await comesBack("ada@partner.example", person);
    expect(sentTo.searchParams.get("code_challenge_method")).toBe("S256");
    expect(textOf(seen)).toContain("Review permissions");
    await visitor.submit(seen, { decision: "accept" });
    const [identity] = (await identitiesOf(machine.database, tenantId, [userId as UserId])).values();
    expect(identity).toEqual({
      issuer: peer.origin,
      subject: String(people),
      providerKind: "github",
      email: "ada@partner.example",
    });
    peer.people.set(person, {
      user: { id: people, login: "renamed" },
      emails: owned("ada@elsewhere.example"),
    });
    const again = house.visitor();
    const page = await again.submit(await again.get(`/myapps?tenant=${tenantId}`), {
      email: "ada@partner.example",
    });
    const sentAgain = (await again.get(`${page.url.pathname}/provider`)).url;
    expect(textOf(await back(again, sentAgain, { code: peer.codeFor(person, sentAgain) }))).toContain(
      "My Apps",
    );
  });

  it("is not taken for whoever has the address there later", async () => {
    const first = somebody(owned("passed-on@partner.example"));
    const { seen, visitor } = await comesBack("passed-on@partner.example", first);
    await visitor.submit(seen, { decision: "accept" });
    const second = somebody(owned("passed-on@partner.example"));
    const other = house.visitor();
    const page = await other.submit(await other.get(`/myapps?tenant=${tenantId}`), {
      email: "passed-on@partner.example",
    });
    const sentTo = (await other.get(`${page.url.pathname}/provider`)).url;
    const landed = await back(other, sentTo, { code: peer.codeFor(second, sentTo) });
    expect(textOf(landed)).not.toContain("My Apps");
  });
});

describe("3: an address proves nothing", () => {
  it.each([
    ["that is not verified there", [{ email: "guest@partner.example", verified: false, primary: true }]],
    ["that is elsewhere", owned("guest@bank.example")],
    ["of somebody else", owned("other@partner.example")],
    ["that is not there", []],
  ])("%s", async (_name, emails) => {
    const address = `guest-${people}@partner.example`;
    const stated = JSON.parse(JSON.stringify(emails).replaceAll("guest@partner.example", address)) as unknown;
    const { seen, userId } = await comesBack(address, somebody(stated));
    expect(textOf(seen)).not.toContain("Review permissions");
    expect(await stateOf(userId)).toBe("pending");
  });

  it("in a domain whose owner did not name this very server", async () => {
    published.set("bank.example", ["DirectFedAuthUrl=https://github.com/login/oauth/authorize"]);
    const added = await addIdentityProvider(machine, byOperator, {
      tenantId: house.fabrikam.tenantId,
      kind: "github",
      displayName: "GitHub",
      settings: { clientId: "x", enterpriseUrl: peer.origin },
      secret: "y",
      domains: ["bank.example" as DomainName],
    });
    expect(added).toMatchObject({ refusal: { code: "domain-not-proven" } });
  });
});

describe("12: an answer that is not to this request", () => {
  it.each([
    ["without a state", { state: "" }],
    ["with a state that was guessed", { state: "00000000-0000-4000-8000-000000000000.guessed" }],
    ["with an error", { error: "access_denied" }],
  ])("%s opens nothing", async (_name, parameters) => {
    const invited = await house.invite(`stateless-${people}@partner.example`);
    const visitor = house.visitor();
    const sentTo = await toProvider(visitor, invited.link);
    const code = peer.codeFor(somebody(owned(`stateless-${people}@partner.example`)), sentTo);
    const seen = await back(visitor, sentTo, { code, ...parameters });
    expect(textOf(seen)).not.toContain("Review permissions");
    expect(await stateOf(invited.userId)).toBe("pending");
  });

  it("with the code of another session is refused at the provider, by its challenge", async () => {
    const attacker = house.visitor();
    const theirs = await toProvider(attacker, (await house.invite("attacker@partner.example")).link);
    const code = peer.codeFor(somebody(owned("victim@partner.example")), theirs);
    const invited = await house.invite("victim@partner.example");
    const victim = house.visitor();
    const seen = await back(victim, await toProvider(victim, invited.link), { code });
    expect(textOf(seen)).toContain("GitHub could not sign you in");
    expect(await stateOf(invited.userId)).toBe("pending");
  });
});

describe("Facebook", () => {
  it("vouches for no address, and is offered to no invited guest", async () => {
    const added = await addIdentityProvider(machine, byOperator, {
      tenantId: house.fabrikam.tenantId,
      kind: "facebook",
      displayName: "Facebook",
      settings: { clientId: "x" },
      secret: "y",
      domains: ["partner.example" as DomainName],
    });
    expect(added).toMatchObject({ refusal: { code: "domains-fixed" } });
    const visitor = house.visitor();
    const { link } = await house.invite("guest@facebook.com");
    const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
    expect(textOf(page)).toContain("We will mail a code");
  });

  it("proves the application beside the token, and its address fails the test of the connection", async () => {
    peer.people.set("fb", { user: { id: "10158", name: "Vera", email: "vera@partner.example" } });
    const { providerId } = facebook;
    const report = accepted(await checkProvider(machine, byOperator, { tenantId, providerId }));
    expect(report.findings.filter(({ outcome }) => outcome === "failed")).toEqual([]);
    const visitor = house.visitor();
    const begun = await visitor.submit(await visitor.get(report.roundTrip.url), {});
    const sentTo = (await visitor.get(`${begun.url.pathname}/provider${begun.url.search}`)).url;
    const seen = await back(visitor, sentTo, { code: peer.codeFor("fb", sentTo) });
    expect(textOf(seen)).toContain("10158 (Vera)");
    expect(textOf(seen)).toContain("vera@partner.example: no");
    const asked = new URL(peer.asked.find((path) => path.startsWith("/me")) ?? "", peer.origin);
    expect(asked.searchParams.get("appsecret_proof")).toMatch(/^[0-9a-f]{64}$/);
    const proofs = [...Array(50).keys()].map((number) =>
      createHmac("sha256", peer.secret).update(`token-${number}`).digest("hex"),
    );
    expect(proofs).toContain(asked.searchParams.get("appsecret_proof"));
  });
});

describe("the secret of a client", () => {
  it("is found wrong by the test of the connection", async () => {
    const other = await startOAuth2Provider();
    const { providerId } = accepted(
      await addIdentityProvider(machine, byOperator, {
        tenantId,
        kind: "github",
        displayName: "Wrong secret",
        settings: { clientId: other.clientId, enterpriseUrl: other.origin },
        secret: "another",
        domains: [],
      }),
    );
    const { findings } = accepted(await checkProvider(machine, byOperator, { tenantId, providerId }));
    expect(findings.filter(({ outcome }) => outcome === "failed")).toMatchObject([
      { check: "client-credentials", detail: expect.stringContaining("incorrect_client_credentials") },
    ]);
    await other.close();
  });

  it("is needed, and in the case of Apple the key of the .p8 file", async () => {
    const add = (kind: "github" | "apple", secret: string | undefined, settings: object) =>
      addIdentityProvider(machine, byOperator, {
        tenantId: house.fabrikam.tenantId,
        kind,
        displayName: "No secret",
        settings: { clientId: "x", ...settings },
        secret,
        domains: [],
      });
    const ids = { teamId: "TEAMID1234", keyId: "KEYID12345" };
    expect(await add("github", undefined, {})).toMatchObject({ refusal: { code: "settings-wrong" } });
    expect(await add("apple", undefined, ids)).toMatchObject({ refusal: { code: "settings-wrong" } });
    expect(await add("apple", "no key", ids)).toMatchObject({ refusal: { code: "settings-wrong" } });
  });
});

describe("a guest with an Apple account", () => {
  it("accepts with it by a posted answer; the secret is signed anew each time, and the name is told once", async () => {
    const address = "vera@icloud.com";
    const { link, userId } = await house.invite(address);
    const visitor = house.visitor();
    const sentTo = await toProvider(visitor, link);
    expect(sentTo.searchParams.get("response_mode")).toBe("form_post");
    const nonce = sentTo.searchParams.get("nonce") ?? "";
    const claims = { nonce, sub: "001.apple", email: address, email_verified: "true" };
    const seen = await visitor.post(new URL(sentTo.searchParams.get("redirect_uri") ?? "").pathname, {
      state: sentTo.searchParams.get("state") ?? "",
      iss: appleLike.issuer,
      code: appleLike.codeFor({ claims }),
      user: JSON.stringify({ name: { firstName: "Vera", lastName: "<b>Lind</b>" } }),
    });
    expect(textOf(seen)).toContain("Review permissions");
    expect(seen.html).not.toContain("<b>Lind</b>");
    await visitor.submit(seen, { decision: "accept" });
    expect(await stateOf(userId)).toBe("accepted");
    const secret = appleLike.tokenRequests.at(-1)?.get("client_secret") ?? "";
    const { payload, protectedHeader } = await jwtVerify(secret, appleKey.publicKey, {
      issuer: "TEAMID1234",
      subject: appleLike.clientId,
      audience: appleLike.issuer,
      algorithms: ["ES256"],
    });
    expect(protectedHeader.kid).toBe("KEYID12345");
    expect(Number(payload.exp) - Number(payload.iat)).toBe(300);
  });

  it("does not accept for an address that Apple does not keep the mailbox of", async () => {
    const { link } = await house.invite("vera@bank.example");
    const visitor = house.visitor();
    const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
    expect(textOf(page)).toContain("We will mail a code");
  });
});
