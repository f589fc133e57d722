import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findUser, findUserByIdentity, identitiesOf } from "../../src/domain/directory/find-user.ts";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { TenantId, UserId } from "../../src/foundation/identifiers.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import {
  type ForgingWsFederationProvider,
  readTokenRequest,
  startForgingWsFederationProvider,
  type TokenForgery,
  type TokenRequest,
  type TokenVersion,
} from "../support/forging-ws-federation-provider.ts";
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
const { publicUrl } = machine.configuration;
const both = ["SAML 1.1", "SAML 2.0"] as const;

let partner: ForgingWsFederationProvider;

beforeAll(async () => {
  partner = await startForgingWsFederationProvider(machine.clock);
  published.set("partner.example", [`DirectFedAuthUrl=${partner.signInUrl}`]);
  accepted(await addPartner(contoso.tenantId, "partner.example"));
});
afterAll(() => partner?.close());

function byFields(provider: ForgingWsFederationProvider): Record<string, unknown> {
  return {
    issuer: provider.entityId,
    signInUrl: provider.signInUrl,
    certificates: [provider.certificate()],
  };
}

function addPartner(tenantId: TenantId, domain: string, settings: object = byFields(partner)) {
  return addIdentityProvider(machine, byOperator, {
    tenantId,
    kind: "ws-federation",
    displayName: "Partner",
    settings: { ...settings },
    secret: undefined,
    domains: [domain as DomainName],
  });
}

/** From the invitation's link to the provider: what the browser is sent there with. */
async function toProvider(visitor: Visitor, link: string): Promise<URL> {
  const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
  expect(textOf(page)).toContain("Partner signs you in next");
  return (await visitor.get(`${page.url.pathname}/provider`)).url;
}

function back(visitor: Visitor, request: TokenRequest, wresult: string): Promise<Seen> {
  return visitor.post(request.reply, { wa: "wsignin1.0", wresult, wctx: request.context });
}

async function comesBack(version: TokenVersion, address: string, forgery: TokenForgery, provider = partner) {
  // The log is in order of time, so each round trip has a second of its own.
  house.moveClock(1);
  const invited = await house.invite(address);
  const visitor = house.visitor();
  const sentTo = await toProvider(visitor, invited.link);
  const request = readTokenRequest(sentTo);
  const xml = provider.respond(version, request, { nameId: address, email: address, ...forgery });
  const seen = await back(visitor, request, xml);
  return { ...invited, visitor, sentTo, request, xml, seen };
}

async function stateOf(userId: string): Promise<string | undefined> {
  return (await findUser(machine.database, contoso.tenantId, userId as UserId))?.redemptionState;
}

async function lastLogged() {
  const row = await machine.database
    .selectFrom("signInEvent")
    .selectAll()
    .where("tenantId", "=", contoso.tenantId)
    .orderBy("occurredAt", "desc")
    .orderBy("eventId", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return { errorCode: row.errorCode, ...(row.details as Readonly<Record<string, unknown>>) };
}

async function expectNothingProved(seen: Seen, userId: string, check: string): Promise<void> {
  expect(textOf(seen)).toContain("could not sign you in");
  expect(await stateOf(userId)).toBe("pending");
  expect(await lastLogged()).toMatchObject({ provider: "Partner", check });
}

describe("a guest whose organisation has a WS-Federation provider", () => {
  it("is sent there with a request of this tenant, and is from then on known by issuer and name", async () => {
    const { seen, visitor, userId, request } = await comesBack("SAML 1.1", "ada@partner.example", {});
    expect(request.parameters).toEqual({
      wa: "wsignin1.0",
      wtrealm: `${publicUrl}/${contoso.tenantId}/`,
      wreply: `${publicUrl}/federation/${contoso.tenantId}/ws-federation`,
      wctx: expect.stringMatching(/^[0-9a-f-]{36}\.[\w-]{43}$/),
      wct: machine.clock().toISOString(),
      username: "ada@partner.example",
    });
    expect(textOf(seen)).toContain("Review permissions");
    const landed = await visitor.submit(seen, { decision: "accept" });
    expect(landed.url.href).toBe("https://app.contoso.example/landing");
    const [identity] = (await identitiesOf(machine.database, contoso.tenantId, [userId as UserId])).values();
    expect(identity).toEqual({
      issuer: partner.entityId,
      subject: "ada@partner.example",
      providerKind: "ws-federation",
      email: "ada@partner.example",
    });
  });

  it.each(both.flatMap((version) => (["2005", "1.3"] as const).map((trust) => [version, trust] as const)))(
    "accepts with a token of %s in an answer of WS-Trust %s",
    async (version, trust) => {
      const { seen } = await comesBack(version, "trust@partner.example", { trust });
      expect(textOf(seen)).toContain("Review permissions");
    },
  );

  it("is known by the ImmutableID rather than by the name", async () => {
    const address = "immutable@partner.example";
    const { seen, visitor, userId } = await comesBack("SAML 1.1", address, { immutableIds: ["AbC123=="] });
    await visitor.submit(seen, { decision: "accept" });
    const found = await findUserByIdentity(machine.database, contoso.tenantId, partner.entityId, "AbC123==");
    expect(found?.userId).toBe(userId);
  });

  it.each(both)(
    "accepts with a clock of the provider a minute and a half ahead or behind (%s)",
    async (version) => {
      const now = machine.clock().getTime();
      const at = (milliseconds: number) => new Date(now + milliseconds);
      const ahead = { notBefore: at(90_000), notOnOrAfter: at(390_000), issuedAt: at(90_000) };
      const behind = { notBefore: at(-390_000), notOnOrAfter: at(-90_000), issuedAt: at(-90_000) };
      expect(textOf((await comesBack(version, "ahead@partner.example", ahead)).seen)).toContain("Review");
      expect(textOf((await comesBack(version, "behind@partner.example", behind)).seen)).toContain("Review");
    },
  );
});

/** Puts something else where the assertion stood. */
const inPlace = (replacement: (xml: string) => string) => (xml: string) =>
  xml.replace(assertionOf(xml), () => replacement(xml));

const signaturePattern = /<ds:Signature[\s\S]*<\/ds:Signature>/;
const idPattern = / (?:Assertion)?ID="(_a[^"]+)"/;

