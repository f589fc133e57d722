import "reflect-metadata";
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inflateRawSync } from "node:zlib";
import { X509CertificateGenerator } from "@peculiar/x509";
import { SignedXml } from "xml-crypto";

export const emailClaim = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";

/** What a response of a forging provider says, and how it is signed. Left out: what an honest provider says. */
export interface SamlForgery {
  readonly issuer?: string;
  readonly audience?: string;
  readonly recipient?: string;
  readonly destination?: string;
  /** Undefined takes it away. */
  readonly inResponseTo?: string | undefined;
  readonly nameId?: string;
  readonly nameIdFormat?: string;
  readonly email?: string;
  readonly assertionId?: string;
  readonly notBefore?: Date;
  readonly notOnOrAfter?: Date;
  readonly provedAt?: Date;
  readonly status?: string;
  readonly signs?: "assertion" | "response" | "both" | "nothing";
  /** Signs with a key that is not published. */
  readonly foreignKey?: boolean;
  readonly signatureAlgorithm?: string;
  readonly digestAlgorithm?: string;
  /** Changes the finished document. */
  readonly afterwards?: (xml: string) => string;
}

/** The request of a browser that came to the provider. */
export interface SamlRequest {
  readonly xml: string;
  readonly requestId: string;
  readonly audience: string;
  readonly recipient: string;
  readonly relayState: string;
}

/** A SAML provider that says whatever a test wants, without a sign-in page. */
export interface ForgingSamlProvider {
  readonly entityId: string;
  readonly signInUrl: string;
  readonly metadataUrl: string;
  readonly metadataRequests: readonly string[];
  /** The certificate it signs with, in PEM. */
  certificate(): string;
  /** A response to a request, as XML. */
  respond(request: SamlRequest, forgery?: SamlForgery): string;
  /** Signs a response that a test made itself. */
  signResponse(xml: string): string;
  /** A new key; the metadata names its certificate alone. */
  rollKey(daysToLive?: number): Promise<void>;
  /** What its metadata is from now on. */
  publish(metadata: string | undefined): void;
  metadata(): string;
  close(): Promise<void>;
}

export interface SigningKey {
  readonly privateKey: string;
  readonly certificate: string;
}

/** Starts one on a port of its own, with the clock of the test. */
export async function startForgingSamlProvider(clock: () => Date): Promise<ForgingSamlProvider> {
  let key = await newSigningKey();
  const foreign = await newSigningKey();
  let published: string | undefined;
  const metadataRequests: string[] = [];
  const server = createServer((request, response) => {
    metadataRequests.push(request.url ?? "");
    response.writeHead(200, { "content-type": "application/samlmetadata+xml" });
    response.end(published ?? provider.metadata());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const entityId = `${origin}/entity`;

  const provider: ForgingSamlProvider = {
    entityId,
    signInUrl: `${origin}/sso`,
    metadataUrl: `${origin}/metadata`,
    metadataRequests,
    certificate: () => key.certificate,
    metadata: () => metadataOf(entityId, `${origin}/sso`, key.certificate),
    respond(request, forgery = {}) {
      const signing = forgery.foreignKey ? foreign : key;
      const xml = signed(responseXml(clock(), entityId, request, forgery), signing, forgery);
      return forgery.afterwards?.(xml) ?? xml;
    },
    signResponse: (xml) => sign(xml, "Response", key, {}),
    async rollKey(daysToLive) {
      key = await newSigningKey(daysToLive);
    },
    publish(metadata) {
      published = metadata;
    },
    close: () => new Promise((done) => void server.close(() => done()).closeAllConnections()),
  };
  return provider;
}

/** Reads the request out of the address a browser was sent to. */
export function readSamlRequest(sentTo: URL): SamlRequest {
  const xml = inflateRawSync(Buffer.from(sentTo.searchParams.get("SAMLRequest") ?? "", "base64")).toString();
  return {
    xml,
    requestId: / ID="([^"]+)"/.exec(xml)?.[1] ?? "",
    audience: /<saml:Issuer[^>]*>([^<]+)</.exec(xml)?.[1] ?? "",
    recipient: /AssertionConsumerServiceURL="([^"]+)"/.exec(xml)?.[1] ?? "",
    relayState: sentTo.searchParams.get("RelayState") ?? "",
  };
}

/** As a form carries it. */
export function encodedResponse(xml: string): string {
  return Buffer.from(xml).toString("base64");
}

