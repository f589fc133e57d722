import type { Condition } from "../../../foundation/condition.ts";

/** What users can be asked for, in the domain's own words. */
export type UserProperties = {
  readonly userId: "id";
  readonly userPrincipalName: "text";
  readonly kind: "text";
  readonly origin: "text";
  readonly redemptionState: "text";
  readonly displayName: "text";
  readonly givenName: "text";
  readonly surname: "text";
  readonly mail: "text";
  readonly mailNickname: "text";
  readonly jobTitle: "text";
  readonly department: "text";
  readonly companyName: "text";
  readonly officeLocation: "text";
  readonly mobilePhone: "text";
  readonly preferredLanguage: "text";
  readonly usageLocation: "text";
  readonly streetAddress: "text";
  readonly city: "text";
  readonly state: "text";
  readonly postalCode: "text";
  readonly country: "text";
  readonly employeeId: "text";
  readonly managerId: "id";
  readonly accountEnabled: "flag";
  readonly showInAddressList: "flag";
  readonly createdAt: "moment";
  readonly redemptionStateChangedAt: "moment";
  readonly convertedAt: "moment";
  readonly deletedAt: "moment";
  readonly lastInteractiveSignInAt: "moment";
  readonly lastNonInteractiveSignInAt: "moment";
  readonly lastSuccessfulSignInAt: "moment";
  readonly otherMails: "list";
  readonly proxyAddresses: "list";
  readonly businessPhones: "list";
  /** How the person proves who they are elsewhere: `issuer` and, unless at another tenant, `subject`. */
  readonly identities: "objects";
  /** Attributes that a tenant made for itself, by their ids. */
  readonly [Name: `custom-text:${string}`]: "text";
  readonly [Name: `custom-flag:${string}`]: "flag";
  readonly [Name: `custom-number:${string}`]: "number";
};

export type UserCondition = Condition<UserProperties>;

/** The issuer of everybody who signs in at another tenant, whichever it is: that one is not to be asked for. */
export const anotherTenant = "another-tenant";
