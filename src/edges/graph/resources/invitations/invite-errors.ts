import type { InviteRefusal } from "../../../../domain/invitations/rules/invite-refusal.ts";
import { GraphError, notFound } from "../../graph-error.ts";

type RefusalOf<Code, Refusal = InviteRefusal> = Refusal extends { readonly code: infer Known }
  ? Code extends Known
    ? Refusal
    : never
  : never;

/** Messages that clients of the real service compare word by word. */
const exactly = {
  policy:
    "Guest invitations not allowed for your company. Contact your company administrator for more details.",
  authorization: "Generic authorization exception.",
  ownDomain:
    "This user cannot be invited because the domain of the user's email address is a verified domain of this directory.",
  domainRefused:
    "The invited user's domain is not allowed by your organization's collaboration restrictions.",
  emailNotOnUser:
    "The email you're using to invite this user doesn't match any emails on the user object. Please add this email to the user object and try again.",
} as const;

function forbidden(message: string, code: string, what: string): GraphError {
  return new GraphError(403, "Forbidden", message, [{ code, message: what }]);
}

function bad(target: string, message: string, code: string, what: string): GraphError {
  return new GraphError(400, "BadRequest", message, [{ code, target, message: what }]);
}

function policy(value: string, what: string): GraphError {
  return forbidden(
    exactly.policy,
    "InvitationPolicy",
    `The organization's setting allowInvitesFrom is '${value}': ${what}`,
  );
}