function responseXml(time: Date, entityId: string, request: SamlRequest, forgery: SamlForgery): string {
  const said = {
    issuer: entityId,
    audience: request.audience,
    recipient: request.recipient,
    destination: request.recipient,
    inResponseTo: request.requestId,
    nameId: "subject-1",
    nameIdFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
    email: "nobody@partner.example",
    assertionId: `_a${randomBytes(16).toString("hex")}`,
    notBefore: new Date(time.getTime() - 5_000),
    notOnOrAfter: new Date(time.getTime() + 300_000),
    provedAt: time,
    status: "Success",
    ...forgery,
  };
  const until = said.notOnOrAfter.toISOString();
  const answers = said.inResponseTo === undefined ? "" : ` InResponseTo="${said.inResponseTo}"`;
  const now = time.toISOString();
  return (
    `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r${randomBytes(16).toString("hex")}" Version="2.0" IssueInstant="${now}" Destination="${said.destination}"${answers}>` +
    `<saml:Issuer>${said.issuer}</saml:Issuer>` +
    `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${said.status}"/></samlp:Status>` +
    `<saml:Assertion ID="${said.assertionId}" Version="2.0" IssueInstant="${now}"><saml:Issuer>${said.issuer}</saml:Issuer>` +
    `<saml:Subject><saml:NameID Format="${said.nameIdFormat}">${said.nameId}</saml:NameID>` +
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData Recipient="${said.recipient}" NotOnOrAfter="${until}"${answers}/></saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${said.notBefore.toISOString()}" NotOnOrAfter="${until}"><saml:AudienceRestriction><saml:Audience>${said.audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${said.provedAt.toISOString()}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `<saml:AttributeStatement><saml:Attribute Name="${emailClaim}"><saml:AttributeValue>${said.email}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>` +
    "</saml:Assertion></samlp:Response>"
  );
}

function signed(xml: string, key: SigningKey, forgery: SamlForgery): string {
  const { signs = "assertion" } = forgery;
  const inner = signs === "assertion" || signs === "both" ? sign(xml, "Assertion", key, forgery) : xml;
  return signs === "response" || signs === "both" ? sign(inner, "Response", key, forgery) : inner;
}

function sign(
  xml: string,
  element: "Assertion" | "Response",
  { privateKey }: SigningKey,
  forgery: SamlForgery,
): string {
  const signature = new SignedXml({
    privateKey,
    canonicalizationAlgorithm: "http://www.w3.org/2001/10/xml-exc-c14n#",
    signatureAlgorithm: forgery.signatureAlgorithm ?? "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  });
  const path = element === "Response" ? "/*" : `/*/*[local-name(.)='${element}']`;
  signature.addReference({
    xpath: path,
    transforms: [
      "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
      "http://www.w3.org/2001/10/xml-exc-c14n#",
    ],
    digestAlgorithm: forgery.digestAlgorithm ?? "http://www.w3.org/2001/04/xmlenc#sha256",
  });
  signature.computeSignature(xml, {
    location: { reference: `${path}/*[local-name(.)='Issuer']`, action: "after" },
    prefix: "ds",
  });
  return signature.getSignedXml();
}

function metadataOf(entityId: string, signInUrl: string, certificate: string): string {
  return (
    `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${entityId}">` +
    `<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">` +
    `<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate.replaceAll(/-----[A-Z ]+-----/g, "")}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>` +
    `<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${signInUrl}/post"/>` +
    `<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${signInUrl}"/>` +
    "</md:IDPSSODescriptor></md:EntityDescriptor>"
  );
}

/** A key and a certificate that a provider signs with. */
export async function newSigningKey(daysToLive = 365): Promise<SigningKey> {
  const algorithm = {
    name: "RSASSA-PKCS1-v1_5",
    hash: "SHA-256",
    publicExponent: new Uint8Array([1, 0, 1]),
    modulusLength: 2048,
  };
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: randomBytes(8).toString("hex"),
      name: "CN=Partner",
      notBefore: new Date(Date.now() - 86_400_000),
      notAfter: new Date(Date.now() + daysToLive * 86_400_000),
      signingAlgorithm: algorithm,
      keys,
    },
    crypto,
  );
  const der = await crypto.subtle.exportKey("pkcs8", keys.privateKey);
  const base64 = Buffer.from(der).toString("base64").replace(/.{64}/g, "$&\n");
  return {
    privateKey: `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`,
    certificate: certificate.toString("pem"),
  };
}
