import { deflateRawSync } from "node:zlib";
import { SAML, type SamlConfig } from "@node-saml/node-saml";
import type { NewApplication } from "../../src/domain/applications/register-application.ts";
import { registerApplication } from "../../src/domain/applications/register-application.ts";
import type { ApplicationInTenant } from "../../src/domain/applications/rules/application.ts";
import { signingKeys } from "../../src/domain/tokens/signing-keys.ts";
import type { TenantId } from "../../src/foundation/identifiers.ts";
import type { Machine } from "../../src/platform/machine.ts";
import { parseXml } from "../../src/platform/xml/parse-xml.ts";
import { accepted, byOperator } from "./test-machine.ts";

export const wikiEntity = "https://wiki.vendor.example/saml";
export const wikiConsumer = "https://wiki.vendor.example/saml/acs";

/** Registers an application that signs in by SAML. */
export async function registerSamlApplication(
  machine: Machine,
  tenantId: TenantId,
  more: Partial<NewApplication> = {},
): Promise<ApplicationInTenant> {
  return accepted(
    await registerApplication(machine, byOperator, {
      tenantId,
      displayName: "Wiki",
      identifierUris: [wikiEntity],
      redirectUris: [{ platform: "web", uri: wikiConsumer }],
      singleSignOnMode: "saml",
      ...more,
    }),
  );
}

/** Parts of a request as an application may write it. */
export interface RequestParts {
  readonly id?: string;
  readonly issuer?: string;
  /** Further attributes; null leaves one of the usual out. */
  readonly attributes?: Readonly<Record<string, string | null>>;
  /** XML behind the issuer. */
  readonly children?: string;
  /** XML before the document's element. */
  readonly before?: string;
}

/** The XML of a request for a person, or of another message of this name. */
export function requestXml(parts: RequestParts = {}, name = "AuthnRequest"): string {
  const attributes = Object.entries({
    ID: parts.id ?? "_request-1",
    Version: "2.0",
    IssueInstant: new Date().toISOString(),
    ...(name === "AuthnRequest" && { AssertionConsumerServiceURL: wikiConsumer }),
    ...parts.attributes,
  }).flatMap(([attribute, value]) => (value === null ? [] : [`${attribute}="${value}"`]));
  return (
    `${parts.before ?? ""}<samlp:${name} xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ` +
    `xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ${attributes.join(" ")}>` +
    `<saml:Issuer>${parts.issuer ?? wikiEntity}</saml:Issuer>${parts.children ?? ""}</samlp:${name}>`
  );
}

/** The query of HTTP-Redirect (SAML Bindings section 3.4.4.1). */
export function redirectQuery(
  xml: string,
  more: Readonly<Record<string, string>> = {},
  name = "SAMLRequest",
): string {
  return String(new URLSearchParams({ [name]: deflateRawSync(xml).toString("base64"), ...more }));
}

/** The form of HTTP-POST (SAML Bindings section 3.5.4). */
export function postForm(xml: string, more: Readonly<Record<string, string>> = {}): URLSearchParams {
  return new URLSearchParams({ SAMLRequest: Buffer.from(xml).toString("base64"), ...more });
}

interface ParsedStatusCode {
  readonly $: { readonly Value: string };
  readonly StatusCode?: readonly ParsedStatusCode[];
}

interface ParsedResponse {
  readonly $: { readonly InResponseTo: string };
  readonly Status: readonly [
    {
      readonly StatusCode: readonly [ParsedStatusCode];
      readonly StatusMessage?: readonly { readonly _: string }[];
    },
  ];
}

/** A response as an application sees it that trusts its XML, to look into. */
export async function readResponse(encoded: string): Promise<{
  readonly xml: string;
  readonly statuses: readonly string[];
  readonly message: string;
  readonly inResponseTo: string;
}> {
  const xml = Buffer.from(encoded, "base64").toString("utf8");
  const { Response: response } = (await parseXml(xml)) as { Response: ParsedResponse };
  const [{ StatusCode, StatusMessage }] = response.Status;
  const nameOf = (code: ParsedStatusCode): string => code.$.Value.split(":").at(-1) ?? "";
  return {
    xml,
    statuses: [nameOf(StatusCode[0]), ...(StatusCode[0].StatusCode ?? []).map(nameOf)],
    message: StatusMessage?.[0]?._ ?? "",
    inResponseTo: response.$.InResponseTo,
  };
}

/** An application's side on node-saml, as strict as it can be but for the clock, which stands still in tests. */
export async function serviceProvider(
  machine: Machine,
  tenantId: TenantId,
  more: Partial<SamlConfig> = {},
): Promise<SAML> {
  const { publicUrl } = machine.configuration;
  return new SAML({
    entryPoint: `${publicUrl}/${tenantId}/saml2`,
    logoutUrl: `${publicUrl}/${tenantId}/saml2`,
    idpIssuer: `${publicUrl}/${tenantId}/`,
    idpCert: [...(await signingKeys(machine)).certificates],
    issuer: wikiEntity,
    audience: wikiEntity,
    callbackUrl: wikiConsumer,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    wantAuthnResponseSigned: true,
    wantAssertionsSigned: true,
    signatureAlgorithm: "sha256",
    acceptedClockSkewMs: -1,
    ...more,
  });
}
