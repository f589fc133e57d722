import { z } from "zod";
import type { WantedCertificate } from "../../../../domain/applications/replace-certificates.ts";
import type { RegistrationChanges } from "../../../../domain/applications/rules/registration-changes.ts";
import type { CertificateId } from "../../../../foundation/identifiers.ts";
import { badRequest } from "../../graph-error.ts";
import { readBody } from "../../read-body.ts";
import {
  applicationId,
  appRole,
  exposedScope,
  groupMembershipClaims,
  isNothing,
  keyCredential,
  line,
  optionalClaims,
  preauthorizedClient,
  requiredPermission,
  unset,
} from "./application-parts-body.ts";
import { isApplicationProperty } from "./application-properties.ts";
import { audiences } from "./application-words.ts";

const uris = z.array(z.string().max(2048)).max(256);
const address = z.string().max(2048).nullable();

const properties = {
  displayName: line(256),
  description: z.string().max(1024).nullable(),
  notes: z.string().max(1024).nullable(),
  signInAudience: z.enum(
    Object.keys(audiences) as (keyof typeof audiences)[],
    "must be AzureADMyOrg or AzureADMultipleOrgs: there are no personal accounts here",
  ),
  identifierUris: z.array(z.string().max(2048)).max(50),
  isFallbackPublicClient: z.boolean().nullable(),
  requestSignatureVerification: z
    .strictObject({ isSignedRequestRequired: z.boolean(), allowedWeakAlgorithms: unset })
    .partial({ allowedWeakAlgorithms: true })
    .nullable(),
  groupMembershipClaims,
  optionalClaims: optionalClaims.nullable(),
  tags: z.array(line(256)).max(50),
  appRoles: z.array(appRole).max(1200),
  requiredResourceAccess: z.array(requiredPermission).max(50),
  keyCredentials: z.array(keyCredential).max(50),
  web: z
    .strictObject({
      redirectUris: uris,
      homePageUrl: address,
      logoutUrl: address,
      backChannelLogoutUrl: address,
      implicitGrantSettings: z
        .strictObject({
          enableIdTokenIssuance: z.boolean().nullable(),
          enableAccessTokenIssuance: z.boolean().nullable(),
        })
        .partial()
        .nullable(),
      // Says again what redirectUris says.
      redirectUriSettings: z.unknown().optional(),
    })
    .partial()
    .nullable(),
  spa: z.strictObject({ redirectUris: uris }).partial().nullable(),
  publicClient: z.strictObject({ redirectUris: uris }).partial().nullable(),
  api: z
    .strictObject({
      requestedAccessTokenVersion: z.union([z.literal(1), z.literal(2)]).nullable(),
      oauth2PermissionScopes: z.array(exposedScope).max(1200),
      preAuthorizedApplications: z.array(preauthorizedClient).max(100),
      knownClientApplications: z.array(applicationId).max(100),
      acceptMappedClaims: unset,
    })
    .partial()
    .nullable(),
  info: z
    .strictObject({
      marketingUrl: address,
      privacyStatementUrl: address,
      supportUrl: address,
      termsOfServiceUrl: address,
      logoUrl: unset,
    })
    .partial()
    .nullable(),
  addIns: unset,
  defaultRedirectUri: unset,
  isDeviceOnlyAuthSupported: unset,
  oauth2RequirePostResponse: unset,
  parentalControlSettings: unset,
  samlMetadataUrl: unset,
  serviceManagementReference: unset,
  tokenEncryptionKeyId: unset,
};

/** The body of `PATCH /applications/{id}`. */
export const applicationChangesBody = z.strictObject(properties).partial();

/** The body of `POST /applications`. */
export const applicationBody = applicationChangesBody.extend({
  displayName: line(256).min(1),
  "owners@odata.bind": z.array(z.string().max(2048)).max(20).optional(),
});

export interface ReadApplication {
  readonly changes: RegistrationChanges;
  readonly certificates: readonly WantedCertificate[] | undefined;
}

/** Reads the body of `PATCH /applications/{id}`; throws 400. */
export function readApplicationChanges(body: Record<string, unknown>): ReadApplication {
  return changesOf(readBody(applicationChangesBody, withoutSecrets(body), about));
}

/** Reads the body of `POST /applications`; throws 400. */
export function readNewApplication(
  body: Record<string, unknown>,
): ReadApplication & { readonly displayName: string; readonly ownerReferences: readonly string[] } {
  const typed = readBody(applicationBody, withoutSecrets(body), about);
  const { displayName, "owners@odata.bind": ownerReferences = [], ...properties } = typed;
  return { ...changesOf(properties), displayName, ownerReferences };
}

const about = { resource: "Application", isProperty: isApplicationProperty };

/** An empty list is what a new application has; secrets are never chosen by the client. */
function withoutSecrets({ passwordCredentials, ...body }: Record<string, unknown>): Record<string, unknown> {
  if (isNothing(passwordCredentials)) return body;
  throw badRequest("Property 'passwordCredentials' cannot be set so.", {
    code: "ReadOnlyProperty",
    target: "passwordCredentials",
    message: "Use addPassword and removePassword of the application.",
  });
}

function changesOf(typed: z.output<typeof applicationChangesBody>): ReadApplication {
  const { web, spa, publicClient, api, info } = typed;
  const changes = {
    displayName: typed.displayName,
    description: typed.description,
    notes: typed.notes,
    audience: typed.signInAudience && audiences[typed.signInAudience],
    identifierUris: typed.identifierUris,
    allowsPublicClient: orFalse(typed.isFallbackPublicClient),
    requiresSignedRequests:
      typed.requestSignatureVerification === null
        ? false
        : typed.requestSignatureVerification?.isSignedRequestRequired,
    groupClaims: typed.groupMembershipClaims,
    optionalClaims: typed.optionalClaims,
    tags: typed.tags,
    appRoles: typed.appRoles,
    requiredPermissions: typed.requiredResourceAccess,
    redirectUris: withoutUndefined({
      web: web?.redirectUris,
      spa: spa?.redirectUris,
      "public-client": publicClient?.redirectUris,
    }),
    homePageUrl: web?.homePageUrl,
    logoutUrl: web?.logoutUrl,
    backChannelLogoutUrl: web?.backChannelLogoutUrl,
    issuesIdToken: orFalse(web?.implicitGrantSettings?.enableIdTokenIssuance),
    issuesAccessToken: orFalse(web?.implicitGrantSettings?.enableAccessTokenIssuance),
    // Without a version the reference means the first.
    accessTokenVersion: api?.requestedAccessTokenVersion === null ? 1 : api?.requestedAccessTokenVersion,
    exposedScopes: api?.oauth2PermissionScopes,
    preauthorizedClients: api?.preAuthorizedApplications,
    knownClients: api?.knownClientApplications,
    informationUrls: withoutUndefined({
      marketing: info?.marketingUrl,
      privacyStatement: info?.privacyStatementUrl,
      support: info?.supportUrl,
      termsOfService: info?.termsOfServiceUrl,
    }),
  };
  return {
    changes: withoutUndefined(changes) as RegistrationChanges,
    certificates: typed.keyCredentials?.map(certificateOf),
  };
}

function certificateOf({ key, keyId, displayName }: z.output<typeof keyCredential>): WantedCertificate {
  if (key) return { certificate: Buffer.from(key, "base64"), displayName: displayName ?? undefined };
  return { kept: (keyId ?? "").toLowerCase() as CertificateId };
}

function orFalse(value: boolean | null | undefined): boolean | undefined {
  return value === null ? false : value;
}

function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
}
