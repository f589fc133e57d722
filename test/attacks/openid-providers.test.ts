import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { findExternalUsersByAddress, findUser, identitiesOf } from "../../src/domain/directory/find-user.ts";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import { changeIdentityProvider } from "../../src/domain/federation/change-identity-provider.ts";
import { listProviders } from "../../src/domain/federation/find-provider.ts";
import { removeIdentityProvider } from "../../src/domain/federation/remove-identity-provider.ts";
import { changeCollaborationSettings } from "../../src/domain/policies/change-collaboration-settings.ts";
import { findTokenHolder } from "../../src/domain/tokens/find-token-holder.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { ProviderId, TenantId, UserId } from "../../src/foundation/identifiers.ts";
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

let partner: ForgingProvider;

beforeAll(async () => {
  partner = await startForgingProvider();
  published.set("partner.example", [`DirectFedAuthUrl=${partner.issuer}/authorize`]);
  accepted(await addPartner(contoso.tenantId, ["partner.example" as DomainName]));
});
afterAll(() => partner?.close());

function addPartner(tenantId: TenantId, domains: readonly DomainName[], discoveryUrl = partner.issuer) {
  return addIdentityProvider(machine, byOperator, {
    tenantId,
    kind: "openid-connect",
    displayName: "Partner",
    settings: { discoveryUrl, clientId: partner.clientId },
    secret: "the secret at the partner",
    domains,
  });
}