function assertionOf(xml: string): string {
  return /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? "";
}

/** The same assertion about somebody else, without a signature. */
function evilOf(xml: string, id = "_evil"): string {
  const honest = assertionOf(xml);
  const own = idPattern.exec(honest)?.[1] ?? "";
  return honest.replace(signaturePattern, "").replace(own, id).replaceAll("colleague@", "boss@");
}

/** The forged assertion carries the signature of the honest one, which stands inside that. */
function takenOver(xml: string): string {
  const honest = assertionOf(xml);
  const signature = signaturePattern.exec(honest)?.[0] ?? "";
  const object = `<ds:Object>${honest.replace(signature, "")}</ds:Object></ds:Signature>`;
  return evilOf(xml).replace(
    "</saml:Assertion>",
    `${signature.replace("</ds:Signature>", object)}</saml:Assertion>`,
  );
}

/** The honest statement is about colleague@partner.example; each variant wants it to be about boss@partner.example. */
const wrappings: readonly [string, (xml: string) => string][] = [
  ["text changed under the signature", (xml) => xml.replaceAll("colleague@", "boss@")],
  ["a forged assertion before the signed one", inPlace((xml) => `${evilOf(xml)}${assertionOf(xml)}`)],
  ["a forged assertion after the signed one", inPlace((xml) => `${assertionOf(xml)}${evilOf(xml)}`)],
  ["a forged assertion that carries the signature, the signed one inside it", inPlace(takenOver)],
  [
    "a forged assertion that carries the signature, the signed one beside it",
    (xml) => {
      const signature = signaturePattern.exec(xml)?.[0] ?? "";
      const honest = assertionOf(xml).replace(signature, "");
      const evil = evilOf(xml).replace("</saml:Assertion>", `${signature}</saml:Assertion>`);
      return xml
        .replace(assertionOf(xml), () => evil)
        .replace(
          "<t:RequestedSecurityToken>",
          () => `<t:AppliesTo>${honest}</t:AppliesTo><t:RequestedSecurityToken>`,
        );
    },
  ],
  [
    "the signed assertion in an advice of the forged one",
    inPlace((xml) =>
      evilOf(xml).replace(
        "<saml:AttributeStatement",
        `<saml:Advice>${assertionOf(xml)}</saml:Advice><saml:AttributeStatement`,
      ),
    ),
  ],
  [
    "a forged assertion with the same ID before the answer",
    (xml) => {
      const evil = evilOf(xml, idPattern.exec(xml)?.[1]);
      return xml.replace(
        "<t:RequestedSecurityToken>",
        () => `<t:AppliesTo>${evil}</t:AppliesTo><t:RequestedSecurityToken>`,
      );
    },
  ],
  [
    "a forged assertion with the ID of the signed one beside it, and its signature",
    (xml) => {
      const signature = signaturePattern.exec(xml)?.[0] ?? "";
      const evil = evilOf(xml, idPattern.exec(xml)?.[1]).replace(
        "</saml:Assertion>",
        `${signature}</saml:Assertion>`,
      );
      const honest = assertionOf(xml);
      return xml
        .replace(honest, () => evil)
        .replace(
          "<t:RequestedSecurityToken>",
          () => `<t:AppliesTo>${honest}</t:AppliesTo><t:RequestedSecurityToken>`,
        );
    },
  ],
  [
    "a second answer",
    (xml) => {
      const answer =
        /<t:RequestSecurityTokenResponse[ >][\s\S]*<\/t:RequestSecurityTokenResponse>/.exec(xml)?.[0] ?? "";
      const namespace = / xmlns:t="([^"]+)"/.exec(xml)?.[0] ?? "";
      const forged = answer.replace(assertionOf(xml), () => evilOf(xml));
      return `<t:RequestSecurityTokenResponseCollection${namespace}>${forged}${answer}</t:RequestSecurityTokenResponseCollection>`;
    },
  ],
  [
    "a second token in the answer",
    (xml) =>
      xml.replace(
        "<t:RequestedSecurityToken>",
        () => `<t:RequestedSecurityToken>${evilOf(xml)}</t:RequestedSecurityToken><t:RequestedSecurityToken>`,
      ),
  ],
  [
    "a comment in the digest",
    (xml) => xml.replace(/<ds:DigestValue>/, "<ds:DigestValue><!--x-->").replaceAll("colleague@", "boss@"),
  ],
  [
    "a second SignedInfo",
    (xml) =>
      xml
        .replace(/<ds:SignedInfo>[\s\S]*?<\/ds:SignedInfo>/, (info) => `${info}${info}`)
        .replaceAll("colleague@", "boss@"),
  ],
  ["a second signature", (xml) => xml.replace(signaturePattern, (one) => `${one}${one}`)],
  ["the signature taken away", (xml) => xml.replace(signaturePattern, "").replaceAll("colleague@", "boss@")],
  [
    "a second statement of attributes",
    (xml) =>
      xml.replace(
        /<saml:AttributeStatement>[\s\S]*<\/saml:AttributeStatement>/,
        (one) => `${one.replaceAll("colleague@", "boss@")}${one}`,
      ),
  ],
];

