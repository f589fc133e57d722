import type { OwnPasswordRefusal } from "../../../../domain/directory/change-own-password.ts";
import type { MemberRefusal } from "../../../../domain/directory/create-member.ts";
import type { UserChangeRefusal } from "../../../../domain/directory/update-user.ts";
import type { ConversionRefusal } from "../../../../domain/invitations/convert-to-internal.ts";
import type { ApprovedGuestRefusal } from "../../../../domain/signup/create-guest-with-identity.ts";
import { badRequest, type GraphError, lastAdministrator, notFound } from "../../graph-error.ts";

type Code = (
  | OwnPasswordRefusal
  | UserChangeRefusal
  | MemberRefusal
  | ConversionRefusal
  | ApprovedGuestRefusal
)["code"];

function weakPassword(message: string): () => GraphError {
  return () =>
    badRequest(
      "The specified password does not comply with password complexity requirements. Please provide a different password.",
      { code: "PasswordTooWeak", target: "passwordProfile/password", message },
    );
}

function taken(property: string, target: string, message: string): () => GraphError {
  return () =>
    badRequest(`Another object with the same value for property ${property} already exists.`, {
      code: "ObjectConflict",
      target,
      message,
    });
}

function wrong(property: string, code: string, target: string, message: string): () => GraphError {
  return () =>
    badRequest(`Invalid value specified for property '${property}' of resource 'User'.`, {
      ...{ code, target, message },
    });
}

/** The refusals of creating and changing users, as clients know them. */
const errors: Record<Code, (userId: string) => GraphError> = {
  "user-not-found": notFound,
  "tenant-not-found": notFound,
  "last-administrator": lastAdministrator,
  "display-name-empty": () =>
    badRequest("Invalid value specified for property 'displayName' of resource 'User'."),
  "address-taken": taken("proxyAddresses", "mail", "Another user has this address. Remove it there first."),
  "user-name-taken": taken(
    "userPrincipalName",
    "userPrincipalName",
    "Another user has this name. Choose another.",
  ),
  "user-name-invalid": () =>
    badRequest("Property userPrincipalName is invalid.", {
      code: "InvalidValue",
      target: "userPrincipalName",
      message: "Send a name in the form of an e-mail address, without '#'.",
    }),
  "domain-not-verified": () =>
    badRequest(
      "The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.",
      {
        code: "InvalidValue",
        target: "userPrincipalName",
        message: "Verified domains stand in GET /organization under verifiedDomains.",
      },
    ),
  "mail-domain-not-verified": () =>
    badRequest("The domain portion of the mail property is invalid.", {
      code: "InvalidValue",
      target: "mail",
      message: "Use one of the verified domains of the organization: GET /organization, verifiedDomains.",
    }),
  "already-internal": () =>
    badRequest("The user's authentication is already internal: they are not eligible for conversion.", {
      code: "AlreadyInternal",
      message: "Somebody who has a password here becomes a member by PATCH /users/{id} with userType.",
    }),
  "signs-in-elsewhere": () =>
    badRequest("A password cannot be set for a user who signs in elsewhere.", {
      code: "ExternalUser",
      target: "passwordProfile",
      message: "Guests prove who they are with the account they were invited by.",
    }),
  "own-domain": wrong(
    "mail",
    "OwnDomain",
    "mail",
    "People of this domain are members: create a user with a password for them instead.",
  ),
  "domain-refused": wrong(
    "mail",
    "DomainNotAllowed",
    "mail",
    "The organization does not work with people of this domain. A Global Administrator can change /policies/b2bManagementPolicies.",
  ),
  "issuer-unknown": wrong(
    "identities",
    "UnknownIssuer",
    "identities/0/issuer",
    "Use mail, google.com, facebook.com or the issuer of another identity provider of the organization, as it stands in the request of the API connector. People of other organizations are invited: POST /invitations.",
  ),
  "way-switched-off": wrong(
    "identities",
    "IdentityProviderOff",
    "identities/0/issuer",
    "This way to sign in is switched off in the organization. Switch it on first.",
  ),
  "not-the-address": wrong(
    "identities",
    "AddressDiffers",
    "identities/0/issuerAssignedId",
    "Of the issuer mail the id is the address that stands in mail.",
  ),
  "identity-taken": taken(
    "identities",
    "identities",
    "Another user signs in with this identity. Find them by $filter=identities/any(i:i/issuer eq '…' and i/issuerAssignedId eq '…').",
  ),
  "guest-name-differs": wrong(
    "userPrincipalName",
    "GuestNameDiffers",
    "userPrincipalName",
    "Guests are named after mail, with #EXT# and the initial domain. Leave the name out: the answer tells it.",
  ),
  "password-too-short": weakPassword("A password has at least 10 characters."),
  "password-too-long": weakPassword("A password has at most 256 characters."),
  "password-contains-name": weakPassword("A password must not contain the name of the user."),
  "password-unchanged": weakPassword("The new password must differ from the current one."),
  "password-replaced": () =>
    badRequest("The password was changed at the same time. Sign in with the one that counts now."),
};

/** The refusal as an answer. */
export function userError({ code }: { readonly code: Code }, userId = ""): GraphError {
  return errors[code](userId);
}
