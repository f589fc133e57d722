import { z } from "zod";
import type { FederatedProviderKind } from "../../../../domain/directory/rules/external-identity.ts";

const text = z.string().max(2000);
const domains = z.array(z.string().max(253)).max(100);

const claimMapping = z.looseObject({
  sub: text.optional(),
  email: text.optional(),
  email_verified: text.optional(),
  name: text.optional(),
});

const oidc = {
  displayName: text,
  clientId: text,
  wellKnownEndpoint: text,
  issuer: text.optional(),
  responseType: z.literal("code").optional(),
  scope: text.optional(),
  clientAuthentication: z
    .looseObject({ clientSecret: text.nullish() })
    .nullish()
    .describe("Of the type oIDCClientSecretAuthentication; null for a client without a secret."),
  inboundClaimMapping: claimMapping.nullish(),
  addressesAreVerified: z
    .boolean()
    .optional()
    .describe("Extension: the provider checks addresses, and gives no email_verified."),
  domains: domains.optional().describe("Extension: the domains whose addresses the provider may vouch for."),
};

const social = {
  displayName: text,
  identityProviderType: z.enum([
    "Google",
    "Facebook",
    "GitHub",
    "MicrosoftAccount",
    "LinkedIn",
    "EntraDirectory",
  ]),
  clientId: text,
  clientSecret: text,
  directoryId: z.guid().optional().describe("Extension: of an EntraDirectory, its id."),
  enterpriseUrl: text.optional().describe("Extension: of GitHub, the address of a company's own server."),
  domains: domains.optional(),
};

const organisation = {
  displayName: text,
  organizationAddress: text.describe(
    "The address of the partner's Guesthouse, a slash, and the partner's domain or id there.",
  ),
  domains: domains
    .optional()
    .describe("Which of the partner's domains it may vouch for. Left out: all that are proved."),
};

const apple = {
  displayName: text,
  developerId: text.describe("The team's id."),
  serviceId: text,
  keyId: text,
  certificateData: text.describe("The text of the .p8 file."),
};

const typeOf = <Name extends string>(name: Name) =>
  z
    .string()
    .transform((typed) => typed.replace(/^#/, "").toLowerCase())
    .pipe(z.literal(name));

/** `POST /identity/identityProviders`: a provider that speaks OpenID Connect, or one of a known kind. */
export const identityProviderBody = z.union([
  z.strictObject({ "@odata.type": typeOf("microsoft.graph.oidcidentityprovider"), ...oidc }),
  z.strictObject({ "@odata.type": typeOf("microsoft.graph.socialidentityprovider"), ...social }),
  z
    .strictObject({ "@odata.type": typeOf("guesthouse.organizationidentityprovider"), ...organisation })
    .describe("Extension: an organisation on another deployment of Guesthouse."),
  z.strictObject({ "@odata.type": typeOf("microsoft.graph.applemanagedidentityprovider"), ...apple }),
]);

/** `PATCH /identity/identityProviders/{id}`. */
export const identityProviderChangesBody = z.strictObject({
  "@odata.type": text.optional(),
  ...z
    .strictObject({ ...oidc, ...social, ...organisation, ...apple })
    .omit({ identityProviderType: true, directoryId: true })
    .partial().shape,
  identityProviderType: text.optional(),
  isEnabled: z
    .boolean()
    .optional()
    .describe(
      "Extension: whether the provider is in use. Off, it is offered to nobody and proves nothing, and keeps its guests.",
    ),
});

/** `POST …/{id}/resetGuests`. */
export const resetGuestsBody = z.strictObject({
  sendInvitationMessage: z
    .boolean()
    .default(true)
    .describe("Whether they get a mail; otherwise only the links in the answer lead in."),
});

type IdentityProviderChangesBody = z.infer<typeof identityProviderChangesBody>;

/** The kinds of social providers by their name on the wire. */
export const kindOfType = {
  Google: "google",
  Facebook: "facebook",
  GitHub: "github",
  MicrosoftAccount: "microsoft",
  LinkedIn: "linkedin",
  EntraDirectory: "entra",
} as const satisfies Readonly<Record<string, FederatedProviderKind>>;

/** The kind of provider that a body describes. */
export function kindOfBody(body: z.infer<typeof identityProviderBody>): FederatedProviderKind {
  if ("organizationAddress" in body) return "guesthouse";
  if ("identityProviderType" in body) return kindOfType[body.identityProviderType];
  return "serviceId" in body ? "apple" : "openid-connect";
}

/** What of the body is for the connector. Of a change: only what was given. */
export function settingsOfBody(
  body: IdentityProviderChangesBody & { directoryId?: string | undefined },
): Record<string, unknown> {
  const {
    wellKnownEndpoint,
    clientId,
    scope,
    inboundClaimMapping: mapping,
    addressesAreVerified,
    directoryId,
    organizationAddress: address,
    enterpriseUrl,
    developerId: teamId,
    serviceId,
    keyId,
  } = body;
  return given({
    clientId: clientId ?? serviceId,
    discoveryUrl: wellKnownEndpoint,
    scope,
    addressesAreVerified,
    directoryId,
    address,
    enterpriseUrl,
    teamId,
    keyId,
    claims:
      mapping &&
      given({
        subject: mapping.sub,
        email: mapping.email,
        emailVerified: mapping.email_verified,
        name: mapping.name,
      }),
  });
}

/** The secret in the body; undefined when none was given, or the asterisks that reading shows. */
export function secretOfBody(body: IdentityProviderChangesBody): string | undefined {
  const secret = body.clientSecret ?? body.clientAuthentication?.clientSecret ?? body.certificateData;
  return secret === undefined || /^\**$/.test(secret) ? undefined : secret;
}

function given(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  );
}
