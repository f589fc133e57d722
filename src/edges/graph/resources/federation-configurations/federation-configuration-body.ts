import { z } from "zod";
import { kindOfProtocol } from "./protocol-of-kind.ts";

const text = z.string().max(2000);

/** `externalDomainName`. */
export const externalDomainBody = z.strictObject({ "@odata.type": text.optional(), id: z.string().max(253) });

const described = {
  "@odata.type": text.optional(),
  issuerUri: text.optional(),
  passiveSignInUri: text.optional(),
  signingCertificate: z
    .string()
    .max(10_000)
    .optional()
    .describe("Base64 of an X.509 certificate with an RSA key. It takes the place of the one before."),
  nextSigningCertificate: z
    .string()
    .max(10_000)
    .nullish()
    .describe(
      "Extension, as internalDomainFederation has it: a further certificate that is believed too, for the time in which the provider changes its key.",
    ),
  requestBinding: z
    .enum(["redirect", "post"])
    .nullish()
    .describe("Extension, of SAML: how requests go to the provider. Without it as its metadata says."),
  signRequests: z
    .boolean()
    .nullish()
    .describe("Extension, of SAML: whether requests are signed. Without it as its metadata says."),
  isUnsolicitedSignInAllowed: z
    .boolean()
    .optional()
    .describe(
      "Extension: whether the provider may sign people in without a request (IdP-initiated); false at first.",
    ),
  metadataExchangeUri: text.nullish().describe("Where it is given, what stands there counts."),
};

const protocol = z.enum(Object.keys(kindOfProtocol) as [keyof typeof kindOfProtocol]);

/** `POST …/samlOrWsFedExternalDomainFederation`. */
export const federationConfigurationBody = z.strictObject({
  ...described,
  displayName: text,
  preferredAuthenticationProtocol: protocol.default("saml"),
  domains: z.array(externalDomainBody).max(100).default([]),
});

/** `PATCH`: domains change in their own collection only. */
export const federationConfigurationChangesBody = z.strictObject({
  ...described,
  displayName: text.optional(),
  isEnabled: z
    .boolean()
    .optional()
    .describe(
      "Extension: whether the provider is in use. Off, it is offered to nobody and proves nothing, and keeps its guests.",
    ),
  preferredAuthenticationProtocol: protocol
    .optional()
    .describe("Cannot change: a provider that speaks another protocol is another provider."),
});

/** What of the body is for the connector. Of a change: only what was given; one certificate leaves the other as it is. */
export function settingsOfBody(
  body: z.infer<typeof federationConfigurationChangesBody>,
  known: readonly string[] = [],
): Record<string, unknown> {
  const { signingCertificate, nextSigningCertificate } = body;
  const current = signingCertificate ?? known[0];
  const next = nextSigningCertificate === undefined ? known[1] : (nextSigningCertificate ?? undefined);
  const isGiven = signingCertificate !== undefined || nextSigningCertificate !== undefined;
  const settings = {
    issuer: body.issuerUri,
    signInUrl: body.passiveSignInUri,
    certificates: isGiven ? [current, next].filter((one) => one !== undefined) : undefined,
    metadataUrl: body.metadataExchangeUri,
    requestBinding: body.requestBinding,
    signRequests: body.signRequests,
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
