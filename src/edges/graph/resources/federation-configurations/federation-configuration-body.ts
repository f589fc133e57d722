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
    .describe("Base64 of an X.509 certificate with an RSA key."),
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
  preferredAuthenticationProtocol: protocol
    .optional()
    .describe("Cannot change: a provider that speaks another protocol is another provider."),
});

/** What of the body is for the connector. Of a change: only what was given. */
export function settingsOfBody(
  body: z.infer<typeof federationConfigurationChangesBody>,
): Record<string, unknown> {
  const settings = {
    issuer: body.issuerUri,
    signInUrl: body.passiveSignInUri,
    certificates: body.signingCertificate === undefined ? undefined : [body.signingCertificate],
    metadataUrl: body.metadataExchangeUri,
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
