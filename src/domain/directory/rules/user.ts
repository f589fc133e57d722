import type { TenantId, UserId } from "../../../foundation/identifiers.ts";

/** A value of an attribute that a tenant made for itself. */
export type CustomValue = string | number | boolean | readonly string[];

/** One person in one tenant. The same person is another user in another tenant. */
export interface User {
  readonly tenantId: TenantId;
  readonly userId: UserId;
  readonly userPrincipalName: string;
  readonly kind: "member" | "guest";
  /** Signs in somewhere else: true for guests and for external members. */
  readonly isExternal: boolean;
  readonly origin: "invitation" | "self-service-sign-up" | undefined;
  readonly redemptionState: "pending" | "accepted" | undefined;
  readonly redemptionStateChangedAt: Date | undefined;
  /** When somebody who signed in elsewhere became one who signs in here. */
  readonly convertedAt: Date | undefined;
  readonly displayName: string;
  readonly givenName: string | undefined;
  readonly surname: string | undefined;
  readonly mail: string | undefined;
  readonly otherMails: readonly string[];
  readonly proxyAddresses: readonly string[];
  readonly mailNickname: string;
  readonly jobTitle: string | undefined;
  readonly department: string | undefined;
  readonly companyName: string | undefined;
  readonly officeLocation: string | undefined;
  readonly mobilePhone: string | undefined;
  readonly businessPhones: readonly string[];
  readonly preferredLanguage: string | undefined;
  readonly usageLocation: string | undefined;
  readonly streetAddress: string | undefined;
  readonly city: string | undefined;
  readonly state: string | undefined;
  readonly postalCode: string | undefined;
  readonly country: string | undefined;
  readonly employeeId: string | undefined;
  readonly managerId: UserId | undefined;
  readonly accountEnabled: boolean;
  readonly showInAddressList: boolean | undefined;
  /** Undefined for whoever signs in elsewhere. */
  readonly passwordChangedAt: Date | undefined;
  /** A new password is to be chosen before anything is signed in to. */
  readonly mustChangePassword: boolean;
  /** Sessions and refresh tokens that began earlier are void. */
  readonly sessionsValidFrom: Date;
  readonly invitedByUserId: UserId | undefined;
  /** By the id of a custom attribute. */
  readonly customValues: Readonly<Record<string, CustomValue>>;
  readonly createdAt: Date;
  readonly deletedAt: Date | undefined;
}
