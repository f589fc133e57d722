import type { LastSignIn, SignInActivity } from "../../../../domain/audit/rules/sign-in-activity.ts";
import type { ExternalIdentity } from "../../../../domain/directory/rules/external-identity.ts";
import { isOfOtherOrganisation } from "../../../../domain/directory/rules/external-identity.ts";
import { googleName, issuerName } from "../../../../domain/directory/rules/issuer-name.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import { anotherTenant, type UserProperties } from "../../../../domain/directory/rules/user-condition.ts";
import type { PropertyOf } from "../../../../foundation/condition.ts";
import { wireMoment } from "../../graph-response.ts";
import type { FilterSupport } from "../../odata/filter-support.ts";
import type { ResourceProperty, ResourceType } from "../../odata/resource-type.ts";

/** A user with what the wire shows of them beside their own row. */
export interface ShownUser {
  readonly user: User;
  readonly identity: ExternalIdentity | undefined;
  readonly initialDomain: string;
  readonly activity: SignInActivity | undefined;
}

type UserProperty = ResourceProperty<ShownUser, UserProperties>;

const userTypes = { guest: "Guest", member: "Member" } as const;
const redemptionStates = { pending: "PendingAcceptance", accepted: "Accepted" } as const;
const creationTypes = { invitation: "Invitation", "self-service-sign-up": "SelfServiceSignUp" } as const;

/** Google's accounts are found by their issuer, too. */
const issuerWords = { externalazuread: anotherTenant, "https://accounts.google.com": googleName };

/** Texts that are the same on the wire and in the domain. */
type PlainText = Extract<
  PropertyOf<UserProperties, "text">,
  { [Name in keyof User]: User[Name] extends string | undefined ? Name : never }[keyof User]
>;

function text(property: PlainText, support: FilterSupport = {}): UserProperty {
  return { read: ({ user }) => user[property] ?? null, filter: { type: "text", property, support } };
}

/** Columns that no index helps are asked only by those who bear to wait. */
const alwaysAdvanced: FilterSupport = {
  eq: "advanced",
  ge: "advanced",
  in: "advanced",
  startswith: "advanced",
};

/**
 * Every property of a user on the wire: how it is read from the domain's user, and how it can be filtered. Where that
 * differs from others of its type it does so as clients know it.
 */