/** From the invitation's link to the provider: what the browser is sent there with. */
async function toProvider(visitor: Visitor, link: string): Promise<URL> {
  const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
  expect(textOf(page)).toContain("Partner signs you in next");
  return (await visitor.get(`${page.url.pathname}/provider`)).url;
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

async function comesBack(
  address: string,
  forgery: Forgery,
  parameters: Readonly<Record<string, string>> = {},
) {
  // The log is in order of time, so each round trip has a second of its own.
  house.moveClock(1);
  const invited = await house.invite(address);
  const visitor = house.visitor();
  const sentTo = await toProvider(visitor, invited.link);
  const nonce = sentTo.searchParams.get("nonce") ?? "";
  const code = partner.codeFor({
    ...forgery,
    claims: { nonce, email: address, email_verified: true, sub: address, ...forgery.claims },
  });
  const seen = await back(visitor, sentTo, { code, ...parameters });
  return { ...invited, visitor, sentTo, code, seen };
}

async function stateOf(userId: string): Promise<string | undefined> {
  return (await findUser(machine.database, contoso.tenantId, userId as UserId))?.redemptionState;
}

describe("a guest whose organisation has a provider of its own", () => {
  it("accepts with it, and is from then on known by issuer and subject", async () => {
    const { seen, visitor, userId, sentTo } = await comesBack("ada@partner.example", {});
    expect(sentTo.origin).toBe(partner.issuer);
    expect(sentTo.searchParams.get("code_challenge_method")).toBe("S256");
    expect(sentTo.searchParams.get("login_hint")).toBe("ada@partner.example");
    expect(textOf(seen)).toContain("Review permissions");
    const landed = await visitor.submit(seen, { decision: "accept" });
    expect(landed.url.href).toBe("https://app.contoso.example/landing");
    const [identity] = (await identitiesOf(machine.database, contoso.tenantId, [userId as UserId])).values();
    expect(identity).toEqual({
      issuer: partner.issuer,
      subject: "ada@partner.example",
      providerKind: "openid-connect",
      email: "ada@partner.example",
    });
    // With another address at the provider by now, still the same guest.
    const again = house.visitor();
    const page = await again.submit(await again.get(`/myapps?tenant=${contoso.tenantId}`), {
      email: "ada@partner.example",
    });
    const back1 = (await again.get(`${page.url.pathname}/provider`)).url;
    const code = partner.codeFor({
      claims: {
        nonce: back1.searchParams.get("nonce") ?? "",
        sub: "ada@partner.example",
        email: "ada.married@elsewhere.example",
        email_verified: true,
      },
    });
    expect(textOf(await back(again, back1, { code }))).toContain("My Apps");
    const logged = await machine.database
      .selectFrom("signInEvent")
      .select(["errorCode", "identityProvider", "details"])
      .where("userId", "=", userId as UserId)
      .execute();
    expect(logged).toMatchObject([
      {
        errorCode: 0,
        identityProvider: partner.issuer,
        details: { askedBy: expect.stringContaining("/myapps") },
      },
    ]);
  });

  it("proves the client by its secret, which the database keeps encrypted", async () => {
    await comesBack("secret@partner.example", {});
    expect(partner.tokenRequests.at(-1)?.get("client_secret")).toBe("the secret at the partner");
    const rows = await machine.database.selectFrom("identityProvider").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain("the secret at the partner");
  });

  it("goes on after the provider changed its keys", async () => {
    await comesBack("before-roll@partner.example", {});
    await partner.rollKeys();
    // Keys are not asked for more than once a minute, so that forged tokens cannot make us ask for ever.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    onTestFinished(() => void vi.useRealTimers());
    const { seen } = await comesBack("rolled@partner.example", {});
    expect(textOf(seen)).toContain("Review permissions");
  });
});

describe("12: what a provider's answer must be", () => {
  const soon = () => Math.floor(Date.now() / 1000);
  it.each<[string, () => Forgery, Readonly<Record<string, string>>?]>([
    ["of another client", () => ({ claims: { aud: "somebody-else" } })],
    ["of another issuer", () => ({ claims: { iss: "https://accounts.google.com" } })],
    ["for another request", () => ({ claims: { nonce: "another" } })],
    ["without a nonce", () => ({ claims: { nonce: undefined } })],
    ["past its time", () => ({ claims: { exp: soon() - 3600, iat: soon() - 7200 } })],
    ["signed with a key that is not published", () => ({ foreignKey: true })],
    ["unsigned", () => ({ unsigned: true })],
    ["signed with the public key as a secret", () => ({ symmetric: true })],
    ["about nobody", () => ({ claims: { sub: undefined } })],
    ["with an empty subject", () => ({ claims: { sub: " " } })],
    ["from another provider, by its own word (RFC 9207)", () => ({}), { iss: "https://evil.example" }],
    ["an error", () => ({}), { code: "", error: "access_denied" }],
    ["an unknown code", () => ({}), { code: "guessed" }],
  ])("an ID token %s proves nothing", async (name, forgery, parameters = {}) => {
    const address = `${name.replaceAll(/\W+/g, "-").toLowerCase()}@partner.example`;
    const { seen, userId } = await comesBack(address, forgery(), parameters);
    expect(textOf(seen)).toContain("could not sign you in");
    expect(textOf(seen)).not.toContain("Review permissions");
    expect(await stateOf(userId)).toBe("pending");
    const [logged] = await machine.database
      .selectFrom("signInEvent")
      .selectAll()
      .where("tenantId", "=", contoso.tenantId)
      .where("identityProvider", "=", partner.issuer)
      .orderBy("occurredAt", "desc")
      .orderBy("eventId", "desc")
      .limit(1)
      .execute();
    expect(logged?.errorCode).toBeGreaterThan(0);
    expect(logged?.details).toMatchObject({ provider: "Partner" });
  });

  it("an answer counts once", async () => {
    const { sentTo, visitor, code } = await comesBack("once@partner.example", {});
    const before = partner.tokenRequests.length;
    await back(visitor, sentTo, { code });
    expect(partner.tokenRequests).toHaveLength(before);
  });

  it("a state that was changed, or is of another journey, brings nothing in", async () => {
    const { link, userId } = await house.invite("state@partner.example");
    const visitor = house.visitor();
    const sentTo = await toProvider(visitor, link);
    const code = partner.codeFor({
      claims: {
        nonce: sentTo.searchParams.get("nonce") ?? "",
        email: "state@partner.example",
        email_verified: true,
      },
    });
    const state = sentTo.searchParams.get("state") ?? "";
    for (const wrong of [`${state}x`, state.slice(0, -1), state.split(".")[0] ?? "", "", "nonsense"]) {
      const before = partner.tokenRequests.length;
      expect(textOf(await back(visitor, sentTo, { code, state: wrong }))).not.toContain("Review permissions");
      expect(partner.tokenRequests).toHaveLength(before);
    }
    expect(await stateOf(userId)).toBe("pending");
  });

  it("somebody else's browser cannot bring the answer in, nor be brought into theirs", async () => {
    const { link } = await house.invite("stolen-state@partner.example");
    const victim = house.visitor();
    const sentTo = await toProvider(victim, link);
    const code = partner.codeFor({ claims: { nonce: sentTo.searchParams.get("nonce") ?? "" } });
    const thief = house.visitor();
    await thief.get(link);
    const seen = await back(thief, sentTo, { code });
    expect(seen.status).toBe(400);
    expect(partner.tokenRequests.some((request) => request.get("code") === code)).toBe(false);
  });
});

describe("3: a provider vouches for addresses of its domains only", () => {
  it.each<[string, Forgery["claims"]]>([
    ["outside its domains", { email: "boss@contoso.example" }],
    ["not verified there", { email_verified: false }],
    ["of which it does not say that it was verified", { email_verified: undefined }],
    ["that is missing", { email: undefined }],
    ["that is none", { email: "victim@partner.example, other@partner.example" }],
  ])("an address %s accepts nothing", async (name, claims) => {
    const address = `${name.replaceAll(/\W+/g, "-")}@partner.example`;
    const { seen, userId } = await comesBack(address, { claims: claims ?? {} });
    expect(textOf(seen)).toContain("could not sign you in");
    expect(await stateOf(userId)).toBe("pending");
  });

  it("another account of the same provider is shown both addresses", async () => {
    const { seen, userId } = await comesBack("invited@partner.example", {
      claims: { email: "colleague@partner.example", sub: "colleague" },
    });
    expect(textOf(seen)).toContain("Which account is yours?");
    expect(await stateOf(userId)).toBe("pending");
  });

  it("a domain is given to a provider only by proof, and never one of the tenant's own", async () => {
    const other = await startForgingProvider();
    const add = (domain: string) => addPartner(contoso.tenantId, [domain as DomainName], other.issuer);
    expect(await add("unproven.example")).toMatchObject({ refusal: { code: "domain-not-proven" } });
    expect(await add(contoso.domain)).toMatchObject({ refusal: { code: "domain-verified-here" } });
    expect(await add("partner.example")).toMatchObject({ refusal: { code: "domain-taken" } });
    published.set("unproven.example", ["DirectFedAuthUrl=https://127.0.0.1/authorize", "v=spf1 -all"]);
    expect(await add("unproven.example")).toMatchObject({ refusal: { code: "domain-not-proven" } });
    await other.close();
  });

  it("a provider cannot call itself by a name of the house", async () => {
    const liar = await startForgingProvider();
    for (const issuer of ["mail", `tenant:${fabrikam.tenantId}`]) {
      liar.answerWith("/.well-known/openid-configuration", {
        status: 200,
        body: JSON.stringify({
          issuer,
          authorization_endpoint: `${liar.issuer}/authorize`,
          token_endpoint: `${liar.issuer}/token`,
          jwks_uri: `${liar.issuer}/keys`,
        }),
      });
      expect((await addPartner(contoso.tenantId, [], liar.issuer)).ok).toBe(false);
    }
    await liar.close();
  });
});

describe("12: a provider's name is its own", () => {
  /** A document at an address of the attacker's choice, which says that it speaks for the partner. */
  async function borrowing(): Promise<ForgingProvider> {
    const liar = await startForgingProvider();
    liar.answerWith("/.well-known/openid-configuration", {
      status: 200,
      body: JSON.stringify({
        issuer: partner.issuer,
        authorization_endpoint: `${liar.issuer}/authorize`,
        token_endpoint: `${liar.issuer}/token`,
        jwks_uri: `${liar.issuer}/keys`,
      }),
    });
    return liar;
  }
  const documentOf = (provider: ForgingProvider) => `${provider.issuer}/.well-known/openid-configuration`;
  const wrong = { ok: false, refusal: { code: "provider-answer-wrong", check: "metadata-understood" } };

  it("no document elsewhere can speak for it, in a provider that is added", async () => {
    const liar = await borrowing();
    expect(await addPartner(contoso.tenantId, [], documentOf(liar))).toMatchObject(wrong);
    await liar.close();
  });

  it("nor in one that there is, which keeps its issuer, guests and domains", async () => {
    const liar = await borrowing();
    const trusted = (await listProviders(machine.database, contoso.tenantId)).find(
      ({ issuer }) => issuer === partner.issuer,
    );
    const change = (discoveryUrl: string) =>
      changeIdentityProvider(machine, byOperator, {
        tenantId: contoso.tenantId,
        providerId: trusted?.providerId as ProviderId,
        changes: { settings: { discoveryUrl } },
      });
    expect(await change(documentOf(liar))).toMatchObject(wrong);
    expect(await change(`${documentOf(liar)}/.well-known/openid-configuration`)).toMatchObject({ ok: false });
    expect(await change(documentOf(partner))).toMatchObject({ ok: true });
    expect(await change(`${partner.issuer}/`)).toMatchObject({ ok: true });
    await liar.close();
  });
});

describe("3: what a provider's people are known by stays what it is", () => {
  it("another claim is not read as the subject of guests who accepted with the first", async () => {
    const { seen, visitor } = await comesBack("known@partner.example", {
      claims: { sub: "subject-of-known" },
    });
    await visitor.submit(seen, { decision: "accept" });
    const trusted = (await listProviders(machine.database, contoso.tenantId)).find(
      ({ issuer }) => issuer === partner.issuer,
    );
    const change = (claims: Readonly<Record<string, string>>) =>
      changeIdentityProvider(machine, byOperator, {
        tenantId: contoso.tenantId,
        providerId: trusted?.providerId as ProviderId,
        changes: { settings: { claims } },
      });
    expect(await change({ subject: "nickname" })).toMatchObject({ refusal: { code: "subject-changed" } });
    // Anybody may choose a nickname at the partner, that of a guest's subject too.
    const impostor = house.visitor();
    const page = await impostor.submit(await impostor.get(`/myapps?tenant=${contoso.tenantId}`), {
      email: "known@partner.example",
    });
    const sentTo = (await impostor.get(`${page.url.pathname}/provider`)).url;
    const nonce = sentTo.searchParams.get("nonce") ?? "";
    const code = partner.codeFor({
      claims: { nonce, sub: "subject-of-impostor", nickname: "subject-of-known" },
    });
    expect(textOf(await back(impostor, sentTo, { code }))).not.toContain("My Apps");
  });

  it("a change of one claim leaves the others as they are", async () => {
    const other = await startForgingProvider();
    const { providerId } = accepted(
      await addIdentityProvider(machine, byOperator, {
        tenantId: fabrikam.tenantId,
        kind: "openid-connect",
        displayName: "Other",
        settings: { discoveryUrl: other.issuer, clientId: other.clientId, claims: { subject: "employee" } },
        secret: undefined,
        domains: [],
      }),
    );
    const changed = await changeIdentityProvider(machine, byOperator, {
      tenantId: fabrikam.tenantId,
      providerId,
      changes: { settings: { claims: { email: "mail" } } },
    });
    expect(accepted(changed).settings["claims"]).toEqual({
      subject: "employee",
      email: "mail",
      emailVerified: "email_verified",
      name: "name",
    });
    await other.close();
  });
});

describe("11: one tenant's provider is nobody to another tenant", () => {
  it("the same issuer and subject, stated by another tenant's provider, is not the guest", async () => {
    const { seen, visitor } = await comesBack("shared@partner.example", {});
    await visitor.submit(seen, { decision: "accept" });
    // Fabrikam trusts the same provider; what it states there must not open Contoso.
    accepted(await addPartner(fabrikam.tenantId, ["partner.example" as DomainName]));
    const atFabrikam = house.visitor();
    const page = await atFabrikam.submit(await atFabrikam.get(`/myapps?tenant=${fabrikam.tenantId}`), {
      email: "shared@partner.example",
    });
    const sentTo = (await atFabrikam.get(`${page.url.pathname}/provider`)).url;
    const nonce = sentTo.searchParams.get("nonce") ?? "";
    const claims = {
      nonce,
      sub: "shared@partner.example",
      email: "shared@partner.example",
      email_verified: true,
    };
    await back(atFabrikam, sentTo, { code: partner.codeFor({ claims }) });
    const atContoso = await atFabrikam.get(`/myapps?tenant=${contoso.tenantId}`);
    expect(textOf(atContoso)).not.toContain("My Apps");
    expect(textOf(atContoso)).toContain("Sign in");
  });
});

describe("4: the provider a guest accepted with stays theirs", () => {
  it("a mailbox guest is not taken over by a provider that is added later", async () => {
    const address = "early@late-partner.example";
    const { link, userId } = await house.invite(address);
    const visitor = house.visitor();
    const sendCode = await visitor.submit(await visitor.get(link), { decision: "accept" });
    const review = await visitor.submit(await visitor.submit(sendCode, {}), {
      code: await house.newestCode(address),
    });
    await visitor.submit(review, { decision: "accept" });
    const late = await startForgingProvider();
    published.set("late-partner.example", [`DirectFedAuthUrl=${late.issuer}/authorize`]);
    accepted(await addPartner(contoso.tenantId, ["late-partner.example" as DomainName], late.issuer));
    const again = house.visitor();
    const page = await again.submit(await again.get(`/myapps?tenant=${contoso.tenantId}`), {
      email: address,
    });
    expect(textOf(page)).toContain("We will mail a code");
    expect(await stateOf(userId)).toBe("accepted");
    await late.close();
  });

  it("a removed provider opens nothing, not even what it opened before", async () => {
    const passing = await startForgingProvider();
    published.set("passing.example", [`DirectFedAuthUrl=${passing.issuer}/authorize`]);
    const { providerId } = accepted(
      await addPartner(contoso.tenantId, ["passing.example" as DomainName], passing.issuer),
    );
    const address = "guest@passing.example";
    const { link } = await house.invite(address);
    const visitor = house.visitor();
    const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
    const sentTo = (await visitor.get(`${page.url.pathname}/provider`)).url;
    const nonce = sentTo.searchParams.get("nonce") ?? "";
    const code = passing.codeFor({ claims: { nonce, email: address, email_verified: true } });
    const review = await back(visitor, sentTo, { code, iss: passing.issuer });
    await visitor.submit(review, { decision: "accept" });
    expect(textOf(await visitor.get(`/myapps?tenant=${contoso.tenantId}`))).toContain("My Apps");
    const [guest] = await findExternalUsersByAddress(machine.database, contoso.tenantId, address as never);
    const { tenantId, userId } = guest as NonNullable<typeof guest>;
    const token = { tenantId, userId, issuedAt: machine.clock() };
    expect(await findTokenHolder(machine, token)).toMatchObject({ ok: true });
    house.moveClock(5);
    await removeIdentityProvider(machine, byOperator, { tenantId: contoso.tenantId, providerId });
    // What they were given goes with the trust: tokens could be renewed for months.
    expect(await findTokenHolder(machine, token)).toMatchObject({ refusal: { code: "sessions-revoked" } });
    const after = await visitor.get(`/myapps?tenant=${contoso.tenantId}`);
    expect(textOf(after)).not.toContain("My Apps");
    const asked = await visitor.submit(after, { email: address });
    expect(textOf(asked)).toContain("There is no way to sign in with this address here");
    await passing.close();
  });
});

describe("7: a way that the organisation closed stays closed", () => {
  it("a guest who accepted with a mailed code does not get in while codes are off", async () => {
    const address = "codes-off@elsewhere.example";
    const { link } = await house.invite(address);
    const visitor = house.visitor();
    const sendCode = await visitor.submit(await visitor.get(link), { decision: "accept" });
    const review = await visitor.submit(await visitor.submit(sendCode, {}), {
      code: await house.newestCode(address),
    });
    await visitor.submit(review, { decision: "accept" });
    const { tenantId } = contoso;
    await changeCollaborationSettings(machine, byOperator, {
      tenantId,
      changes: { emailCodeEnabled: false },
    });
    const seen = await visitor.get(`/myapps?tenant=${tenantId}`);
    expect(textOf(seen)).not.toContain("My Apps");
    expect(textOf(await visitor.submit(seen, { email: address }))).toContain("There is no way to sign in");
    await changeCollaborationSettings(machine, byOperator, { tenantId, changes: { emailCodeEnabled: true } });
    expect(textOf(await visitor.get(`/myapps?tenant=${tenantId}`))).toContain("My Apps");
  });
});

describe("17 and trouble: a provider that is away, slow, or leads inside", () => {
  it("is named, and a code by mail takes its place where that is allowed", async () => {
    const shaky = await startForgingProvider();
    published.set("shaky.example", [`DirectFedAuthUrl=${shaky.issuer}/authorize`]);
    accepted(await addPartner(contoso.tenantId, ["shaky.example" as DomainName], shaky.issuer));
    const address = "guest@shaky.example";
    const { link, userId } = await house.invite(address);
    const visitor = house.visitor();
    const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
    const sentTo = (await visitor.get(`${page.url.pathname}/provider`)).url;
    shaky.answerWith("/token", { status: 502, body: "<html>bad gateway</html>" });
    const failed = await back(visitor, sentTo, { code: shaky.codeFor({}), iss: shaky.issuer });
    expect(textOf(failed)).toContain("Partner could not sign you in");
    const sendCode = await visitor.submit(failed, {}, `${failed.url.pathname}/code-instead`);
    const enterCode = await visitor.submit(sendCode, {});
    const review = await visitor.submit(enterCode, { code: await house.newestCode(address) });
    await visitor.submit(review, { decision: "accept" });
    expect(await stateOf(userId)).toBe("accepted");
    await shaky.close();
  });

  it.each([
    ["garbage", { status: 200, body: "<!doctype html>" }],
    ["an error", { status: 500, body: "{}" }],
    [
      "a way inside",
      { status: 302, body: "", headers: { location: "http://169.254.169.254/latest/meta-data" } },
    ],
    [
      "a document of another issuer",
      { status: 200, body: JSON.stringify({ issuer: "https://accounts.google.com" }) },
    ],
  ])("is not added when its discovery document is %s", async (_name, answer) => {
    const broken = await startForgingProvider();
    broken.answerWith("/.well-known/openid-configuration", answer);
    const added = await addPartner(contoso.tenantId, [], broken.issuer);
    expect(added.ok).toBe(false);
    await broken.close();
  });

  it.each([
    "http://partner.example",
    "https://user:secret@partner.example",
    "ftp://partner.example",
    "https://partner.example/?x=1",
  ])("is not added at %s", async (address) => {
    expect(await addPartner(contoso.tenantId, [], address)).toMatchObject({
      refusal: { code: "settings-wrong" },
    });
  });
});
