import type { Condition } from "../../../foundation/condition.ts";
import type { Branded, ServicePrincipalId, UserId } from "../../../foundation/identifiers.ts";

export type GrantId = Branded<"GrantId">;

/** That an application may act at a resource on behalf of one person, or of everybody. */
export interface PermissionGrant {
  readonly grantId: GrantId;
  readonly clientId: ServicePrincipalId;
  readonly resourceId: ServicePrincipalId;
  /** Undefined: for everybody in the tenant. */
  readonly principalId: UserId | undefined;
  readonly scopes: readonly string[];
}

/** What grants can be asked for. */
export type GrantProperties = {
  readonly grantId: "id";
  readonly clientId: "id";
  readonly resourceId: "id";
  readonly principalId: "id";
  /** `everybody` or `one-person`. */
  readonly reach: "text";
};

export type GrantCondition = Condition<GrantProperties>;
