import { createVerify } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encrypt } from "xml-encryption";
import { findUser } from "../../src/domain/directory/find-user.ts";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import { checkProvider } from "../../src/domain/federation/connection-tests/check-provider.ts";
import { listProviders } from "../../src/domain/federation/find-provider.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { UserId } from "../../src/foundation/identifiers.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { parseDocument } from "../../src/platform/xml/parse-document.ts";
import { verifyElement } from "../../src/platform/xml/verify-element.ts";
import {
  encodedResponse,
  type ForgingSamlProvider,
  newSigningKey,
  readSamlRequest,
  type SamlRequest,
  startForgingSamlProvider,
} from "../support/forging-saml-provider.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { formOf, type Seen, textOf, type Visitor } from "../support/visitor.ts";

const published = new Map<string, readonly string[]>();
const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
  names: { textRecords: async (domain) => ({ ok: true, value: published.get(domain) ?? [] }) },
});
const { contoso, machine } = house;
machine.setClock(new Date());
const { publicUrl } = machine.configuration;

let partner: ForgingSamlProvider;
/** Ours, as our metadata shows them: Base64 of DER. */
let certificates: Readonly<Record<string, string>>;

beforeAll(async () => {
  partner = await startForgingSamlProvider(machine.clock);
  const metadata = await house.fetch(
    new Request(`${publicUrl}/federation/${contoso.tenantId}/saml/metadata`),
  );
  certificates = Object.fromEntries(
    [
      ...(await metadata.text()).matchAll(
        /<KeyDescriptor use="(\w+)">[\s\S]*?<ds:X509Certificate>([^<]+)<\/ds:X509Certificate>/g,
      ),
    ].map(([, use = "", certificate = ""]) => [use, certificate.replaceAll(/\s/g, "")]),
  );
});
afterAll(() => partner?.close());

/** Providers by the domain that names what is different about them; all of them are one forging provider. */
async function addPartner(domain: string, settings: object, provider = partner): Promise<void> {
  published.set(domain, [
    `DirectFedAuthUrl=${provider.signInUrl}`,
    `DirectFedAuthUrl=${provider.signInUrl}/post`,
  ]);
  accepted(
    await addIdentityProvider(machine, byOperator, {
      tenantId: contoso.tenantId,
      kind: "saml",
      displayName: "Partner",
      settings: { ...settings },
      secret: undefined,
      domains: [domain as DomainName],
    }),
  );
}

async function withPartner<Value>(
  settings: (provider: ForgingSamlProvider) => object,
  work: (domain: string, provider: ForgingSamlProvider) => Promise<Value>,
): Promise<Value> {
  const provider = await startForgingSamlProvider(machine.clock);
  const domain = `p${provider.entityId.split(":")[2]?.split("/")[0]}.example`;
  await addPartner(domain, settings(provider), provider);
  try {
    return await work(domain, provider);
  } finally {
    await provider.close();
  }
}

/** From the invitation's link to what leads to the provider. */
async function toProvider(visitor: Visitor, link: string): Promise<Seen> {
  const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
  return visitor.get(`${page.url.pathname}/provider`);
}

function readPostedRequest(page: Seen): SamlRequest & { action: string } {
  const { action, fields } = formOf(page);
  const xml = Buffer.from(fields["SAMLRequest"] ?? "", "base64").toString();
  return {
    action,
    xml,
    requestId: / ID="([^"]+)"/.exec(xml)?.[1] ?? "",
    audience: /<saml:Issuer[^>]*>([^<]+)</.exec(xml)?.[1] ?? "",
    recipient: /AssertionConsumerServiceURL="([^"]+)"/.exec(xml)?.[1] ?? "",
    relayState: fields["RelayState"] ?? "",
  };
}

const byFields = (provider: ForgingSamlProvider, more: object = {}) => ({
  issuer: provider.entityId,
  signInUrl: provider.signInUrl,
  certificates: [provider.certificate()],
  ...more,
});