describe("12: only what a WS-Federation provider signed counts", () => {
  it.each(wrappings)("%s", async (_name, afterwards) => {
    for (const version of both) {
      // The invitation is for the one whom the forged statement is about.
      const { seen, userId } = await comesBack(version, "boss@partner.example", {
        email: "colleague@partner.example",
        nameId: "colleague@partner.example",
        afterwards,
      });
      expect(textOf(seen)).toContain("could not sign you in");
      expect(await stateOf(userId)).toBe("pending");
    }
  });

  it.each<[string, TokenForgery]>([
    ["unsigned", { isSigned: false }],
    ["signed with a key that is not published", { foreignKey: true }],
    ["signed with SHA-1", { signatureAlgorithm: "http://www.w3.org/2000/09/xmldsig#rsa-sha1" }],
    ["digested with SHA-1", { digestAlgorithm: "http://www.w3.org/2000/09/xmldsig#sha1" }],
    [
      "that keeps comments apart from what is signed",
      {
        transforms: [
          "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
          "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
        ],
      },
    ],
  ])("an answer %s proves nothing", async (_name, forgery) => {
    for (const version of both) {
      const { seen, userId } = await comesBack(version, "signature@partner.example", forgery);
      await expectNothingProved(seen, userId, "signature");
    }
  });

  it.each([
    ["in the address", "cut-address@partner.example", "email"],
    ["in the name", "cut-name@partner.example", "nameId"],
  ])("a comment %s cuts nothing off", async (_name, victim, field) => {
    const accepting = await comesBack("SAML 1.1", victim, {});
    await accepting.visitor.submit(accepting.seen, { decision: "accept" });
    const forgery = {
      nameId: "attacker",
      email: "evil@partner.example",
      [field]: `${victim}<!-- -->.evil.example`,
    };
    const { seen, visitor } = await comesBack("SAML 1.1", "evil@partner.example", forgery);
    expect(textOf(seen)).toContain(field === "email" ? "could not sign you in" : "Review permissions");
    expect(textOf(await visitor.get(`/myapps?tenant=${contoso.tenantId}`))).not.toContain("My Apps");
    const { database } = machine;
    const victimsUser = await findUserByIdentity(database, contoso.tenantId, partner.entityId, victim);
    expect(victimsUser?.mail).toBe(victim);
  });

  it.each([
    ["reads a file", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"],
    [
      "grows without end",
      '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>',
      "&c;",
    ],
    ["is there at all", "<!DOCTYPE t>", "colleague"],
  ])("a document type that %s is refused", async (_name, documentType, text) => {
    const { seen, userId } = await comesBack("SAML 1.1", "entity@partner.example", {
      afterwards: (xml) => `${documentType}${xml.replace("entity@", `${text}@`)}`,
    });
    await expectNothingProved(seen, userId, "answer-understood");
  });

  it.each([
    "",
    "no XML at all",
    "<xml",
    "<a>".repeat(20_000),
    `${"<a>".repeat(20_000)}${"</a>".repeat(20_000)}`,
    '<t:RequestSecurityTokenResponse xmlns:t="http://schemas.xmlsoap.org/ws/2005/02/trust"/>',
    '<t:RequestSecurityTokenResponse xmlns:t="http://schemas.xmlsoap.org/ws/2005/02/trust"><t:RequestedSecurityToken><Assertion/></t:RequestedSecurityToken></t:RequestSecurityTokenResponse>',
    '<t:RequestSecurityTokenResponse xmlns:t="urn:other"><t:RequestedSecurityToken/></t:RequestSecurityTokenResponse>',
  ])("garbage is refused (%#)", async (garbage) => {
    const { link, userId } = await house.invite("garbage@partner.example");
    house.moveClock(1);
    const visitor = house.visitor();
    const request = readTokenRequest(await toProvider(visitor, link));
    await expectNothingProved(await back(visitor, request, garbage), userId, "answer-understood");
  });
});

describe("12: what a signed token must say", () => {
  const at = (seconds: number) => new Date(machine.clock().getTime() + seconds * 1000);
  it.each<[string, string, number, () => TokenForgery]>([
    ["of another issuer", "issuer", 50107, () => ({ issuer: "https://idp.evil.example" })],
    ["for another audience", "audience", 50008, () => ({ audience: "https://other.example/" })],
    ["for another tenant", "audience", 50008, () => ({ audience: `${publicUrl}/${fabrikam.tenantId}/` })],
    ["past its time", "time", 50008, () => ({ notBefore: at(-600), notOnOrAfter: at(-121) })],
    ["before its time", "time", 50008, () => ({ notBefore: at(125), notOnOrAfter: at(600) })],
    ["issued before it was asked for", "time", 50008, () => ({ issuedAt: at(-125) })],
    [
      "confirmed by another method",
      "recipient",
      50008,
      () => ({ confirmation: "urn:oasis:names:tc:SAML:1.0:cm:holder-of-key" }),
    ],
    ["with an empty name", "subject", 50008, () => ({ nameId: " " })],
    ["without a name", "subject", 50008, () => ({ nameId: undefined })],
    [
      "with a name that changes",
      "subject",
      50008,
      () => ({ nameIdFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:transient" }),
    ],
    ["with two ImmutableIDs", "subject", 50008, () => ({ immutableIds: ["one", "two"] })],
    ["with an empty ImmutableID", "subject", 50008, () => ({ immutableIds: [""] })],
  ])("a token %s proves nothing", async (_name, check, errorCode, forgery) => {
    for (const version of both) {
      const { seen, userId } = await comesBack(version, "said@partner.example", forgery());
      await expectNothingProved(seen, userId, check);
      expect((await lastLogged()).errorCode).toBe(errorCode);
    }
  });

  it.each([
    ["for another recipient", "recipient", () => 'Recipient="https://other.example/acs"'],
    ["that answers a SAML request", "answer-belongs-here", () => 'InResponseTo="_request"'],
    ["whose confirmation is over", "time", () => `NotOnOrAfter="${at(-121).toISOString()}"`],
  ])("a SAML 2.0 token %s proves nothing", async (_name, check, confirmationData) => {
    const forgery = { confirmationData: confirmationData() };
    const { seen, userId } = await comesBack("SAML 2.0", "confirmed@partner.example", forgery);
    await expectNothingProved(seen, userId, check);
  });

  it("a SAML 1.1 token about two persons proves nothing", async () => {
    const { seen, userId } = await comesBack("SAML 1.1", "two@partner.example", {
      nameId: "one</saml:NameIdentifier><saml:NameIdentifier>other",
    });
    await expectNothingProved(seen, userId, "answer-understood");
  });

  it("a token counts once, whatever journey brings it", async () => {
    for (const version of both) {
      const assertionId = `_a${version.at(-1)}`;
      const once = await comesBack(version, "once@partner.example", { assertionId });
      expect(textOf(once.seen)).toContain("Review");
      const again = await comesBack(version, "once@partner.example", { assertionId });
      await expectNothingProved(again.seen, again.userId, "taken-once");
    }
  });

  it("an answer that was posted is not taken a second time", async () => {
    const { visitor, request, xml } = await comesBack("SAML 1.1", "twice@partner.example", {});
    const thief = house.visitor();
    expect((await back(thief, request, xml)).status).toBe(400);
    expect(textOf(await back(visitor, request, xml))).not.toContain("could not sign you in");
    expect(textOf(await visitor.get(`/myapps?tenant=${contoso.tenantId}`))).not.toContain("My Apps");
  });

  it("somebody else's browser cannot bring it in, nor their own journey with another wctx", async () => {
    const { link, userId } = await house.invite("stolen@partner.example");
    const victim = house.visitor();
    const request = readTokenRequest(await toProvider(victim, link));
    const thief = house.visitor();
    const own = readTokenRequest(await toProvider(thief, link));
    const wresult = partner.respond("SAML 1.1", request, { email: "stolen@partner.example" });
    expect((await back(thief, request, wresult)).status).toBe(400);
    const [transaction] = request.context.split(".");
    const [, secret] = own.context.split(".");
    await back(victim, { ...request, context: `${transaction}.${secret}` }, wresult);
    await back(victim, own, wresult);
    expect(await stateOf(userId)).toBe("pending");
    expect(textOf(await victim.get(`/signin/${transaction}`))).toContain("Partner signs you in next");
  });

  it("what a provider sends by itself is refused", async () => {
    const visitor = house.visitor();
    const reply = `${publicUrl}/federation/${contoso.tenantId}/ws-federation`;
    const request = { realm: `${publicUrl}/${contoso.tenantId}/`, reply, context: "", parameters: {} };
    const wresult = partner.respond("SAML 1.1", request, { email: "ada@partner.example" });
    expect((await back(visitor, request, wresult)).status).toBe(400);
    expect(textOf(await visitor.get(`/myapps?tenant=${contoso.tenantId}`))).not.toContain("My Apps");
  });
});

describe("3: a WS-Federation provider vouches for addresses of its domains only", () => {
  it.each(["boss@contoso.example", "no address", ""])("'%s' accepts nothing", async (email) => {
    const { seen, userId } = await comesBack("SAML 1.1", "outside@partner.example", { email });
    await expectNothingProved(seen, userId, "domain-rule");
  });

  it.each([
    ["a name of the house", { issuer: "mail" }],
    ["no certificate", { certificates: ["AAAA"] }],
    ["an address without TLS", { signInUrl: "http://partner.example/adfs/ls" }],
    ["nothing else", { signInUrl: undefined }],
  ])("is not added with %s", async (_name, wrong) => {
    const added = await addPartner(contoso.tenantId, "other.example", { ...byFields(partner), ...wrong });
    expect(added).toMatchObject({ refusal: { code: "settings-wrong" } });
  });
});

describe("metadata of a WS-Federation provider", () => {
  it("says all about it, and lets it change its key without an outage", async () => {
    const rolling = await startForgingWsFederationProvider(machine.clock);
    published.set("rolling.example", [`DirectFedAuthUrl=${rolling.signInUrl}`]);
    const { settings } = accepted(
      await addPartner(contoso.tenantId, "rolling.example", { metadataUrl: rolling.metadataUrl }),
    );
    expect(settings).toMatchObject({ issuer: rolling.entityId, signInUrl: rolling.signInUrl });
    const first = await comesBack("SAML 1.1", "before@rolling.example", {}, rolling);
    expect(textOf(first.seen)).toContain("Review permissions");
    await rolling.rollKey();
    const asked = rolling.metadataRequests.length;
    const second = await comesBack("SAML 2.0", "after@rolling.example", {}, rolling);
    expect(textOf(second.seen)).toContain("Review permissions");
    expect(rolling.metadataRequests).toHaveLength(asked + 1);
    await rolling.close();
  });

  it.each([
    ["garbage", "<!doctype html>"],
    ["of SAML alone", '<EntityDescriptor entityID="x"><IDPSSODescriptor/></EntityDescriptor>'],
    [
      "of an application",
      '<EntityDescriptor entityID="x"><RoleDescriptor xsi:type="fed:ApplicationServiceType"/></EntityDescriptor>',
    ],
  ])("is refused when it is %s", async (_name, metadata) => {
    const broken = await startForgingWsFederationProvider(machine.clock);
    broken.publish(metadata);
    const added = await addPartner(contoso.tenantId, "broken.example", { metadataUrl: broken.metadataUrl });
    expect(added).toMatchObject({ refusal: { code: "provider-answer-wrong", check: "metadata-understood" } });
    await broken.close();
  });
});
