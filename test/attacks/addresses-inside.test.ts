import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { findUser } from "../../src/domain/directory/find-user.ts";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import { checkProvider } from "../../src/domain/federation/connection-tests/check-provider.ts";
import { allConnectors } from "../../src/domain/federation/connectors/all-connectors.ts";
import type { IdentityProvider } from "../../src/domain/federation/rules/identity-provider.ts";
import { callApiConnector } from "../../src/domain/signup/api-connectors/call-api-connector.ts";
import { createApiConnector } from "../../src/domain/signup/api-connectors/save-api-connector.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { UserId } from "../../src/foundation/identifiers.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { type ForgingProvider, startForgingProvider } from "../support/forging-provider.ts";
import { type ForgingSamlProvider, startForgingSamlProvider } from "../support/forging-saml-provider.ts";
import {
  addressesOf,
  askedNames,
  insideAddress,
  type Outside,
  openOutside,
  outsideAddress,
} from "../support/outside.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { accepting, comeBack, newestLogged, throughForgingProvider } from "../support/through-provider.ts";
import { textOf } from "../support/visitor.ts";

// How names become addresses is the outside world's business, and here in the hands of the attacker.
vi.mock("node:dns", async (original) => ({
  ...(await original<typeof import("node:dns")>()),
  lookup: (await import("../support/outside.ts")).steeredLookup,
}));
// What a provider publishes is read anew after a while; this clock goes on to then, and never back.
const now = performance.now.bind(performance);
let ahead = 0;
vi.spyOn(performance, "now").mockImplementation(() => now() + ahead);

const published = new Map<string, readonly string[]>();
const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: `${outsideAddress}/32` }, { mode: "demo" }),
  names: { textRecords: async (domain) => ({ ok: true, value: published.get(domain) ?? [] }) },
});
const { contoso, machine } = house;
const { tenantId } = contoso;
machine.setClock(new Date());

const name = "partner.example";
let place: Outside;
let partner: ForgingProvider;
let provider: IdentityProvider;

function add(settings: Readonly<Record<string, unknown>>, kind: IdentityProvider["kind"] = "openid-connect") {
  const isClient = kind === "openid-connect" || kind === "github";
  return addIdentityProvider(machine, byOperator, {
    tenantId,
    kind,
    displayName: "Partner",
    settings: { ...(isClient && { clientId: "guesthouse-at-partner" }), ...settings },
    secret: isClient ? "the secret at the partner" : undefined,
    domains: [],
  });
}

/** Ways to send somebody inside who was asked for something at the partner's port. */
const insides = (port: number) => [
  `https://${insideAddress}:${port}/secret`,
  `https://inside.example:${port}/secret`,
  `https://[::ffff:${insideAddress}]:${port}/secret`,
  `https://2130706433:${port}/secret`,
];

beforeAll(async () => {
  partner = await startForgingProvider(async (answer) => {
    place = await openOutside(name, answer);
    return place;
  });
  partner.publish({ userinfo_endpoint: `${partner.issuer}/userinfo` });
  addressesOf.set("inside.example", [insideAddress]);
  published.set(name, [`DirectFedAuthUrl=${partner.issuer}/authorize`]);
  provider = accepted(
    await addIdentityProvider(machine, byOperator, {
      tenantId,
      kind: "openid-connect",
      displayName: "Partner",
      settings: { discoveryUrl: partner.issuer, clientId: partner.clientId },
      secret: "the secret at the partner",
      domains: [name as DomainName],
    }),
  );
});
afterAll(() => partner?.close());
beforeEach(() => {
  ahead += 11 * 60_000;
  house.moveClock(1);
  addressesOf.set(name, [outsideAddress]);
});

async function stateOf(userId: string): Promise<string | undefined> {
  return (await findUser(machine.database, tenantId, userId as UserId))?.redemptionState;
}

let people = 0;
/** A guest whose address is told for the access token only, so that every address of the provider is called. */
async function guest() {
  const address = `guest-${++people}@${name}`;
  const userInfo = { sub: address, email: address, email_verified: true };
  return { ...(await accepting(house, address)), forgery: { claims: { sub: address }, userInfo } };
}

const refusedAddress = {
  failureReason: "provider-unreachable",
  details: { detail: expect.stringContaining("inside this network") },
};