const userProperties = {
  businessPhones: {
    read: ({ user }) => user.businessPhones,
    isDefault: true,
    filter: { type: "list", property: "businessPhones" },
  },
  displayName: {
    ...text("displayName"),
    isDefault: true,
    order: { property: "displayName" },
    search: { by: "words", property: "displayName" },
  },
  givenName: {
    ...text("givenName"),
    isDefault: true,
    search: { by: "beginning", property: "givenName" },
  },
  id: { read: ({ user }) => user.userId, isDefault: true, filter: { type: "id", property: "userId" } },
  jobTitle: { ...text("jobTitle"), isDefault: true },
  mail: {
    ...text("mail", { endswith: "advanced" }),
    isDefault: true,
    search: { by: "beginning", property: "mail" },
  },
  mobilePhone: { ...text("mobilePhone", alwaysAdvanced), isDefault: true },
  officeLocation: { ...text("officeLocation", alwaysAdvanced), isDefault: true },
  preferredLanguage: {
    ...text("preferredLanguage", alwaysAdvanced),
    isDefault: true,
  },
  surname: {
    ...text("surname"),
    isDefault: true,
    search: { by: "beginning", property: "surname" },
  },
  userPrincipalName: {
    ...text("userPrincipalName", { endswith: "advanced", null: "refused" }),
    isDefault: true,
    order: { property: "userPrincipalName" },
    search: { by: "beginning", property: "userPrincipalName" },
  },
  accountEnabled: {
    read: ({ user }) => user.accountEnabled,
    filter: { type: "flag", property: "accountEnabled", support: { null: "refused" } },
  },
  city: text("city"),
  companyName: text("companyName", alwaysAdvanced),
  country: text("country"),
  createdDateTime: {
    read: ({ user }) => wireMoment(user.createdAt),
    filter: { type: "moment", property: "createdAt", support: { null: "refused" } },
    order: { property: "createdAt", isAdvanced: true },
  },
  creationType: {
    read: ({ user }) => (user.origin === undefined ? null : creationTypes[user.origin]),
    filter: {
      type: "word",
      property: "origin",
      words: swapped(creationTypes),
      support: { null: "refused" },
    },
  },
  deletedDateTime: {
    read: ({ user }) => wireMoment(user.deletedAt),
    filter: { type: "moment", property: "deletedAt" },
  },
  department: text("department"),
  employeeId: text("employeeId", { ge: "advanced" }),
  externalUserState: {
    read: ({ user }) => (user.redemptionState === undefined ? null : redemptionStates[user.redemptionState]),
    filter: {
      type: "word",
      property: "redemptionState",
      words: swapped(redemptionStates),
      support: { null: "default" },
    },
  },
  externalUserStateChangeDateTime: {
    read: ({ user }) => wireMoment(user.redemptionStateChangedAt),
    filter: { type: "moment", property: "redemptionStateChangedAt" },
  },
  externalUserConvertedOn: {
    read: ({ user }) => wireMoment(user.convertedAt),
    filter: { type: "moment", property: "convertedAt" },
  },
  identities: {
    read: readIdentities,
    filter: {
      type: "objects",
      property: "identities",
      fields: {
        issuer: { field: "issuer", words: issuerWords },
        issuerAssignedId: { field: "subject" },
      },
      support: { not: "refused", count: "refused" },
    },
  },
  lastPasswordChangeDateTime: { read: ({ user }) => wireMoment(user.passwordChangedAt) },
  mailNickname: text("mailNickname"),
  otherMails: {
    read: ({ user }) => user.otherMails,
    filter: { type: "list", property: "otherMails", support: { endswith: "advanced" } },
  },
  postalCode: text("postalCode", alwaysAdvanced),
  proxyAddresses: {
    read: ({ user }) => user.proxyAddresses,
    filter: { type: "list", property: "proxyAddresses", support: { endswith: "advanced" } },
  },
  showInAddressList: {
    read: ({ user }) => user.showInAddressList ?? null,
    filter: { type: "flag", property: "showInAddressList" },
  },
  signInActivity: { read: ({ activity }) => activity && readActivity(activity) },
  signInSessionsValidFromDateTime: { read: ({ user }) => wireMoment(user.sessionsValidFrom) },
  state: text("state"),
  streetAddress: text("streetAddress", alwaysAdvanced),
  usageLocation: text("usageLocation"),
  userType: {
    read: ({ user }) => userTypes[user.kind],
    filter: { type: "word", property: "kind", words: swapped(userTypes) },
  },
} as const satisfies Record<string, UserProperty>;

export type UserPropertyName = keyof typeof userProperties;

/** Users on the wire. */
export const userType: ResourceType<ShownUser, UserProperties> = {
  name: "user",
  collection: "users",
  properties: userProperties,
  paths: {
    "signInActivity/lastSignInDateTime": lastSignIn("lastInteractiveSignInAt"),
    "signInActivity/lastNonInteractiveSignInDateTime": lastSignIn("lastNonInteractiveSignInAt"),
    "signInActivity/lastSuccessfulSignInDateTime": lastSignIn("lastSuccessfulSignInAt"),
  },
};

/** Whoever never signed in has no moment of it: what is asked by those who tidy up. */
function lastSignIn(property: PropertyOf<UserProperties, "moment">) {
  return {
    type: "moment",
    property,
    support: { not: "refused", in: "refused", null: "default" },
  } as const;
}

function readActivity({ interactive, nonInteractive, success }: SignInActivity): object {
  return {
    ...readLast("lastSignIn", interactive),
    ...readLast("lastNonInteractiveSignIn", nonInteractive),
    ...readLast("lastSuccessfulSignIn", success),
  };
}

function readLast(name: string, last: LastSignIn | undefined): object {
  return { [`${name}DateTime`]: wireMoment(last?.at), [`${name}RequestId`]: last?.eventId ?? null };
}

/** Whether users have a property of this name; names are case-sensitive. */
export function isUserProperty(name: string): boolean {
  return Object.hasOwn(userProperties, name);
}

/** Who proves the person's identity, then the name here: what the real service tells, and no id from abroad. */
function readIdentities({ user, identity, initialDomain }: ShownUser): object[] {
  const here = {
    signInType: "userPrincipalName",
    issuer: initialDomain,
    issuerAssignedId: user.userPrincipalName,
  };
  if (identity === undefined) return [here];
  const isAbroad = isOfOtherOrganisation(identity);
  const there = {
    signInType: "federated",
    issuer: isAbroad ? "ExternalAzureAD" : issuerName(identity),
    issuerAssignedId: isAbroad ? null : identity.subject,
  };
  return [there, here];
}

function swapped(words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([domain, wire]) => [wire.toLowerCase(), domain]));
}
