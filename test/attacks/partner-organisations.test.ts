import { randomUUID } from "node:crypto";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findUser } from "../../src/domain/directory/find-user.ts";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import { changeIdentityProvider } from "../../src/domain/federation/change-identity-provider.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { ProviderId, UserId } from "../../src/foundation/identifiers.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { type ForgingHouse, startForgingHouse } from "../support/forging-house.ts";
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

let northwind: ForgingHouse;
let woodgrove: ForgingHouse;
let northwindId: ProviderId;

beforeAll(async () => {
  northwind = await startForgingHouse(["northwind.example", "unproved.example"]);
  woodgrove = await startForgingHouse(["woodgrove.example"]);
  for (const [domain, home] of [
    ["northwind.example", northwind],
    ["woodgrove.example", woodgrove],
  ] as const)
    published.set(domain, [`DirectFedAuthUrl=${home.origin}/${home.tenantId}`]);
  northwindId = accepted(await add(northwind)).providerId;
  accepted(await add(woodgrove));
});
afterAll(async () => {
  await northwind?.close();
  await woodgrove?.close();
});

function add(home: ForgingHouse, more: { domains?: readonly string[]; address?: string } = {}) {
  return addIdentityProvider(machine, byOperator, {
    tenantId: contoso.tenantId,
    kind: "guesthouse",
    displayName: "Partner",
    settings: { address: more.address ?? home.address },
    secret: undefined,
    domains: (more.domains ?? []) as readonly DomainName[],
  });
}

/** From the invitation's link to the partner: what the browser is sent there with. */
async function sent(visitor: Visitor, link: string): Promise<URL> {
  const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
  return (await visitor.get(`${page.url.pathname}/provider`)).url;
}

function back(visitor: Visitor, to: URL, parameters: Readonly<Record<string, string>>): Promise<Seen> {
  const url = new URL(to.searchParams.get("redirect_uri") ?? "");
  const state = to.searchParams.get("state") ?? "";
  url.search = new URLSearchParams({
    state,
    iss: northwind.issuer,
    // A code is another one for each request.
    code: `code for ${to.searchParams.get("state")}`,
    ...parameters,
  }).toString();
  return visitor.get(url.href);
}

/** An invited person of Northwind who comes back with a token that says what an honest one does, but for the changes. */
async function comesBack(
  address: string,
  claims: Readonly<Record<string, unknown>> = {},
  parameters: Readonly<Record<string, string>> = {},
) {
  const invited = await house.invite(address);
  const visitor = house.visitor();
  const to = await sent(visitor, invited.link);
  const now = Math.floor(Date.now() / 1000);
  const oid = randomUUID();
  northwind.nextClaims = {
    iss: northwind.issuer,
    aud: `${machine.configuration.publicUrl}/${contoso.tenantId}/partner/client`,
    sub: oid,
    oid,
    tid: northwind.tenantId,
    acct: 0,
    nonce: to.searchParams.get("nonce"),
    iat: now,
    exp: now + 300,
    name: "Somebody",
    verified_addresses: [address],
    ...claims,
  };
  return { ...invited, visitor, to, seen: await back(visitor, to, parameters) };
}

async function stateOf(userId: string) {
  return (await findUser(machine.database, contoso.tenantId, userId as UserId))?.redemptionState;
}

describe("a partner on another deployment", () => {
  it("gets those of its domains that are proved, and nobody exchanges a secret", async () => {
    const rows = await machine.database
      .selectFrom("identityProviderDomain")
      .select("domain")
      .where("providerId", "=", northwindId)
      .execute();
    expect(rows).toEqual([{ domain: "northwind.example" }]);
    const { seen, to } = await comesBack("honest@northwind.example");
    expect(textOf(seen)).toContain("Review permissions");
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      client_id: `${machine.configuration.publicUrl}/${contoso.tenantId}/partner/client`,
      redirect_uri: `${machine.configuration.publicUrl}/federation/${contoso.tenantId}/callback`,
      scope: "openid profile email",
      code_challenge_method: "S256",
    });
  });

  it("describes itself as a client, and as a home, to whoever asks", async () => {
    const at = async (path: string) => {
      const answer = await house.fetch(new Request(`${machine.configuration.publicUrl}/${path}`));
      return { status: answer.status, body: await answer.json() };
    };
    const ours = await at(`${contoso.tenantId}/partner/client`);
    expect(ours.body).toMatchObject({
      client_id: `${machine.configuration.publicUrl}/${contoso.tenantId}/partner/client`,
      client_name: "Contoso",
      token_endpoint_auth_method: "private_key_jwt",
    });
    const home = await at("contoso.example/partner/.well-known/openid-configuration");
    expect(home.body).toMatchObject({
      issuer: `${machine.configuration.publicUrl}/${contoso.tenantId}/partner`,
      guesthouse_organisation: { id: contoso.tenantId, domains: ["contoso.example"] },
    });
    expect((await at("common/partner/client")).status).toBe(400);
    expect((await at("nobody.example/partner/client")).status).toBe(400);
  });
});

