import samlify from "samlify";
import { beforeAll, describe, expect, it } from "vitest";
import { SignedXml } from "xml-crypto";
import { type ProtocolStage, protocolStage } from "../../../../test/support/protocol-stage.ts";
import { testDatabase } from "../../../../test/support/test-database.ts";
import { testMachine } from "../../../../test/support/test-machine.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const { publicUrl } = machine.configuration;
let stage: ProtocolStage;

beforeAll(async () => {
  stage = await protocolStage(machine);
});

const path = "federationmetadata/2007-06/federationmetadata.xml";
const metadataAt = (place: string, query = "") => stage.app.request(`/${place}/${path}${query}`);

async function keyCertificates(): Promise<string[]> {
  const reply = await stage.app.request(`/${stage.contoso.tenantId}/discovery/v2.0/keys`);
  const { keys } = (await reply.json()) as { keys: { x5c: string[] }[] };
  return keys.flatMap(({ x5c }) => x5c);
}

describe("the metadata of an organisation", () => {
  it("tells a library who the provider is, where it takes messages, and the keys of today and tomorrow", async () => {
    const { tenantId } = stage.contoso;
    const reply = await metadataAt("contoso.example");
    expect(reply.status).toBe(200);
    expect(reply.headers.get("content-type")).toMatch(/^application\/samlmetadata\+xml/);
    expect(reply.headers.get("cache-control")).toBe("public, max-age=43200");
    const { entityMeta } = samlify.IdentityProvider({ metadata: await reply.text() });
    expect(entityMeta.getEntityID()).toBe(`${publicUrl}/${tenantId}/`);
    for (const binding of ["redirect", "post"] as const) {
      expect(entityMeta.getSingleSignOnService(binding)).toBe(`${publicUrl}/${tenantId}/saml2`);
      expect(entityMeta.getSingleLogoutService(binding)).toBe(`${publicUrl}/${tenantId}/saml2`);
    }
    expect(entityMeta.getX509Certificate("signing")).toEqual(await keyCertificates());
  });

  it("is signed by the key that signs tokens", async () => {
    const xml = await (await metadataAt(stage.contoso.tenantId)).text();
    const [signature] = /<ds:Signature .*<\/ds:Signature>/s.exec(xml) ?? [""];
    const [current = ""] = await keyCertificates();
    const verifier = new SignedXml({
      publicCert: `-----BEGIN CERTIFICATE-----\n${current}\n-----END CERTIFICATE-----`,
    });
    verifier.loadSignature(signature);
    expect(verifier.checkSignature(xml)).toBe(true);
    expect(verifier.getSignedReferences()).toHaveLength(1);
    expect(verifier.getSignedReferences()[0]).toMatch(/^<EntityDescriptor /);
    expect(verifier.checkSignature(xml.replaceAll("/saml2", "/evil"))).toBe(false);
  });

  it("is the same for each of its applications, and missing for one that is unknown", async () => {
    const { applicationId } = stage.web.application;
    expect((await metadataAt(stage.contoso.tenantId, `?appid=${applicationId}`)).status).toBe(200);
    for (const appid of ["00000000-0000-4000-8000-000000000001", "x"]) {
      const reply = await metadataAt(stage.contoso.tenantId, `?appid=${appid}`);
      expect(reply.status).toBe(400);
      expect(await reply.json()).toMatchObject({ error_codes: [700016] });
    }
  });

  it.each(["common", "organizations", "nowhere.example"])("does not exist at %s", async (place) => {
    const reply = await metadataAt(place);
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ error_codes: [90002] });
  });
});
