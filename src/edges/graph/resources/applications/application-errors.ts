import type { AddCertificateRefusal } from "../../../../domain/applications/add-certificate.ts";
import type { ClientSecretRefusal } from "../../../../domain/applications/add-client-secret.ts";
import type { CreateRegistrationRefusal } from "../../../../domain/applications/create-registration.ts";
import type { UpdateRegistrationRefusal } from "../../../../domain/applications/update-registration.ts";
import { badRequest, type GraphError, notFound } from "../../graph-error.ts";

type Refusal = (
  | CreateRegistrationRefusal
  | UpdateRegistrationRefusal
  | AddCertificateRefusal
  | ClientSecretRefusal
) & { readonly value?: string };

/** The property that is wrong, and what to do about it. */
const explanations: Readonly<
  Record<Exclude<Refusal["code"], "application-not-found">, readonly [string, string]>
> = {
  "display-name-invalid": ["displayName", "Give a name of 1 to 256 characters."],
  "identifier-uri-invalid": [
    "identifierUris",
    "Use api://<appId>, or api or https below a verified domain of the organization; for AzureADMyOrg also api://<a word of your own>. No '/' at the end. An entity ID of SAML may be any address: set preferredSingleSignOnMode of the service principal to saml first.",
  ],
  "identifier-uri-taken": ["identifierUris", "Another application of the organization has it."],
  "redirect-uri-invalid": [
    "redirectUris",
    "Give a whole address without any of ! $ ' ( ) , ; and without blanks.",
  ],
  "redirect-uri-too-long": ["redirectUris", "At most 256 characters."],
  "redirect-uri-has-fragment": ["redirectUris", "Leave the part behind '#' out."],
  "redirect-uri-has-wildcard": [
    "redirectUris",
    "Register each address; they are compared character by character.",
  ],
  "redirect-uri-has-credentials": ["redirectUris", "Leave the user name and password out."],
  "redirect-uri-not-https": ["redirectUris", "Use https; http is only for localhost and 127.0.0.1."],
  "redirect-uri-scheme-forbidden": [
    "redirectUris",
    "Use https; a scheme of the application's own only in publicClient.",
  ],
  "too-many-redirect-uris": ["redirectUris", "At most 256 on all platforms together."],
  "redirect-uri-twice": ["redirectUris", "Each address belongs to one platform, once."],
  "url-invalid": ["web", "Addresses of pages begin with https:// (http:// only for localhost)."],
  "permission-id-twice": ["appRoles", "Every app role and every scope needs an id of its own."],
  "permission-value-twice": ["appRoles", "Every app role and every scope needs a value of its own."],
  "permission-value-invalid": [
    "appRoles",
    "A value has 1 to 120 characters, no blanks, and no dot at its beginning.",
  ],
  "app-role-without-members": ["appRoles", "Name User, Application or both in allowedMemberTypes."],
  "app-role-enabled": ["appRoles", "Disable the role (isEnabled: false) before you remove it."],
  "scope-enabled": [
    "api/oauth2PermissionScopes",
    "Disable the scope (isEnabled: false) before you remove it.",
  ],
  "too-many-permissions": ["appRoles", "At most 1200 app roles and scopes together."],
  "preauthorized-scope-unknown": [
    "api/preAuthorizedApplications",
    "delegatedPermissionIds name scopes of this application.",
  ],
  "client-twice": ["api/preAuthorizedApplications", "Name each application once."],
  "required-resource-twice": ["requiredResourceAccess", "Name each resource once."],
  "certificate-invalid": ["keyCredentials", "key is a certificate (DER or PEM) in base64."],
  "certificate-key-unsuitable": ["keyCredentials", "The certificate needs an RSA key of 2048 bits or more."],
  "certificate-exists": ["keyCredentials", "The application has this certificate already."],
  "certificate-not-found": [
    "keyCredentials",
    "An entry without key names by keyId a certificate that the application has.",
  ],
  "too-many-certificates": ["keyCredentials", "At most 20 certificates."],
  "lifetime-invalid": ["passwordCredential", "endDateTime lies behind startDateTime, at most ten years."],
  "too-many-secrets": ["passwordCredentials", "At most 50 secrets; remove those that expired."],
};

/** Why a registration cannot be so, as the wire says it. */
export function registrationError(refusal: Refusal): GraphError {
  if (refusal.code === "application-not-found") return notFound("application");
  const [target, message] = explanations[refusal.code];
  const value = refusal.value === undefined ? "" : ` '${refusal.value.slice(0, 256)}'`;
  if (refusal.code === "identifier-uri-taken")
    return badRequest("Another object with the same value for property identifierUris already exists.", {
      code: "ObjectConflict",
      target,
      message,
    });
  return badRequest(`Invalid value${value} specified for property '${target}' of resource 'Application'.`, {
    code: "InvalidValue",
    target,
    message,
  });
}
