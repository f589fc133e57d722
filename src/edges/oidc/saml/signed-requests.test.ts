import { createPrivateKey, createSign } from "node:crypto";
import type { SAML, SamlConfig } from "@node-saml/node-saml";
import { beforeAll, describe, expect, it } from "vitest";
import { type ClientCertificate, clientCertificate } from "../../../../test/support/client-certificate.ts";
import { type ProtocolStage, protocolStage } from "../../../../test/support/protocol-stage.ts";
import {
  readResponse,
  redirectQuery,
  registerSamlApplication,
  requestXml,
  serviceProvider,
  wikiConsumer,
} from "../../../../test/support/saml-client.ts";
import { testDatabase } from "../../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../../test/support/test-machine.ts";
import { addCertificate } from "../../../domain/applications/add-certificate.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
machine.setClock(new Date());
const { publicUrl } = machine.configuration;
let stage: ProtocolStage;
let own: ClientCertificate;
let other: ClientCertificate;

beforeAll(async () => {
  stage = await protocolStage(machine);
  const { tenantId } = stage.contoso;
  const { application } = await registerSamlApplication(machine, tenantId, { requiresSignedRequests: true });
  [own, other] = await Promise.all([clientCertificate(machine.clock()), clientCertificate(machine.clock())]);
  const { objectId } = application;
  const certificate = Buffer.from(own.pem);
  accepted(await addCertificate(machine, byOperator, { tenantId, objectId, certificate }));
});

const path = () => `/${stage.contoso.tenantId}/saml2`;
const pemOf = ({ privateKey }: ClientCertificate) =>
  privateKey.export({ type: "pkcs8", format: "pem" }).toString();

const library = (certificate: ClientCertificate, more: Partial<SamlConfig> = {}): Promise<SAML> =>
  serviceProvider(machine, stage.contoso.tenantId, { privateKey: pemOf(certificate), ...more });

async function signedQuery(certificate = own, more: Partial<SamlConfig> = {}): Promise<string> {
  const sp = await library(certificate, more);
  return new URL(await sp.getAuthorizeUrlAsync("here", undefined, {})).search.slice(1);
}

/** The XML that a library posts, signed. */
async function signedXml(certificate = own, more: Partial<SamlConfig> = {}): Promise<string> {
  const sp = await library(certificate, {
    authnRequestBinding: "HTTP-POST",
    skipRequestCompression: true,
    digestAlgorithm: "sha256",
    ...more,
  });
  const message = await sp.getAuthorizeMessageAsync("here");
  return Buffer.from(String(message["SAMLRequest"]), "base64").toString("utf8");
}

const get = (query: string) => stage.app.request(`${path()}?${query}`);
const post = (xml: string) =>
  stage.app.request(path(), {
    method: "POST",
    body: new URLSearchParams({ SAMLRequest: Buffer.from(xml).toString("base64") }),
  });

interface Told {
  readonly page: string;
  readonly aadsts?: number;
  readonly redirectUri?: string;
  readonly fields?: { readonly SAMLResponse: string };
}

const told = async (reply: Response | Promise<Response>) => (await (await reply).json()) as Told;

async function expectSignedIn(reply: Response | Promise<Response>): Promise<void> {
  const body = await told(reply);
  expect(body, JSON.stringify(body)).toMatchObject({ page: "form-post", redirectUri: wikiConsumer });
  expect((await readResponse(body.fields?.SAMLResponse ?? "")).statuses).toEqual(["Success"]);
}

const expectRefused = async (reply: Response | Promise<Response>, aadsts: number) =>
  expect(await told(reply)).toMatchObject({ page: "error", aadsts });

describe("an application whose requests must be signed", () => {
  it.each(["sha256", "sha512"] as const)(
    "signs them with RSA and %s, in a query or in XML",
    async (algorithm) => {
      await expectSignedIn(get(await signedQuery(own, { signatureAlgorithm: algorithm })));
      const xml = await signedXml(own, { signatureAlgorithm: algorithm, digestAlgorithm: algorithm });
      await expectSignedIn(post(xml));
    },
  );

  it.each<[string, (query: string) => string]>([
    ["no signature", (query) => query.replace(/&Signature=[^&]*/, "")],
    ["another RelayState", (query) => query.replace("RelayState=here", "RelayState=there")],
    ["a RelayState less", (query) => query.replace("RelayState=here&", "")],
    ["a RelayState by another spelling", (query) => query.replace("RelayState=here", "Relay%53tate=there")],
    [
      "another request",
      (query) => {
        const forged = redirectQuery(requestXml({ attributes: { Destination: publicUrl + path() } }));
        return query.replace(/SAMLRequest=[^&]*/, forged);
      },
    ],
    ["another algorithm", (query) => query.replace("sha256", "sha512")],
  ])("is refused with %s in the query", async (_what, change) => {
    const query = await signedQuery();
    expect(change(query)).not.toBe(query);
    await expectRefused(get(change(query)), 76021);
  });

  it("is refused when somebody else signs, or with SHA-1", async () => {
    await expectRefused(get(await signedQuery(other)), 76021);
    await expectRefused(post(await signedXml(other)), 76021);
    await expectRefused(get(await signedQuery(own, { signatureAlgorithm: "sha1" })), 76021);
    await expectRefused(post(await signedXml(own, { signatureAlgorithm: "sha1" })), 76021);
  });

  it("is refused without its signature in XML, and with a change", async () => {
    const xml = await signedXml();
    await expectSignedIn(post(xml));
    const stripped = xml.replace(/<Signature[\s\S]*<\/Signature>/, "");
    expect(stripped).not.toBe(xml);
    await expectRefused(post(stripped), 76021);
    await expectRefused(post(xml.replace("<saml:Issuer", "<!-- --><x/><saml:Issuer")), 76021);
  });

  it("is refused when what is signed stands inside of another request", async () => {
    const xml = (await signedXml()).replace(/^<\?xml[^>]*\?>/, "");
    const attributes = { ForceAuthn: "true", Destination: publicUrl + path() };
    const wrapped = requestXml({
      id: "_evil",
      attributes,
      children: `<samlp:Extensions>${xml}</samlp:Extensions>`,
    });
    await expectRefused(post(wrapped), 76021);
  });

  it("is refused when it was signed for another address", async () => {
    await expectRefused(get(await signedQuery(own, { entryPoint: `${publicUrl}/elsewhere/saml2` })), 75008);
  });

  it("is refused when it was signed some time ago", async () => {
    const IssueInstant = new Date(machine.clock().getTime() - 11 * 60_000).toISOString();
    const xml = requestXml({ attributes: { IssueInstant, Destination: publicUrl + path() } });
    await expectRefused(get(signedByHand(redirectQuery(xml))), 76026);
  });

  it("is asked for a signature when it signs somebody out, too", async () => {
    const xml = requestXml({ children: "<saml:NameID>x</saml:NameID>" }, "LogoutRequest");
    await expectRefused(get(redirectQuery(xml)), 76021);
  });
});

/** SAML Bindings section 3.4.4.1. */
function signedByHand(query: string): string {
  const signed = `${query}&SigAlg=${encodeURIComponent("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")}`;
  const signature = createSign("sha256")
    .update(signed)
    .sign(createPrivateKey(pemOf(own)), "base64");
  return `${signed}&Signature=${encodeURIComponent(signature)}`;
}
