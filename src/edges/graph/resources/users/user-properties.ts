import type { ExternalIdentity } from "../../../../domain/directory/rules/external-identity.ts";
import { homeTenantOfIssuer } from "../../../../domain/directory/rules/external-identity.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import type {
  UserFlagProperty,
  UserListProperty,
  UserTextProperty,
  UserTimeProperty,
} from "../../../../domain/directory/rules/user-condition.ts";
import { wireMoment } from "../../graph-response.ts";

/** A user with what the wire shows of them beside their own row. */
export interface ShownUser {
  readonly user: User;
  readonly identity: ExternalIdentity | undefined;
  readonly initialDomain: string;
}

/** How a property can be filtered; a word list translates between the wire and the domain. */
export type PropertyFilter =
  | { readonly type: "text"; readonly property: UserTextProperty; readonly mayEnd?: boolean }
  | {
      readonly type: "word";
      readonly property: UserTextProperty;
      readonly words: Readonly<Record<string, string>>;
    }
  | { readonly type: "id" }
  | { readonly type: "flag"; readonly property: UserFlagProperty }
  | { readonly type: "moment"; readonly property: UserTimeProperty }
  | { readonly type: "list"; readonly property: UserListProperty };

export interface UserProperty {
  readonly read: (shown: ShownUser) => unknown;
  /** Answered without `$select`. */
  readonly isDefault?: true;
  readonly filter?: PropertyFilter;
}

const userTypes = { guest: "Guest", member: "Member" } as const;
const redemptionStates = { pending: "PendingAcceptance", accepted: "Accepted" } as const;
const creationTypes = { invitation: "Invitation", "self-service-sign-up": "SelfServiceSignUp" } as const;

type PlainText = {
  [Name in UserTextProperty]: Name extends keyof User
    ? User[Name] extends string | undefined
      ? Name
      : never
    : never;
}[UserTextProperty];

function text(property: PlainText, isDefault = false, mayEnd = false): UserProperty {
  return {
    read: ({ user }) => user[property] ?? null,
    ...(isDefault ? { isDefault } : {}),
    filter: { type: "text", property, ...(mayEnd ? { mayEnd } : {}) },
  };
}

/** Every property of a user on the wire: how it is read from the domain's user, and how it can be filtered. */
export const userProperties = {
  businessPhones: {
    read: ({ user }) => user.businessPhones,
    isDefault: true,
    filter: { type: "list", property: "businessPhones" },
  },
  displayName: text("displayName", true),
  givenName: text("givenName", true),
  id: { read: ({ user }) => user.userId, isDefault: true, filter: { type: "id" } },
  jobTitle: text("jobTitle", true),
  mail: text("mail", true, true),
  mobilePhone: text("mobilePhone", true),
  officeLocation: text("officeLocation", true),
  preferredLanguage: text("preferredLanguage", true),
  surname: text("surname", true),
  userPrincipalName: text("userPrincipalName", true, true),
  accountEnabled: {
    read: ({ user }) => user.accountEnabled,
    filter: { type: "flag", property: "accountEnabled" },
  },
  companyName: text("companyName"),
  createdDateTime: {
    read: ({ user }) => wireMoment(user.createdAt),
    filter: { type: "moment", property: "createdAt" },
  },
  creationType: {
    read: ({ user }) => (user.origin === undefined ? null : creationTypes[user.origin]),
    filter: { type: "word", property: "origin", words: swapped(creationTypes) },
  },
  deletedDateTime: { read: ({ user }) => wireMoment(user.deletedAt) },
  department: text("department"),
  externalUserState: {
    read: ({ user }) => (user.redemptionState === undefined ? null : redemptionStates[user.redemptionState]),
    filter: { type: "word", property: "redemptionState", words: swapped(redemptionStates) },
  },
  externalUserStateChangeDateTime: {
    read: ({ user }) => wireMoment(user.redemptionStateChangedAt),
    filter: { type: "moment", property: "redemptionStateChangedAt" },
  },
  identities: { read: readIdentities },
  mailNickname: text("mailNickname"),
  otherMails: {
    read: ({ user }) => user.otherMails,
    filter: { type: "list", property: "otherMails" },
  },
  proxyAddresses: {
    read: ({ user }) => user.proxyAddresses,
    filter: { type: "list", property: "proxyAddresses" },
  },
  showInAddressList: {
    read: ({ user }) => user.showInAddressList ?? null,
    filter: { type: "flag", property: "showInAddressList" },
  },
  signInSessionsValidFromDateTime: { read: ({ user }) => wireMoment(user.sessionsValidFrom) },
  usageLocation: text("usageLocation"),
  userType: {
    read: ({ user }) => userTypes[user.kind],
    filter: { type: "word", property: "kind", words: swapped(userTypes) },
  },
} as const satisfies Record<string, UserProperty>;

export type UserPropertyName = keyof typeof userProperties;

/** The property with this name on the wire; names are case-sensitive. */
export function findUserProperty(name: string): UserProperty | undefined {
  return Object.hasOwn(userProperties, name) ? userProperties[name as UserPropertyName] : undefined;
}

/** Whether users have a property of this name. */
export function isUserProperty(name: string): boolean {
  return findUserProperty(name) !== undefined;
}

export const defaultUserProperties: readonly UserPropertyName[] = (
  Object.entries(userProperties) as [UserPropertyName, UserProperty][]
).flatMap(([name, { isDefault }]) => (isDefault ? [name] : []));

/** Who proves the person's identity, then the name here: what the real service tells, and no id from abroad. */
function readIdentities({ user, identity, initialDomain }: ShownUser): object[] {
  const here = {
    signInType: "userPrincipalName",
    issuer: initialDomain,
    issuerAssignedId: user.userPrincipalName,
  };
  if (identity === undefined) return [here];
  const isAbroad = homeTenantOfIssuer(identity.issuer) !== undefined;
  const there = {
    signInType: "federated",
    issuer: isAbroad ? "ExternalAzureAD" : identity.issuer,
    issuerAssignedId: isAbroad ? null : identity.subject,
  };
  return [there, here];
}

function swapped(words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([domain, wire]) => [wire.toLowerCase(), domain]));
}
