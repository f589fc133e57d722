import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SignedXml } from "xml-crypto";
import { emailClaim, newSigningKey, type SigningKey } from "./forging-saml-provider.ts";

/** What an answer of a forging provider says, and how it is signed. Left out: what an honest provider says. */
export interface TokenForgery {
  readonly issuer?: string;
  readonly audience?: string;
  /** Undefined takes the name away. */
  readonly nameId?: string | undefined;
  readonly nameIdFormat?: string;
  readonly immutableIds?: readonly string[];
  readonly email?: string;
  readonly assertionId?: string;
  readonly issuedAt?: Date;
  readonly notBefore?: Date;
  readonly notOnOrAfter?: Date;
  /** Undefined: the token does not say. */
  readonly provedAt?: Date | undefined;
  readonly confirmation?: string;
  /** Attributes of SubjectConfirmationData, in SAML 2.0. */
  readonly confirmationData?: string;
  readonly isSigned?: boolean;
  /** Signs with a key that is not published. */
  readonly foreignKey?: boolean;
  readonly signatureAlgorithm?: string;
  readonly digestAlgorithm?: string;
  readonly transforms?: readonly string[];
  /** WS-Trust 1.3 puts the answer into a collection, February 2005 does not. */
  readonly trust?: "2005" | "1.3";
  /** Changes the finished document. */
  readonly afterwards?: (xml: string) => string;
}