describe("17: no address of an OpenID provider leads inside", () => {
  const endpoints = [
    ["token_endpoint", "/token", 0],
    ["jwks_uri", "/keys", 1],
    ["userinfo_endpoint", "/userinfo", 2],
  ] as const;

  it("comes to an end well while all of them are outside, each looked up once for each call", async () => {
    askedNames.length = 0;
    const { visitor, page, forgery } = await guest();
    const seen = await throughForgingProvider(visitor, page, partner, forgery);
    expect(textOf(seen)).toContain("Review permissions");
    expect(askedNames).toEqual([name, name, name, name]);
  });

  it.each(endpoints)("not one that its document names: %s", async (endpoint) => {
    for (const address of insides(place.port)) {
      ahead += 11 * 60_000;
      partner.publish({ userinfo_endpoint: `${partner.issuer}/userinfo`, [endpoint]: address });
      const { visitor, page, userId, forgery } = await guest();
      const seen = await throughForgingProvider(visitor, page, partner, forgery);
      expect(textOf(seen), address).toContain("Partner could not sign you in");
      expect(await newestLogged(house, partner.issuer), address).toMatchObject(refusedAddress);
      expect(await stateOf(userId)).toBe("pending");
    }
    partner.publish({ userinfo_endpoint: `${partner.issuer}/userinfo` });
    expect(place.insideVisits()).toBe(0);
  });

  it.each(endpoints)("not one that it redirects to: %s", async (_endpoint, path) => {
    for (const location of insides(place.port))
      for (const status of [302, 307]) {
        ahead += 11 * 60_000;
        partner.answerWith(path, { status, body: "", headers: { location } });
        const { visitor, page, userId, forgery } = await guest();
        const seen = await throughForgingProvider(visitor, page, partner, forgery);
        expect(textOf(seen), location).toContain("Partner could not sign you in");
        expect(await stateOf(userId)).toBe("pending");
      }
    partner.answerWith(path, undefined);
    expect(place.insideVisits()).toBe(0);
  });

  it.each(endpoints)(
    "not one whose name changes its address on the way: %s",
    async (_endpoint, _path, before) => {
      const { visitor, page, userId, forgery } = await guest();
      const sentTo = (await visitor.get(`${page}/provider`)).url;
      const nonce = sentTo.searchParams.get("nonce") ?? "";
      const code = partner.codeFor({ ...forgery, claims: { nonce, ...forgery.claims } });
      addressesOf.set(name, [...Array<string>(before).fill(outsideAddress), insideAddress]);
      const seen = await comeBack(visitor, sentTo, { iss: partner.issuer, code });
      expect(textOf(seen)).toContain("Partner could not sign you in");
      expect(await newestLogged(house, partner.issuer)).toMatchObject(refusedAddress);
      expect(await stateOf(userId)).toBe("pending");
      expect(place.insideVisits()).toBe(0);
    },
  );

  it("not that of its document: typed, redirected to, or changed since", async () => {
    const away = {
      refusal: { code: "provider-unreachable", detail: expect.stringContaining("inside this network") },
    };
    for (const address of insides(place.port)) {
      expect(await add({ discoveryUrl: address }), address).toMatchObject(away);
      partner.answerWith("/.well-known/openid-configuration", {
        status: 302,
        body: "",
        headers: { location: address },
      });
      expect(await add({ discoveryUrl: partner.issuer }), address).toMatchObject(away);
      partner.answerWith("/.well-known/openid-configuration", undefined);
    }
    addressesOf.set(name, [insideAddress]);
    expect(await add({ discoveryUrl: partner.issuer })).toMatchObject(away);
    const { visitor, page } = await guest();
    const seen = await visitor.get(`${page}/provider`);
    expect(textOf(seen)).toContain("Partner could not sign you in");
    expect(seen.html).toContain("/code-instead");
    expect(await newestLogged(house, partner.issuer)).toMatchObject(refusedAddress);
    expect(place.insideVisits()).toBe(0);
  });

  it("not by a test of the connection", async () => {
    const outcomes = async () =>
      accepted(await checkProvider(machine, byOperator, { tenantId, providerId: provider.providerId }))
        .findings.filter(({ outcome }) => outcome === "failed")
        .map(({ check, detail }) => `${check}: ${detail?.includes("inside this network")}`);
    partner.publish({ jwks_uri: insides(place.port)[0] });
    expect(await outcomes()).toContain("keys-readable: true");
    partner.publish({ userinfo_endpoint: `${partner.issuer}/userinfo` });
    addressesOf.set(name, [insideAddress]);
    expect(await outcomes()).toContain("endpoint-reached: true");
    expect(place.insideVisits()).toBe(0);
  });
});

