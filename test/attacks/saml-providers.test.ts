import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findUser, findUserByIdentity, identitiesOf } from "../../src/domain/directory/find-user.ts";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import { changeIdentityProvider } from "../../src/domain/federation/change-identity-provider.ts";
import { readMetadata } from "../../src/domain/federation/connectors/saml/read-metadata.ts";
import { rereadCertificates } from "../../src/domain/federation/connectors/signed-assertions/reread-certificates.ts";
import { openProvider } from "../../src/domain/federation/find-provider.ts";
import { removeEndedSignIns } from "../../src/domain/signin/remove-ended-sign-ins.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { TenantId, UserId } from "../../src/foundation/identifiers.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import {
  emailClaim,
  encodedResponse,
  type ForgingSamlProvider,
  readSamlRequest,
  type SamlForgery,
  type SamlRequest,
  startForgingSamlProvider,
} from "../support/forging-saml-provider.ts";
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

let partner: ForgingSamlProvider;

beforeAll(async () => {
  partner = await startForgingSamlProvider(machine.clock);
  published.set("partner.example", [`DirectFedAuthUrl=${partner.signInUrl}`]);
  accepted(await addPartner(contoso.tenantId, "partner.example"));
});
afterAll(() => partner?.close());

function byFields(provider: ForgingSamlProvider): Record<string, unknown> {
  return {
    issuer: provider.entityId,
    signInUrl: provider.signInUrl,
    certificates: [provider.certificate()],
  };
}