/** The request of a browser that came to the provider. */
export interface TokenRequest {
  readonly realm: string;
  readonly reply: string;
  readonly context: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The assertion inside an answer. */
export type TokenVersion = "SAML 1.1" | "SAML 2.0";

/** A WS-Federation provider that says whatever a test wants, without a sign-in page. */
export interface ForgingWsFederationProvider {
  readonly entityId: string;
  readonly signInUrl: string;
  readonly metadataUrl: string;
  readonly metadataRequests: readonly string[];
  /** The certificate it signs with, in PEM. */
  certificate(): string;
  /** An answer to a request: `wresult`. */
  respond(version: TokenVersion, request: TokenRequest, forgery?: TokenForgery): string;
  /** A new key; the metadata names its certificate alone. */
  rollKey(): Promise<void>;
  /** What its metadata is from now on. */
  publish(metadata: string | undefined): void;
  close(): Promise<void>;
}

/** Starts one on a port of its own, with the clock of the test. */
export async function startForgingWsFederationProvider(
  clock: () => Date,
): Promise<ForgingWsFederationProvider> {
  let key = await newSigningKey();
  const foreign = await newSigningKey();
  let published: string | undefined;
  const metadataRequests: string[] = [];
  const server = createServer((request, response) => {
    metadataRequests.push(request.url ?? "");
    response.writeHead(200, { "content-type": "application/xml" });
    response.end(published ?? metadataOf(entityId, `${origin}/adfs/ls/`, key.certificate));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const entityId = `${origin}/adfs/services/trust`;
  return {
    entityId,
    signInUrl: `${origin}/adfs/ls/`,
    metadataUrl: `${origin}/FederationMetadata/2007-06/FederationMetadata.xml`,
    metadataRequests,
    certificate: () => key.certificate,
    respond(version, request, forgery = {}) {
      const signing = forgery.foreignKey ? foreign : key;
      const said = saidBy(clock(), entityId, request, forgery);
      const token = version === "SAML 1.1" ? saml1Xml(said) : saml2Xml(said);
      const answer = answerXml(token, said.trust);
      const xml = said.isSigned ? signed(answer, version, signing, forgery) : answer;
      return forgery.afterwards?.(xml) ?? xml;
    },
    async rollKey() {
      key = await newSigningKey();
    },
    publish(metadata) {
      published = metadata;
    },
    close: () => new Promise((done) => void server.close(() => done()).closeAllConnections()),
  };
}

/** Reads the request out of the address a browser was sent to. */
export function readTokenRequest(sentTo: URL): TokenRequest {
  const parameters = Object.fromEntries(sentTo.searchParams);
  return {
    realm: parameters["wtrealm"] ?? "",
    reply: parameters["wreply"] ?? "",
    context: parameters["wctx"] ?? "",
    parameters,
  };
}

type Said = ReturnType<typeof saidBy>;

function saidBy(now: Date, entityId: string, request: TokenRequest, forgery: TokenForgery) {
  return {
    issuer: entityId,
    audience: request.realm,
    nameId: "subject-1",
    nameIdFormat: "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
    immutableIds: [],
    email: "nobody@partner.example",
    assertionId: `_a${randomBytes(16).toString("hex")}`,
    issuedAt: now,
    notBefore: new Date(now.getTime() - 5_000),
    notOnOrAfter: new Date(now.getTime() + 300_000),
    provedAt: now,
    confirmation: undefined,
    confirmationData: "",
    isSigned: true,
    trust: "2005",
    ...forgery,
  } as const;
}

const claimNamespace = emailClaim.replace(/\/emailaddress$/, "");
const immutableIdNamespace = "http://schemas.microsoft.com/LiveID/Federation/2008/05";

function saml1Xml(said: Said): string {
  const name =
    said.nameId === undefined
      ? ""
      : `<saml:NameIdentifier Format="${said.nameIdFormat}">${said.nameId}</saml:NameIdentifier>`;
  const subject = `<saml:Subject>${name}<saml:SubjectConfirmation><saml:ConfirmationMethod>${said.confirmation ?? "urn:oasis:names:tc:SAML:1.0:cm:bearer"}</saml:ConfirmationMethod></saml:SubjectConfirmation></saml:Subject>`;
  const attribute = (namespace: string, called: string, values: readonly string[]) =>
    values.length === 0
      ? ""
      : `<saml:Attribute AttributeName="${called}" AttributeNamespace="${namespace}">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join("")}</saml:Attribute>`;
  const proof =
    said.provedAt === undefined
      ? ""
      : `<saml:AuthenticationStatement AuthenticationMethod="urn:oasis:names:tc:SAML:1.0:am:password" AuthenticationInstant="${said.provedAt.toISOString()}">${subject}</saml:AuthenticationStatement>`;
  return (
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:1.0:assertion" MajorVersion="1" MinorVersion="1" AssertionID="${said.assertionId}" Issuer="${said.issuer}" IssueInstant="${said.issuedAt.toISOString()}">` +
    `<saml:Conditions NotBefore="${said.notBefore.toISOString()}" NotOnOrAfter="${said.notOnOrAfter.toISOString()}"><saml:AudienceRestrictionCondition><saml:Audience>${said.audience}</saml:Audience></saml:AudienceRestrictionCondition></saml:Conditions>` +
    `<saml:AttributeStatement>${subject}${attribute(claimNamespace, "emailaddress", [said.email])}${attribute(immutableIdNamespace, "ImmutableID", said.immutableIds)}</saml:AttributeStatement>` +
    `${proof}</saml:Assertion>`
  );
}

function saml2Xml(said: Said): string {
  const name =
    said.nameId === undefined
      ? ""
      : `<saml:NameID Format="${said.nameIdFormat}">${said.nameId}</saml:NameID>`;
  const attribute = (called: string, values: readonly string[]) =>
    values.length === 0
      ? ""
      : `<saml:Attribute Name="${called}">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join("")}</saml:Attribute>`;
  const proof =
    said.provedAt === undefined
      ? ""
      : `<saml:AuthnStatement AuthnInstant="${said.provedAt.toISOString()}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`;
  return (
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${said.assertionId}" Version="2.0" IssueInstant="${said.issuedAt.toISOString()}"><saml:Issuer>${said.issuer}</saml:Issuer>` +
    `<saml:Subject>${name}<saml:SubjectConfirmation Method="${said.confirmation ?? "urn:oasis:names:tc:SAML:2.0:cm:bearer"}"><saml:SubjectConfirmationData ${said.confirmationData}/></saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${said.notBefore.toISOString()}" NotOnOrAfter="${said.notOnOrAfter.toISOString()}"><saml:AudienceRestriction><saml:Audience>${said.audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
    `<saml:AttributeStatement>${attribute(emailClaim, [said.email])}${attribute(`${immutableIdNamespace}/ImmutableID`, said.immutableIds)}</saml:AttributeStatement>` +
    `${proof}</saml:Assertion>`
  );
}

function answerXml(token: string, trust: "2005" | "1.3"): string {
  const namespace =
    trust === "2005"
      ? "http://schemas.xmlsoap.org/ws/2005/02/trust"
      : "http://docs.oasis-open.org/ws-sx/ws-trust/200512";
  const declared = ` xmlns:t="${namespace}"`;
  const response = (declaration: string) =>
    `<t:RequestSecurityTokenResponse${declaration}><t:RequestedSecurityToken>${token}</t:RequestedSecurityToken></t:RequestSecurityTokenResponse>`;
  return trust === "2005"
    ? response(declared)
    : `<t:RequestSecurityTokenResponseCollection${declared}>${response("")}</t:RequestSecurityTokenResponseCollection>`;
}

function signed(xml: string, version: TokenVersion, { privateKey }: SigningKey, forgery: TokenForgery) {
  const signature = new SignedXml({
    privateKey,
    idAttribute: version === "SAML 1.1" ? "AssertionID" : "ID",
    canonicalizationAlgorithm: "http://www.w3.org/2001/10/xml-exc-c14n#",
    signatureAlgorithm: forgery.signatureAlgorithm ?? "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  });
  const path = "//*[local-name(.)='Assertion']";
  signature.addReference({
    xpath: path,
    transforms: [
      ...(forgery.transforms ?? [
        "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
        "http://www.w3.org/2001/10/xml-exc-c14n#",
      ]),
    ],
    digestAlgorithm: forgery.digestAlgorithm ?? "http://www.w3.org/2001/04/xmlenc#sha256",
  });
  // SAML 1.1 has the signature at the end of an assertion, SAML 2.0 behind the issuer.
  const location =
    version === "SAML 1.1"
      ? { reference: path, action: "append" as const }
      : { reference: `${path}/*[local-name(.)='Issuer']`, action: "after" as const };
  signature.computeSignature(xml, { location, prefix: "ds" });
  return signature.getSignedXml();
}

/** As AD FS publishes it: roles beside the one that counts. */
function metadataOf(entityId: string, signInUrl: string, certificate: string): string {
  const key = (use: string) =>
    `<KeyDescriptor use="${use}"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${certificate.replaceAll(/-----[A-Z ]+-----/g, "")}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`;
  const endpoint = (url: string) =>
    `<fed:PassiveRequestorEndpoint><EndpointReference xmlns="http://www.w3.org/2005/08/addressing"><Address>${url}</Address></EndpointReference></fed:PassiveRequestorEndpoint>`;
  const role = (type: string, inside: string) =>
    `<RoleDescriptor xsi:type="fed:${type}" protocolSupportEnumeration="http://docs.oasis-open.org/wsfed/federation/200706" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706">${inside}</RoleDescriptor>`;
  return (
    `<EntityDescriptor ID="_m" entityID="${entityId}" xmlns="urn:oasis:names:tc:SAML:2.0:metadata">` +
    role("ApplicationServiceType", `${key("encryption")}${endpoint("https://elsewhere.example/")}`) +
    role("SecurityTokenServiceType", `${key("signing")}${endpoint(signInUrl)}`) +
    "</EntityDescriptor>"
  );
}