describe("17: nor one of a GitHub server", () => {
  const answers = new Map<string, (response: ServerResponse) => unknown>();
  let server: Outside;
  const json = (value: unknown) => (response: ServerResponse) =>
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
  const token = { access_token: "t", token_type: "bearer", scope: "read:user,user:email" };
  const ways = [
    ["/login/oauth/access_token", json(token), 0],
    ["/api/v3/user", json({ id: 7, login: "vera" }), 1],
    ["/api/v3/user/emails", json([]), 2],
  ] as const;

  beforeAll(async () => {
    server = await openOutside("github.example", (request: IncomingMessage, response) =>
      answers.get(request.url ?? "")?.(response),
    );
    published.set("github.example", [`DirectFedAuthUrl=${server.origin}/login/oauth/authorize`]);
    accepted(
      await addIdentityProvider(machine, byOperator, {
        tenantId,
        kind: "github",
        displayName: "Forge",
        settings: { clientId: "x", enterpriseUrl: server.origin },
        secret: "y",
        domains: ["github.example" as DomainName],
      }),
    );
  });
  afterAll(() => server?.close());
  beforeEach(() => {
    for (const [path, answer] of ways) answers.set(path, answer);
    addressesOf.set("github.example", [outsideAddress]);
  });

  async function comesBack() {
    const { visitor, page, userId } = await accepting(house, `guest-${++people}@github.example`);
    const sentTo = (await visitor.get(`${page}/provider`)).url;
    return { userId, seen: await comeBack(visitor, sentTo, { code: randomUUID() }) };
  }

  it.each(ways)("by a redirect of %s", async (path) => {
    for (const location of insides(server.port)) {
      answers.set(path, (response) => response.writeHead(302, { location }).end());
      const { seen, userId } = await comesBack();
      expect(textOf(seen)).toContain("Forge could not sign you in");
      expect(await stateOf(userId)).toBe("pending");
    }
    expect(server.insideVisits()).toBe(0);
  });

  it.each(ways)("by a name that changes its address on the way to %s", async (_path, _answer, before) => {
    addressesOf.set("github.example", [...Array<string>(before).fill(outsideAddress), insideAddress]);
    const { seen, userId } = await comesBack();
    expect(textOf(seen)).toContain("Forge could not sign you in");
    expect(await newestLogged(house, server.origin)).toMatchObject(refusedAddress);
    expect(await stateOf(userId)).toBe("pending");
    expect(server.insideVisits()).toBe(0);
  });
});

describe("17: nor what else a partner is asked for", () => {
  let server: Outside;
  let saml: ForgingSamlProvider;
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;

  beforeAll(async () => {
    saml = await startForgingSamlProvider(machine.clock);
    server = await openOutside("other.example", (request, response) => answer(request, response));
  });
  afterAll(async () => {
    await server?.close();
    await saml?.close();
  });
  beforeEach(() => addressesOf.set("other.example", [outsideAddress]));

  it("the metadata of a SAML provider: typed, redirected to, or changed since", async () => {
    const away = { code: "provider-unreachable", detail: expect.stringContaining("inside this network") };
    for (const address of insides(server.port)) {
      expect(await add({ metadataUrl: address }, "saml"), address).toMatchObject({ refusal: away });
      answer = (_request, response) => response.writeHead(302, { location: address }).end();
      expect(await add({ metadataUrl: `${server.origin}/metadata` }, "saml"), address).toMatchObject({
        refusal: away,
      });
    }
    answer = (_request, response) => response.end(saml.metadata());
    const added = accepted(await add({ metadataUrl: `${server.origin}/metadata` }, "saml"));
    addressesOf.set("other.example", [insideAddress]);
    expect(await allConnectors.saml.refresh?.(machine, added)).toMatchObject(away);
    expect(server.insideVisits()).toBe(0);
  });

  it("the second document of a partner's Guesthouse, once the first has been read", async () => {
    const issuer = `${server.origin}/8f2c1a52-3d3b-4a5e-9c70-5a8e9b1f2d10/partner`;
    answer = (_request, response) => response.end(JSON.stringify({ issuer }));
    addressesOf.set("other.example", [outsideAddress, insideAddress]);
    expect(await add({ address: `${server.origin}/other.example` }, "guesthouse")).toMatchObject({
      refusal: { code: "provider-unreachable", detail: expect.stringContaining("inside this network") },
    });
    expect(server.insideVisits()).toBe(0);
  });

  it("an API that decides about sign-ups: typed, redirected to, or changed before it is asked once more", async () => {
    const asked = async (targetUrl: string) => {
      const properties = {
        displayName: "Register",
        targetUrl,
        credentials: { kind: "basic", userName: "house", password: "key" },
      } as const;
      const { outcome } = await callApiConnector(machine, {
        connector: accepted(await createApiConnector(machine, byOperator, tenantId, properties)),
        question: {
          step: "after-proof",
          email: "vera@other.example",
          identity: undefined,
          values: {},
          languageTag: "en",
          applicationId: "x",
        },
        flowName: undefined,
        correlationId: byOperator.correlationId,
      });
      return outcome.ok ? "let in" : outcome.refusal.detail;
    };
    for (const address of insides(server.port)) {
      expect(await asked(address), address).toContain("inside this network");
      answer = (_request, response) => response.writeHead(307, { location: address }).end();
      expect(await asked(`${server.origin}/api`), address).toContain("307");
    }
    answer = (_request, response) => response.writeHead(503).end();
    addressesOf.set("other.example", [outsideAddress, insideAddress]);
    expect(await asked(`${server.origin}/api`)).toContain("inside this network");
    expect(server.insideVisits()).toBe(0);
  });
});