function addPartner(tenantId: TenantId, domain: string, settings: object = byFields(partner)) {
  return addIdentityProvider(machine, byOperator, {
    tenantId,
    kind: "saml",
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

function back(visitor: Visitor, request: SamlRequest, xml: string): Promise<Seen> {
  return visitor.post(request.recipient, {
    SAMLResponse: encodedResponse(xml),
    RelayState: request.relayState,
  });
}

async function comesBack(address: string, forgery: SamlForgery, provider = partner) {
  // The log is in order of time, so each round trip has a second of its own.
  house.moveClock(1);
  const invited = await house.invite(address);
  const visitor = house.visitor();
  const request = readSamlRequest(await toProvider(visitor, invited.link));
  const xml = provider.respond(request, { nameId: address, email: address, ...forgery });
  const seen = await back(visitor, request, xml);
  return { ...invited, visitor, request, xml, seen };
}

async function stateOf(userId: string): Promise<string | undefined> {
  return (await findUser(machine.database, contoso.tenantId, userId as UserId))?.redemptionState;
}

async function lastLogged(): Promise<Readonly<Record<string, unknown>>> {
  const row = await machine.database
    .selectFrom("signInEvent")
    .selectAll()
    .where("tenantId", "=", contoso.tenantId)
    .orderBy("occurredAt", "desc")
    .orderBy("eventId", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.details as Readonly<Record<string, unknown>>;
}

describe("a guest whose organisation has a SAML provider", () => {
  it("is sent there with a request of this tenant, and is from then on known by entity id and NameID", async () => {
    const { seen, visitor, userId, request } = await comesBack("ada@partner.example", {});
    expect(request).toMatchObject({
      audience: `${publicUrl}/${contoso.tenantId}/`,
      recipient: `${publicUrl}/federation/${contoso.tenantId}/saml`,
    });
    // SAML Bindings section 3.4.3
    expect(Buffer.byteLength(request.relayState)).toBeLessThanOrEqual(80);
    expect(request.xml).not.toContain("ForceAuthn");
    expect(textOf(seen)).toContain("Review permissions");
    const landed = await visitor.submit(seen, { decision: "accept" });
    expect(landed.url.href).toBe("https://app.contoso.example/landing");
    const [identity] = (await identitiesOf(machine.database, contoso.tenantId, [userId as UserId])).values();
    expect(identity).toEqual({
      issuer: partner.entityId,
      subject: "ada@partner.example",
      providerKind: "saml",
      email: "ada@partner.example",
    });
  });

  it.each(["response", "both"] as const)("accepts when the provider signs %s", async (signs) => {
    const { seen } = await comesBack(`signs-${signs}@partner.example`, { signs });
    expect(textOf(seen)).toContain("Review permissions");
  });

  it("accepts with a clock of the provider that is a minute and a half ahead or behind", async () => {
    const now = machine.clock().getTime();
    const ahead = { notBefore: new Date(now + 90_000), notOnOrAfter: new Date(now + 390_000) };
    const behind = { notBefore: new Date(now - 390_000), notOnOrAfter: new Date(now - 90_000) };
    expect(textOf((await comesBack("ahead@partner.example", ahead)).seen)).toContain("Review permissions");
    expect(textOf((await comesBack("behind@partner.example", behind)).seen)).toContain("Review permissions");
  });
});

/** Puts something else where the assertion stood. */
const inPlace = (replacement: (xml: string) => string) => (xml: string) =>
  xml.replace(assertionOf(xml), () => replacement(xml));

const signaturePattern = /<ds:Signature[\s\S]*<\/ds:Signature>/;

function assertionOf(xml: string): string {
  return /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? "";
}

/** The same assertion about somebody else, without a signature. */
function evilOf(xml: string, id = "_evil"): string {
  return assertionOf(xml)
    .replace(signaturePattern, "")
    .replace(/ ID="[^"]+"/, ` ID="${id}"`)
    .replaceAll("colleague@", "boss@");
}

/** The forged assertion carries the signature of the honest one, which stands inside that. */
function takenOver(xml: string): string {
  const honest = assertionOf(xml);
  const signature = signaturePattern.exec(honest)?.[0] ?? "";
  const object = `<ds:Object>${honest.replace(signature, "")}</ds:Object></ds:Signature>`;
  return evilOf(xml).replace(
    "</saml:Issuer>",
    `</saml:Issuer>${signature.replace("</ds:Signature>", object)}`,
  );
}

/** The honest statement is about colleague@partner.example; each variant wants it to be about boss@partner.example. */
const wrappings: readonly [string, (xml: string) => string][] = [
  ["text changed under the signature", (xml) => xml.replaceAll("colleague@", "boss@")],
  ["a forged assertion before the signed one", inPlace((xml) => `${evilOf(xml)}${assertionOf(xml)}`)],
  ["a forged assertion after the signed one", inPlace((xml) => `${assertionOf(xml)}${evilOf(xml)}`)],
  ["a forged assertion that carries the signature, the signed one inside it", inPlace(takenOver)],
  [
    "the signed assertion in the extensions of the response",
    (xml) =>
      inPlace(evilOf)(xml).replace(
        "<samlp:Status>",
        `<samlp:Extensions>${assertionOf(xml)}</samlp:Extensions><samlp:Status>`,
      ),
  ],
  [
    "the signed assertion in an advice of the forged one",
    inPlace((xml) =>
      evilOf(xml).replace(
        "<saml:Conditions",
        `<saml:Advice>${assertionOf(xml)}</saml:Advice><saml:Conditions`,
      ),
    ),
  ],
  [
    "a forged assertion with the same ID",
    inPlace((xml) => `${evilOf(xml, / ID="(_a[^"]+)"/.exec(xml)?.[1])}${assertionOf(xml)}`),
  ],
  [
    "the signed assertion inside a forged response inside another response",
    (xml) =>
      `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"${/ InResponseTo="[^"]+"/.exec(xml)?.[0]}><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${evilOf(xml)}${xml}</samlp:Response>`,
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
  [
    "the signature taken away",
    (xml) => xml.replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, "").replaceAll("colleague@", "boss@"),
  ],
  [
    "a second statement of attributes",
    (xml) =>
      xml.replace(
        "</saml:Assertion>",
        `<saml:AttributeStatement><saml:Attribute Name="${emailClaim}"><saml:AttributeValue>boss@partner.example</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion>`,
      ),
  ],
];

describe("12: only what the provider signed counts", () => {
  it.each(wrappings)("%s", async (_name, afterwards) => {
    // The invitation is for the one whom the forged statement is about.
    const address = "boss@partner.example";
    for (const signs of ["assertion", "response"] as const) {
      const { seen, userId } = await comesBack(address, {
        email: "colleague@partner.example",
        nameId: "colleague@partner.example",
        signs,
        afterwards,
      });
      expect(textOf(seen)).toContain("could not sign you in");
      expect(await stateOf(userId)).toBe("pending");
    }
  });

  it.each<[string, SamlForgery]>([
    ["unsigned", { signs: "nothing" }],
    ["signed with a key that is not published", { foreignKey: true }],
    ["a response signed with a key that is not published", { foreignKey: true, signs: "response" }],
    ["signed with SHA-1", { signatureAlgorithm: "http://www.w3.org/2000/09/xmldsig#rsa-sha1" }],
    ["digested with SHA-1", { digestAlgorithm: "http://www.w3.org/2000/09/xmldsig#sha1" }],
  ])("an answer %s proves nothing", async (_name, forgery) => {
    const { seen, userId } = await comesBack("signature@partner.example", forgery);
    expect(textOf(seen)).toContain("could not sign you in");
    expect(await stateOf(userId)).toBe("pending");
    expect(await lastLogged()).toMatchObject({ provider: "Partner", check: "signature" });
  });

  it.each([
    ["in the address", "cut-address@partner.example", "email"],
    ["in the NameID", "cut-name@partner.example", "nameId"],
  ])("a comment %s cuts nothing off", async (_name, victim, field) => {
    const accepting = await comesBack(victim, {});
    await accepting.visitor.submit(accepting.seen, { decision: "accept" });
    const forgery = {
      nameId: "attacker",
      email: "evil@partner.example",
      [field]: `${victim}<!-- -->.evil.example`,
    };
    const { seen, visitor } = await comesBack("evil@partner.example", forgery);
    const isAddress = field === "email";
    expect(textOf(seen)).toContain(isAddress ? "could not sign you in" : "Review permissions");
    expect(textOf(await visitor.get(`/myapps?tenant=${contoso.tenantId}`))).not.toContain("My Apps");
    const evil = await findUserByIdentity(
      machine.database,
      contoso.tenantId,
      partner.entityId,
      isAddress ? "attacker" : victim,
    );
    expect(evil?.mail).toBe(isAddress ? undefined : victim);
  });

  it.each([
    ["reads a file", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"],
    [
      "grows without end",
      '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>',
      "&c;",
    ],
    ["is there at all", "<!DOCTYPE samlp:Response>", "colleague"],
  ])("a document type that %s is refused", async (_name, documentType, text) => {
    const { seen } = await comesBack("entity@partner.example", {
      afterwards: (xml) => `${documentType}${xml.replace("entity@", `${text}@`)}`,
    });
    expect(textOf(seen)).toContain("could not sign you in");
    expect((await lastLogged())["check"]).toBe("answer-understood");
  });

  it.each(["", "no base64 at all", encodedResponse("<xml"), encodedResponse("<a>".repeat(20_000))])(
    "garbage is refused (%#)",
    async (garbage) => {
      const { link } = await house.invite("garbage@partner.example");
      const visitor = house.visitor();
      const request = readSamlRequest(await toProvider(visitor, link));
      const seen = await visitor.post(request.recipient, {
        SAMLResponse: garbage,
        RelayState: request.relayState,
      });
      expect(textOf(seen)).toContain("could not sign you in");
    },
  );
});

describe("12: what a signed assertion must say", () => {
  const at = (seconds: number) => new Date(machine.clock().getTime() + seconds * 1000);
  const elsewhere = `${publicUrl}/federation/${fabrikam.tenantId}/saml`;
  it.each<[string, string, () => SamlForgery]>([
    ["of another issuer", "issuer", () => ({ issuer: "https://idp.evil.example" })],
    ["for another audience", "audience", () => ({ audience: "https://other.example/" })],
    ["for another tenant", "audience", () => ({ audience: `${publicUrl}/${fabrikam.tenantId}/` })],
    ["for another recipient", "recipient", () => ({ recipient: "https://other.example/acs" })],
    ["to be sent to another tenant", "recipient", () => ({ recipient: elsewhere })],
    ["with another destination", "destination", () => ({ destination: elsewhere })],
    ["that nobody asked for", "answer-belongs-here", () => ({ inResponseTo: undefined })],
    ["for another request", "answer-belongs-here", () => ({ inResponseTo: "_another" })],
    ["past its time", "time", () => ({ notBefore: at(-600), notOnOrAfter: at(-121) })],
    ["before its time", "time", () => ({ notBefore: at(125), notOnOrAfter: at(600) })],
    [
      "with a NameID that changes",
      "subject",
      () => ({ nameIdFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:transient" }),
    ],
    ["with an empty NameID", "subject", () => ({ nameId: " " })],
    ["that is a refusal", "person-agreed", () => ({ status: "Responder" })],
  ])("an assertion %s proves nothing", async (_name, check, forgery) => {
    const { seen, userId } = await comesBack("said@partner.example", forgery());
    expect(textOf(seen)).toContain("could not sign you in");
    expect(await stateOf(userId)).toBe("pending");
    expect((await lastLogged())["check"]).toBe(check);
  });

  it("the request is read from what was signed, not from the response around it", async () => {
    house.moveClock(1);
    const invited = await house.invite("around@partner.example");
    const visitor = house.visitor();
    const request = readSamlRequest(await toProvider(visitor, invited.link));
    const xml = partner
      .respond({ ...request, requestId: "_another" }, { email: "around@partner.example" })
      .replace('InResponseTo="_another"', `InResponseTo="${request.requestId}"`);
    expect(textOf(await back(visitor, request, xml))).toContain("could not sign you in");
    expect((await lastLogged())["check"]).toBe("answer-belongs-here");
  });

  it("an assertion counts once, whatever journey brings it", async () => {
    const assertionId = "_taken-once";
    expect(textOf((await comesBack("once@partner.example", { assertionId })).seen)).toContain("Review");
    const again = await comesBack("once@partner.example", { assertionId });
    expect(textOf(again.seen)).toContain("could not sign you in");
    expect((await lastLogged())["check"]).toBe("taken-once");
    const noted = () =>
      machine.database
        .selectFrom("usedAssertion")
        .selectAll()
        .where("assertionId", "=", assertionId)
        .execute();
    await removeEndedSignIns(machine);
    expect(await noted()).toMatchObject([{ tenantId: contoso.tenantId, issuer: partner.entityId }]);
    const before = machine.clock();
    house.moveClock(3600);
    await removeEndedSignIns(machine);
    machine.setClock(before);
    expect(await noted()).toEqual([]);
  });

  it("a response that was posted is not taken a second time", async () => {
    const { visitor, request, xml } = await comesBack("twice@partner.example", {});
    const thief = house.visitor();
    expect((await back(thief, request, xml)).status).toBe(400);
    expect(textOf(await back(visitor, request, xml))).not.toContain("could not sign you in");
    expect(textOf(await visitor.get(`/myapps?tenant=${contoso.tenantId}`))).not.toContain("My Apps");
  });

  it("somebody else's browser cannot bring it in", async () => {
    const { link, userId } = await house.invite("stolen@partner.example");
    const victim = house.visitor();
    const request = readSamlRequest(await toProvider(victim, link));
    const thief = house.visitor();
    await thief.get(link);
    const xml = partner.respond(request, { email: "stolen@partner.example" });
    expect((await back(thief, request, xml)).status).toBe(400);
    expect(await stateOf(userId)).toBe("pending");
  });

  it("what a provider sends by itself is refused", async () => {
    const visitor = house.visitor();
    const request = {
      xml: "",
      requestId: "",
      relayState: "",
      audience: `${publicUrl}/${contoso.tenantId}/`,
      recipient: `${publicUrl}/federation/${contoso.tenantId}/saml`,
    };
    const xml = partner.respond(request, { inResponseTo: undefined, email: "ada@partner.example" });
    expect((await back(visitor, request, xml)).status).toBe(400);
    expect(textOf(await visitor.get(`/myapps?tenant=${contoso.tenantId}`))).not.toContain("My Apps");
  });
});

describe("3: a SAML provider vouches for addresses of its domains only", () => {
  it.each(["boss@contoso.example", "no address", ""])("'%s' accepts nothing", async (email) => {
    const { seen, userId } = await comesBack("outside@partner.example", { email });
    expect(textOf(seen)).toContain("could not sign you in");
    expect(await stateOf(userId)).toBe("pending");
  });

  it.each([
    ["a name of the house", { issuer: "mail" }],
    ["no certificate", { certificates: ["AAAA"] }],
    ["an address without TLS", { signInUrl: "http://partner.example/sso" }],
    ["nothing else", { signInUrl: undefined }],
  ])("is not added with %s", async (_name, wrong) => {
    const added = await addPartner(contoso.tenantId, "other.example", { ...byFields(partner), ...wrong });
    expect(added).toMatchObject({ refusal: { code: "settings-wrong" } });
  });
});

describe("metadata of a SAML provider", () => {
  it("says all about it, and lets it change its key without an outage", async () => {
    const rolling = await startForgingSamlProvider(machine.clock);
    published.set("rolling.example", [`DirectFedAuthUrl=${rolling.signInUrl}`]);
    const { providerId, settings } = accepted(
      await addPartner(contoso.tenantId, "rolling.example", { metadataUrl: rolling.metadataUrl }),
    );
    expect(settings).toMatchObject({ issuer: rolling.entityId, signInUrl: rolling.signInUrl });
    const first = await comesBack("before@rolling.example", {}, rolling);
    expect(textOf(first.seen)).toContain("Review permissions");
    await rolling.rollKey();
    // Two guests at once: one reading serves both.
    const asked = rolling.metadataRequests.length;
    const both = await Promise.all([
      comesBack("after@rolling.example", {}, rolling),
      comesBack("too@rolling.example", {}, rolling),
    ]);
    for (const { seen } of both) expect(textOf(seen)).toContain("Review permissions");
    expect(rolling.metadataRequests).toHaveLength(asked + 1);
    const events = await machine.database
      .selectFrom("auditEvent")
      .selectAll()
      .where("tenantId", "=", contoso.tenantId)
      .where("activity", "=", "identity-provider-updated")
      .execute();
    expect(events.filter(({ targetId }) => targetId === providerId)).toHaveLength(1);
    // Forged answers make us ask once a minute at most.
    for (let tries = 0; tries < 3; tries++)
      await comesBack("forged@rolling.example", { foreignKey: true }, rolling);
    expect(rolling.metadataRequests).toHaveLength(asked + 1);
    await rolling.close();
  });

  it("serves whoever met the old key a moment later, or elsewhere, though it is read once", async () => {
    const rolling = await startForgingSamlProvider(machine.clock);
    published.set("staggered.example", [`DirectFedAuthUrl=${rolling.signInUrl}`]);
    const { metadataUrl } = rolling;
    const { providerId } = accepted(await addPartner(contoso.tenantId, "staggered.example", { metadataUrl }));
    const knownBefore = await openProvider(machine, contoso.tenantId, providerId);
    if (!knownBefore) throw new Error("the provider was just added");
    await rolling.rollKey();
    const asked = rolling.metadataRequests.length;
    const read = await rereadCertificates(machine, knownBefore, readMetadata);
    expect(read).toHaveLength(1);
    expect(await rereadCertificates(machine, knownBefore, readMetadata)).toEqual(read);
    expect(rolling.metadataRequests).toHaveLength(asked + 1);
    await rolling.close();
  });

  it("of somebody else changes nothing", async () => {
    const shaky = await startForgingSamlProvider(machine.clock);
    const evil = await startForgingSamlProvider(machine.clock);
    published.set("shaky.example", [`DirectFedAuthUrl=${shaky.signInUrl}`]);
    accepted(await addPartner(contoso.tenantId, "shaky.example", { metadataUrl: shaky.metadataUrl }));
    shaky.publish(evil.metadata());
    const { seen } = await comesBack("guest@shaky.example", { issuer: shaky.entityId }, evil);
    expect(textOf(seen)).toContain("could not sign you in");
    expect(shaky.metadataRequests).toHaveLength(2);
    await Promise.all([shaky.close(), evil.close()]);
  });

  it.each([
    ["garbage", "<!doctype html>"],
    ["without a key", '<EntityDescriptor entityID="x"><IDPSSODescriptor/></EntityDescriptor>'],
    [
      "a way inside",
      '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><EntityDescriptor entityID="&x;"/>',
    ],
  ])("is refused when it is %s", async (_name, metadata) => {
    const broken = await startForgingSamlProvider(machine.clock);
    broken.publish(metadata);
    const added = await addPartner(contoso.tenantId, "broken.example", { metadataUrl: broken.metadataUrl });
    expect(added).toMatchObject({ refusal: { code: "provider-answer-wrong", check: "metadata-understood" } });
    await broken.close();
  });

  it("of ours tells a partner's provider who we are", async () => {
    const answer = await house.fetch(
      new Request(`${publicUrl}/federation/${contoso.tenantId}/saml/metadata`),
    );
    expect(answer.headers.get("content-type")).toContain("application/samlmetadata+xml");
    const xml = await answer.text();
    expect(xml).toContain(`entityID="${publicUrl}/${contoso.tenantId}/"`);
    expect(xml).toContain(`Location="${publicUrl}/federation/${contoso.tenantId}/saml"`);
    for (const unknown of ["nonsense", "00000000-0000-4000-8000-00000000dead"])
      expect(
        (await house.fetch(new Request(`${publicUrl}/federation/${unknown}/saml/metadata`))).status,
      ).toBe(404);
  });
});

describe("3: domains belong to where a provider signs people in", () => {
  it("one that moves elsewhere has to prove them again", async () => {
    published.set("moving.example", [`DirectFedAuthUrl=${partner.signInUrl}`]);
    const { tenantId } = fabrikam;
    const { providerId } = accepted(await addPartner(tenantId, "moving.example"));
    const move = (signInUrl: string) =>
      changeIdentityProvider(machine, byOperator, {
        tenantId,
        providerId,
        changes: { settings: { signInUrl } },
      });
    const elsewhere = "https://evil.example/saml";
    expect(await move(elsewhere)).toMatchObject({ refusal: { code: "domain-not-proven" } });
    published.set("moving.example", [`DirectFedAuthUrl=${elsewhere}`]);
    expect(accepted(await move(elsewhere)).domains).toEqual(["moving.example"]);
  });
});