describe("a request to a SAML provider", () => {
  it("is posted by a page that may send its form there and nowhere else", async () => {
    await withPartner(
      (provider) => byFields(provider, { requestBinding: "post" }),
      async (domain, provider) => {
        const { link } = await house.invite(`guest@${domain}`);
        const visitor = house.visitor();
        const page = await toProvider(visitor, link);
        const request = readPostedRequest(page);
        expect(request.action).toBe(provider.signInUrl);
        expect(request.xml).toContain("<samlp:AuthnRequest");
        expect(textOf(page)).toContain("Partner signs you in next");
        const { origin } = new URL(provider.signInUrl);
        const policy = page.headers.get("content-security-policy") ?? "";
        expect(policy).toContain(`form-action 'self' ${origin};`);
        expect(policy).toContain("script-src 'self';");
        const other = await visitor.get(link);
        expect(other.headers.get("content-security-policy")).not.toContain(origin);
        const xml = provider.respond(request, { email: `guest@${domain}` });
        const back = await visitor.post(request.recipient, {
          SAMLResponse: encodedResponse(xml),
          RelayState: request.relayState,
        });
        expect(textOf(back)).toContain("Review permissions");
      },
    );
  });

  it("is signed where that was asked for, with the key of our metadata, by redirect", async () => {
    await withPartner(
      (provider) => byFields(provider, { signRequests: true }),
      async (domain) => {
        const { link } = await house.invite(`guest@${domain}`);
        const { url } = await toProvider(house.visitor(), link);
        expect(url.searchParams.get("SigAlg")).toBe("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
        const signed = ["SAMLRequest", "RelayState", "SigAlg"]
          .map((name) => `${name}=${encodeURIComponent(url.searchParams.get(name) ?? "")}`)
          .join("&");
        const verify = createVerify("RSA-SHA256").update(signed);
        const key = `-----BEGIN CERTIFICATE-----\n${certificates["signing"]}\n-----END CERTIFICATE-----`;
        expect(verify.verify(key, url.searchParams.get("Signature") ?? "", "base64")).toBe(true);
      },
    );
  });

  it("is as the metadata wants it: posted and signed where it says so", async () => {
    const strict = await startForgingSamlProvider(machine.clock);
    strict.publish(
      strict
        .metadata()
        .replace("<md:IDPSSODescriptor", '<md:IDPSSODescriptor WantAuthnRequestsSigned="true"')
        .replace(/<md:SingleSignOnService Binding="[^"]*HTTP-Redirect"[^>]*>/, ""),
    );
    await addPartner("strict.example", { metadataUrl: strict.metadataUrl }, strict);
    const { link } = await house.invite("guest@strict.example");
    const request = readPostedRequest(await toProvider(house.visitor(), link));
    expect(request.action).toBe(`${strict.signInUrl}/post`);
    const parsed = parseDocument(request.xml);
    const verified = parsed && verifyElement(parsed.text, parsed.root, "ID", [certificates["signing"] ?? ""]);
    expect(verified).toMatchObject({ ok: true });
    await strict.close();
  });

  it("is by redirect and not signed otherwise", async () => {
    await withPartner(
      ({ metadataUrl }) => ({ metadataUrl }),
      async (domain, provider) => {
        const { link } = await house.invite(`guest@${domain}`);
        const { url } = await toProvider(house.visitor(), link);
        expect(`${url.origin}${url.pathname}`).toBe(provider.signInUrl);
        expect(url.searchParams.has("Signature")).toBe(false);
      },
    );
  });
});

const gcm = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
const oaep = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";

/** Encrypts the assertion of a response, to us unless to another certificate. */
async function encrypted(
  xml: string,
  {
    content = gcm,
    key = oaep,
    certificate = certificates["encryption"] ?? "",
    change = (text: string) => text,
  } = {},
): Promise<string> {
  const assertion = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? "";
  // By itself it has to say what its prefix means; exclusive canonicalisation had it so when it was signed.
  const alone = assertion.replace(
    "<saml:Assertion ",
    '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ',
  );
  const pem = `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----`;
  const options = {
    rsa_pub: pem,
    pem,
    encryptionAlgorithm: content,
    keyEncryptionAlgorithm: key,
    disallowEncryptionWithInsecureAlgorithm: false,
    warnInsecureAlgorithm: false,
  };
  const data = await new Promise<string>((resolve, reject) => {
    // The library's types know a part of the algorithms.
    encrypt(change(alone), options as never, (error, result) =>
      error ? reject(error) : resolve(String(result)),
    );
  });
  return xml.replace(assertion, () => `<saml:EncryptedAssertion>${data}</saml:EncryptedAssertion>`);
}

type Making = (request: SamlRequest, address: string) => Promise<string>;

const signedInside =
  (how: Parameters<typeof encrypted>[1] = {}, more: object = {}): Making =>
  (request, address) =>
    encrypted(partner.respond(request, { nameId: address, email: address, ...more }), how);

const signedOutside =
  (how: Parameters<typeof encrypted>[1] = {}): Making =>
  async (request, address) =>
    partner.signResponse(
      await encrypted(partner.respond(request, { nameId: address, email: address, signs: "nothing" }), how),
    );

async function comesBack(making: Making) {
  house.moveClock(1);
  const address = "secret@encrypted.example";
  const { link, userId } = await house.invite(address);
  const visitor = house.visitor();
  const request = readSamlRequest((await toProvider(visitor, link)).url);
  const SAMLResponse = encodedResponse(await making(request, address));
  const seen = await visitor.post(request.recipient, { SAMLResponse, RelayState: request.relayState });
  const user = await findUser(machine.database, contoso.tenantId, userId as UserId);
  return { text: textOf(seen), state: user?.redemptionState };
}

describe("12: an encrypted assertion", () => {
  beforeAll(() => addPartner("encrypted.example", byFields(partner)));

  it.each<[string, Making]>([
    ["in AES-256-GCM, signed inside", signedInside()],
    ["in AES-128-GCM, signed inside", signedInside({ content: gcm.replace("256", "128") })],
    [
      "in AES-256-CBC, signed inside",
      signedInside({ content: "http://www.w3.org/2001/04/xmlenc#aes256-cbc" }),
    ],
    ["in AES-256-GCM, in a signed response", signedOutside()],
  ])("%s, is read", async (_name, making) => {
    expect((await comesBack(making)).text).toContain("Review permissions");
  });

  it.each<[string, Making]>([
    ["that nobody signed", signedInside({}, { signs: "nothing" })],
    ["signed with a key that is not published", signedInside({}, { foreignKey: true })],
    [
      "signed with SHA-1",
      signedInside({}, { signatureAlgorithm: "http://www.w3.org/2000/09/xmldsig#rsa-sha1" }),
    ],
    [
      "changed before it was encrypted",
      signedInside({ change: (xml) => xml.replaceAll("secret@", "boss@") }),
    ],
    [
      "with a document type",
      signedInside({ change: (xml) => `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml}` }),
    ],
    ["that is something else", signedOutside({ change: () => "<saml:Advice xmlns:saml='urn:x'/>" })],
    ["with the padding of PKCS #1 1.5", signedInside({ key: "http://www.w3.org/2001/04/xmlenc#rsa-1_5" })],
    ["in Triple DES", signedInside({ content: "http://www.w3.org/2001/04/xmlenc#tripledes-cbc" })],
    [
      "beside another one that is not encrypted",
      async (request, address) => {
        const honest = partner.respond(request, { nameId: address, email: address });
        const assertion = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(honest)?.[0] ?? "";
        return (await encrypted(honest)).replace(
          "<saml:EncryptedAssertion>",
          `${assertion}<saml:EncryptedAssertion>`,
        );
      },
    ],
    [
      "twice",
      async (request, address) => {
        const xml = await encrypted(partner.respond(request, { nameId: address, email: address }));
        return xml.replace(
          /<saml:EncryptedAssertion>[\s\S]*<\/saml:EncryptedAssertion>/,
          (one) => `${one}${one}`,
        );
      },
    ],
    [
      "put into a signed response afterwards",
      async (request, address) => {
        const signed = partner.signResponse(
          await encrypted(
            partner.respond(request, { nameId: "x", email: "x@encrypted.example", signs: "nothing" }),
          ),
        );
        const forged = await encrypted(
          partner.respond(request, { nameId: address, email: address, signs: "nothing" }),
        );
        const pattern = /<saml:EncryptedAssertion>[\s\S]*<\/saml:EncryptedAssertion>/;
        return signed.replace(pattern, () => pattern.exec(forged)?.[0] ?? "");
      },
    ],
    [
      "whose ciphertext was changed",
      async (request, address) => {
        const xml = await encrypted(partner.respond(request, { nameId: address, email: address }));
        // The last of the two values is the content's.
        return xml.replace(
          /(.*<xenc:CipherValue>)(.{40})(.)/s,
          (_all, before, kept, changed) => `${before}${kept}${changed === "A" ? "B" : "A"}`,
        );
      },
    ],
    [
      "to somebody else",
      async (request, address) => {
        const { certificate } = await newSigningKey();
        const der = certificate.replaceAll(/-----[A-Z ]+-----|\s/g, "");
        return signedInside({ certificate: der })(request, address);
      },
    ],
  ])("%s, proves nothing", async (_name, making) => {
    const { text, state } = await comesBack(making);
    expect(text).toContain("could not sign you in");
    expect(state).toBe("pending");
  });

  it("that cannot be read looks like one that is not signed", async () => {
    const unsigned = await comesBack(signedInside({}, { signs: "nothing" }));
    const unreadable = await comesBack(
      signedInside({ content: gcm, certificate: certificates["signing"] ?? "" }),
    );
    expect(unreadable.text).toBe(unsigned.text);
  });
});

it("keys of ours are stored encrypted, one for each use, and made once", async () => {
  const again = await house.fetch(new Request(`${publicUrl}/federation/${contoso.tenantId}/saml/metadata`));
  expect((await again.text()).replaceAll(/\s/g, "")).toContain(certificates["encryption"]);
  const rows = await machine.database
    .selectFrom("federationKey")
    .selectAll()
    .where("tenantId", "=", contoso.tenantId)
    .execute();
  expect(rows.map(({ purpose }) => purpose).sort()).toEqual(["encryption", "signing"]);
  expect(certificates["encryption"]).not.toBe(certificates["signing"]);
  for (const row of rows) expect(row.privateKeyEncrypted.toString("latin1")).not.toContain("PRIVATE KEY");
});

it("a test of the connection posts its request too, from a page that may", async () => {
  await withPartner(
    (provider) => byFields(provider, { requestBinding: "post" }),
    async (domain, partnerOfTest) => {
      const { tenantId } = contoso;
      const added = (await listProviders(machine.database, tenantId)).find(({ domains }) =>
        domains.includes(domain as DomainName),
      );
      const providerId = added?.providerId ?? ("" as never);
      const { roundTrip } = accepted(await checkProvider(machine, byOperator, { tenantId, providerId }));
      const visitor = house.visitor();
      const begun = await visitor.submit(await visitor.get(roundTrip.url), {});
      const page = await visitor.get(`${begun.url.pathname}/provider${begun.url.search}`);
      expect(readPostedRequest(page).action).toBe(partnerOfTest.signInUrl);
      expect(page.headers.get("content-security-policy")).toContain(
        `form-action 'self' ${new URL(partnerOfTest.signInUrl).origin};`,
      );
    },
  );
});