/** Every refusal of an invitation on the wire. */
const errors: { readonly [Code in InviteRefusal["code"]]: (refusal: RefusalOf<Code>) => GraphError } = {
  "tenant-unknown": () => notFound("organization"),
  "inviter-unknown": () =>
    forbidden(exactly.authorization, "InviterUnknown", "The inviting account does not exist or is disabled."),
  "invitations-turned-off": () =>
    policy("none", "nobody may invite guests. A Global Administrator can change it."),
  "only-inviters-invite": () =>
    policy(
      "adminsAndGuestInviters",
      "it takes the directory role Guest Inviter, User Administrator or Global Administrator.",
    ),
  "only-members-invite": () =>
    policy(
      "adminsGuestInvitersAndAllMembers",
      "guests may not invite. Ask a member of the organization, or for the directory role Guest Inviter.",
    ),
  "only-administrators-invite-members": () =>
    forbidden(
      exactly.authorization,
      "MemberNotAllowed",
      "invitedUserType 'Member' takes the directory role User Administrator or Global Administrator.",
    ),
  "only-administrators-reset": () =>
    forbidden(
      exactly.authorization,
      "ResetNotAllowed",
      "Resetting a redemption or converting an internal user takes the directory role Helpdesk Administrator, User Administrator or Global Administrator, and the permission User.ReadWrite.All.",
    ),
  "target-holds-role": ({ userId }) =>
    new GraphError(403, "Forbidden", exactly.authorization, [
      {
        code: "TargetHoldsDirectoryRole",
        target: userId,
        message: "This user holds a directory role. Only a Global Administrator can do this to them.",
      },
    ]),
  "email-missing": () =>
    bad(
      "invitedUserEmailAddress",
      "Invalid or missing invitedUserEmailAddress.",
      "Missing",
      "Give the e-mail address of the person to invite.",
    ),
  "email-malformed": () =>
    bad(
      "invitedUserEmailAddress",
      "The invited user's email address is not valid.",
      "InvalidEmailAddress",
      "Give one address of the form name@domain.",
    ),
  "redirect-url-missing": () =>
    bad(
      "inviteRedirectUrl",
      "Invalid or missing inviteRedirectUrl.",
      "Missing",
      "Give the address where the person goes after accepting.",
    ),
  "redirect-url-unusable": ({ problem }) =>
    bad(
      "inviteRedirectUrl",
      "Invalid or missing inviteRedirectUrl.",
      "InvalidRedirectUrl",
      `Give an absolute http or https address without user name and password (${problem}).`,
    ),
  "display-name-too-long": ({ limit }) =>
    bad(
      "invitedUserDisplayName",
      "The display name is too long.",
      "TooLong",
      `Use at most ${limit} characters.`,
    ),
  "message-too-long": ({ length, limit }) =>
    bad(
      "invitedUserMessageInfo/customizedMessageBody",
      "The customized message body is too long.",
      "TooLong",
      `It has ${length} characters; use at most ${limit}.`,
    ),
  "language-malformed": () =>
    bad(
      "invitedUserMessageInfo/messageLanguage",
      "The message language is not a language tag.",
      "InvalidLanguage",
      "Use a tag such as en-US or de.",
    ),
  "too-many-copies": ({ count, limit }) =>
    bad(
      "invitedUserMessageInfo/ccRecipients",
      "There are too many ccRecipients.",
      "TooMany",
      `There are ${count}; use at most ${limit}.`,
    ),
  "copy-address-malformed": () =>
    bad(
      "invitedUserMessageInfo/ccRecipients",
      "An address in ccRecipients is not valid.",
      "InvalidEmailAddress",
      "Each recipient has an emailAddress with one address of the form name@domain.",
    ),
  "too-many-sponsors": ({ count, limit }) =>
    bad(
      "invitedUserSponsors",
      "A guest can have at most five sponsors.",
      "TooMany",
      `There would be ${count}; use at most ${limit}.`,
    ),
  "sponsor-unknown": ({ sponsorId }) => notFound(sponsorId.slice(0, 100)),
  "application-unknown": ({ applicationId }) => notFound(applicationId.slice(0, 100)),
  "user-unknown": ({ userId }) => notFound(userId.slice(0, 100)),
  "reset-needs-user": () =>
    bad(
      "invitedUser/id",
      "invitedUser with an id is required when resetRedemption is true.",
      "Missing",
      "Put the id of the user to reset into invitedUser.",
    ),
  "lifetime-unusable": ({ longestDays }) =>
    bad("lifetimeDays", "The lifetime is not usable.", "InvalidValue", `Use 1 to ${longestDays} days.`),
  "own-domain": () =>
    bad(
      "invitedUserEmailAddress",
      exactly.ownDomain,
      "OwnDomain",
      "People of this domain are members: create a user for them instead.",
    ),
  "domain-refused": ({ domain }) =>
    bad(
      "invitedUserEmailAddress",
      exactly.domainRefused,
      "DomainNotAllowed",
      `The organization does not work with people of ${domain}. A Global Administrator can change /policies/b2bManagementPolicies.`,
    ),
  "already-member": ({ userId, accountEnabled }) =>
    new GraphError(400, "BadRequest", alreadyMember(userId, accountEnabled), [
      {
        code: "AlreadyInDirectory",
        target: userId,
        message:
          "To have this person sign in from outside instead, send the same request with invitedUser.id set to this id.",
      },
    ]),
  "email-not-on-user": ({ userId }) =>
    new GraphError(400, "BadRequest", exactly.emailNotOnUser, [
      {
        code: "EmailNotOnUser",
        target: userId,
        message: "Add the address to mail or otherMails of this user.",
      },
    ]),
  "address-of-another-user": ({ userId }) =>
    new GraphError(
      400,
      "BadRequest",
      "Another object with the same value for property proxyAddresses already exists.",
      [
        {
          code: "ObjectConflict",
          target: userId,
          message: "The address belongs to this user too. Remove it there first.",
        },
      ],
    ),
  "reset-of-internal-user": ({ userId }) =>
    new GraphError(400, "BadRequest", "Only the redemption of an external user can be reset.", [
      {
        code: "InternalUser",
        target: userId,
        message: "To convert an internal user, leave resetRedemption out.",
      },
    ]),
};

/** Callers cut the id out between the colon and the first full stop: the shape stays. */
function alreadyMember(userId: string, accountEnabled: boolean): string {
  const known = `The invited user already exists in the directory as object ID: ${userId}`;
  const use = "they can use that account to sign in to shared apps and resources.";
  return accountEnabled
    ? `${known}. T${use.slice(1)}`
    : `${known}, but the account is blocked from signing in. If the account is unblocked, ${use}`;
}

/** A refusal as callers of the invitations resource know it. */
export function inviteError(refusal: InviteRefusal): GraphError {
  const make = errors[refusal.code] as (refusal: InviteRefusal) => GraphError;
  return make(refusal);
}