describe("3: a partner speaks for what is proved, and for nothing else", () => {
  it("another deployment that publishes the domain of a partner is not given it", async () => {
    const thief = await startForgingHouse(["northwind.example"]);
    expect(await add(thief)).toMatchObject({ refusal: { code: "domain-taken" } });
    const early = await startForgingHouse(["later.example"]);
    expect(await add(early)).toMatchObject({
      refusal: { code: "domain-not-proven", domain: "later.example" },
    });
    // Named by the owner, but as another organisation of that deployment, or as another deployment.
    for (const record of [`${early.origin}/${randomUUID()}`, `https://evil.example/${early.tenantId}`]) {
      published.set("later.example", [`DirectFedAuthUrl=${record}`]);
      expect(await add(early)).toMatchObject({ refusal: { code: "domain-not-proven" } });
    }
    published.set("later.example", [`DirectFedAuthUrl=${early.origin}/${early.tenantId}`]);
    expect(accepted(await add(early)).domains).toEqual(["later.example"]);
    await thief.close();
    await early.close();
  });

  it("a domain that it does not publish is not given, when it is added or later", async () => {
    const home = await startForgingHouse(["own.example"]);
    published.set("own.example", [`DirectFedAuthUrl=${home.origin}/${home.tenantId}`]);
    published.set("foreign.example", [`DirectFedAuthUrl=${home.origin}/${home.tenantId}`]);
    const domains = ["own.example", "foreign.example"] as DomainName[];
    expect(await add(home, { domains })).toMatchObject({ refusal: { code: "domain-not-published" } });
    const { providerId } = accepted(await add(home));
    const changed = await changeIdentityProvider(machine, byOperator, {
      tenantId: contoso.tenantId,
      providerId,
      changes: { domains },
    });
    expect(changed).toMatchObject({ refusal: { code: "domain-not-published" } });
    await home.close();
  });

  it("our own domain is never given", async () => {
    const home = await startForgingHouse(["contoso.example"]);
    published.set("contoso.example", [`DirectFedAuthUrl=${home.origin}/${home.tenantId}`]);
    expect(await add(home)).toMatchObject({ refusal: { code: "domain-verified-here" } });
    await home.close();
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["about a person of another organisation", { tid: randomUUID() }],
    ["about a guest", { acct: 1 }],
    ["that does not say whether it is a guest", { acct: undefined }],
    ["under another id", { oid: randomUUID() }],
    ["with an address outside its domains", { verified_addresses: ["victim@woodgrove.example"] }],
    [
      "with an address that is not stated as verified",
      { verified_addresses: [], email: "x@northwind.example" },
    ],
    ["with addresses that are no list", { verified_addresses: "x@northwind.example" }],
    ["for another client", { aud: "https://guests.woodgrove.example/1/partner/client" }],
    ["of another issuer", { iss: "https://guests.woodgrove.example/1/partner" }],
    ["for another request", { nonce: "another" }],
    ["that has ended", { exp: Math.floor(Date.now() / 1000) - 600 }],
  ])("a token %s proves nothing", async (_what, claims) => {
    const { seen, userId } = await comesBack(`victim-${randomUUID()}@northwind.example`, claims);
    expect(textOf(seen)).toContain("Partner could not sign you in");
    expect(await stateOf(userId)).toBe("pending");
  });

  it("the same ids and the same address from another partner are not the guest", async () => {
    const { visitor, seen, userId } = await comesBack("known@northwind.example", { sub: "1", oid: "1" });
    await visitor.submit(seen, { decision: "accept" });
    expect(await stateOf(userId)).toBe("accepted");
    const impostor = house.visitor();
    const page = await impostor.submit(await impostor.get(`/myapps?tenant=${contoso.tenantId}`), {
      email: "anybody@woodgrove.example",
    });
    const to = (await impostor.get(`${page.url.pathname}/provider`)).url;
    const now = Math.floor(Date.now() / 1000);
    woodgrove.nextClaims = {
      ...northwind.nextClaims,
      iss: woodgrove.issuer,
      tid: woodgrove.tenantId,
      nonce: to.searchParams.get("nonce"),
      iat: now,
      exp: now + 300,
      verified_addresses: ["known@northwind.example", "anybody@woodgrove.example"],
    };
    const landed = await back(impostor, to, { iss: woodgrove.issuer });
    expect(textOf(landed)).not.toContain("My Apps");
  });
});

