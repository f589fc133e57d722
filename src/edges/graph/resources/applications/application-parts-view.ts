import type {
  ListedSecret,
  RegisteredCertificate,
} from "../../../../domain/applications/list-credentials.ts";
import type {
  Application,
  AppRole,
  ExposedScope,
  RequiredPermission,
} from "../../../../domain/applications/rules/application.ts";
import { wireMoment } from "../../graph-response.ts";

/** A role as the wire shows it. */
export function presentAppRole(role: AppRole): object {
  return {
    allowedMemberTypes: [
      ...(role.forUsers ? ["User"] : []),
      ...(role.forApplications ? ["Application"] : []),
    ],
    description: role.description,
    displayName: role.displayName,
    id: role.roleId,
    isEnabled: role.isEnabled,
    origin: "Application",
    value: role.value ?? null,
  };
}

/** A scope as the wire shows it. */
export function presentScope(scope: ExposedScope): object {
  return {
    adminConsentDescription: scope.description,
    adminConsentDisplayName: scope.displayName,
    id: scope.scopeId,
    isEnabled: scope.isEnabled,
    type: scope.consentBy === "admin" ? "Admin" : "User",
    userConsentDescription: scope.userDescription ?? null,
    userConsentDisplayName: scope.userDisplayName ?? null,
    value: scope.value,
  };
}

/** What is needed of one resource as the wire shows it. */
export function presentRequired(required: RequiredPermission): object {
  return {
    resourceAppId: required.resourceApplicationId,
    resourceAccess: [
      ...required.scopeIds.map((id) => ({ id, type: "Scope" })),
      ...required.roleIds.map((id) => ({ id, type: "Role" })),
    ],
  };
}

/** Optional claims as the wire shows them; null when there are none. */
export function presentOptionalClaims({ optionalClaims }: Application): object | null {
  const { idToken = [], accessToken = [], saml2Token = [] } = optionalClaims;
  const isEmpty = [idToken, accessToken, saml2Token].every((claims) => claims.length === 0);
  return isEmpty ? null : { idToken, accessToken, saml2Token };
}

/** A secret as the wire shows it: how it begins and how long it is valid, never itself. */
export function presentSecret(secret: Omit<ListedSecret, "objectId">): Record<string, unknown> {
  return {
    customKeyIdentifier: null,
    displayName: secret.displayName ?? null,
    endDateTime: wireMoment(secret.expiresAt),
    hint: secret.hint,
    keyId: secret.secretId,
    secretText: null,
    startDateTime: wireMoment(secret.startsAt),
  };
}

/** A certificate as the wire shows it: by its thumbprint, without its key. */
export function presentCertificate(certificate: RegisteredCertificate): Record<string, unknown> {
  return {
    customKeyIdentifier: certificate.sha1Thumbprint.toString("base64"),
    displayName: certificate.displayName ?? null,
    endDateTime: wireMoment(certificate.expiresAt),
    key: null,
    keyId: certificate.certificateId,
    startDateTime: wireMoment(certificate.startsAt),
    type: "AsymmetricX509Cert",
    usage: "Verify",
  };
}

/** Pages about an application as the wire names them. */
export function presentInformation({ application }: { readonly application: Application }): object {
  const { informationUrls } = application;
  return {
    logoUrl: null,
    marketingUrl: informationUrls.marketing ?? null,
    privacyStatementUrl: informationUrls.privacyStatement ?? null,
    supportUrl: informationUrls.support ?? null,
    termsOfServiceUrl: informationUrls.termsOfService ?? null,
  };
}
