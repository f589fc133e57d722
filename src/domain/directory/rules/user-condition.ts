/** What users can be asked for. Property names are the domain's own. */
export type UserCondition =
  | { readonly and: readonly UserCondition[] }
  | { readonly or: readonly UserCondition[] }
  | { readonly not: UserCondition }
  | { readonly compare: UserComparison };

export type UserComparison =
  | {
      readonly property: UserTextProperty;
      readonly operator: "eq" | "ne" | "ge" | "le" | "gt" | "lt";
      readonly value: string | null;
    }
  | {
      readonly property: UserTextProperty;
      readonly operator: "startsWith" | "endsWith" | "contains";
      readonly value: string;
    }
  | { readonly property: UserTextProperty; readonly operator: "in"; readonly value: readonly string[] }
  | {
      readonly property: UserFlagProperty;
      readonly operator: "eq" | "ne";
      readonly value: boolean | null;
    }
  | {
      readonly property: UserTimeProperty;
      readonly operator: "eq" | "ne" | "ge" | "le" | "gt" | "lt";
      readonly value: Date | null;
    }
  /** Some value of the list equals, begins or ends so. */
  | {
      readonly property: UserListProperty;
      readonly operator: "any" | "anyStartsWith" | "anyEndsWith";
      readonly value: string;
    };

/** Compared without regard to the case of letters. */
export type UserTextProperty =
  | "userId"
  | "userPrincipalName"
  | "kind"
  | "origin"
  | "redemptionState"
  | "displayName"
  | "givenName"
  | "surname"
  | "mail"
  | "mailNickname"
  | "jobTitle"
  | "department"
  | "companyName"
  | "officeLocation"
  | "mobilePhone"
  | "preferredLanguage"
  | "usageLocation";
export type UserFlagProperty = "accountEnabled" | "showInAddressList" | "isExternal";
export type UserTimeProperty = "createdAt" | "redemptionStateChangedAt" | "deletedAt";
export type UserListProperty = "otherMails" | "proxyAddresses" | "businessPhones";