describe("12: an answer is for the request, the partner and the tenant it was made for", () => {
  it("another partner's answer is not taken for it", async () => {
    const { seen, userId } = await comesBack("mixed@northwind.example", {}, { iss: woodgrove.issuer });
    expect(textOf(seen)).toContain("Partner could not sign you in");
    expect(await stateOf(userId)).toBe("pending");
  });

  it("an answer counts once, in the browser that asked, at the tenant that asked", async () => {
    const { visitor, to, seen } = await comesBack("replayed@northwind.example");
    expect(textOf(seen)).toContain("Review permissions");
    const before = northwind.asked.length;
    expect((await back(house.visitor(), to, {})).status).toBe(400);
    await back(visitor, to, {});
    const elsewhere = new URL(to);
    const callback = to.searchParams.get("redirect_uri") ?? "";
    elsewhere.searchParams.set("redirect_uri", callback.replace(contoso.tenantId, fabrikam.tenantId));
    await back(visitor, elsewhere, {});
    expect(northwind.asked.length).toBe(before);
  });

  it("an assertion made for one partner names that partner alone, and is no token of ours", async () => {
    await comesBack("asserted@northwind.example");
    const assertion = northwind.tokenRequests.at(-1)?.get("client_assertion") ?? "";
    const clientId = `${machine.configuration.publicUrl}/${contoso.tenantId}/partner/client`;
    expect(decodeProtectedHeader(assertion)).toMatchObject({ typ: "client-authentication+jwt" });
    expect(decodeJwt(assertion)).toMatchObject({ iss: clientId, sub: clientId, aud: northwind.issuer });
    expect(northwind.tokenRequests.at(-1)?.get("client_secret")).toBeNull();
    const asToken = await house.fetch(
      new Request(`${machine.configuration.publicUrl}/v1.0/me`, {
        headers: { authorization: `Bearer ${assertion}` },
      }),
    );
    expect(asToken.status).toBe(401);
  });
});

describe("17: what an administrator types leads to the organisation at that address alone", () => {
  it.each([
    ["this very deployment", () => `${machine.configuration.publicUrl}/fabrikam.example`],
    ["plain http elsewhere", () => "http://guests.northwind.example/northwind.example"],
    ["no organisation", () => northwind.origin],
    ["more than an organisation", () => `${northwind.address}/v2.0`],
    ["a query", () => `${northwind.address}?x`],
    ["a user name", () => northwind.address.replace("http://", "http://somebody@")],
  ])("not %s", async (_what, address) => {
    expect(await add(northwind, { address: address() })).toMatchObject({
      refusal: { code: "settings-wrong" },
    });
  });

  it.each<[string, (home: ForgingHouse) => object]>([
    ["of an issuer on another deployment", () => ({ issuer: woodgrove.issuer })],
    ["of an issuer of another form", ({ origin }) => ({ issuer: `${origin}/partner` })],
    ["with a token endpoint elsewhere", () => ({ token_endpoint: `${woodgrove.origin}/token` })],
    ["with keys elsewhere", () => ({ jwks_uri: "http://169.254.169.254/keys" })],
    ["that sends people elsewhere", () => ({ authorization_endpoint: "https://evil.example/" })],
    [
      "of another organisation",
      () => ({ guesthouse_organisation: { id: randomUUID(), display_name: "X", domains: [] } }),
    ],
    ["of no Guesthouse", () => ({ guesthouse_organisation: undefined })],
  ])("a document %s is refused", async (_what, change) => {
    const home = await startForgingHouse(["x.example"]);
    home.changes.issuer = change(home);
    expect(await add(home)).toMatchObject({ refusal: { code: "provider-answer-wrong" } });
    await home.close();
  });

  it("a redirect is not followed, and no address inside is reached", async () => {
    const home = await startForgingHouse(["x.example"]);
    const path = "/organisation/partner/.well-known/openid-configuration";
    home.answerWith(path, { status: 302, headers: { location: `${home.origin}/elsewhere` } });
    expect((await add(home)).ok).toBe(false);
    expect(home.asked).toEqual([path]);
    home.answerWith(path, undefined);
    const strict = await testHouse({ configuration: readConfiguration({}, { mode: "demo" }) });
    const refused = await addIdentityProvider(strict.machine, byOperator, {
      tenantId: strict.contoso.tenantId,
      kind: "guesthouse",
      displayName: "Inside",
      settings: { address: home.address },
      secret: undefined,
      domains: [],
    });
    expect(refused).toMatchObject({ refusal: { code: "provider-unreachable" } });
    expect(home.asked).toEqual([path]);
    await home.close();
  });
});
