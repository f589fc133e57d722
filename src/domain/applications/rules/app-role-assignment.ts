import type { Condition } from "../../../foundation/condition.ts";
import type {
  AppRoleId,
  Branded,
  GroupId,
  ServicePrincipalId,
  UserId,
} from "../../../foundation/identifiers.ts";

export type AssignmentId = Branded<"AssignmentId">;

/** Access without a role: the default role of the reference. */
export const defaultAppRoleId = "00000000-0000-0000-0000-000000000000" as AppRoleId;

/** Who gets a role. */
export type AppRolePrincipal =
  | { readonly kind: "user"; readonly id: UserId }
  | { readonly kind: "group"; readonly id: GroupId }
  | { readonly kind: "service-principal"; readonly id: ServicePrincipalId };

/** That somebody may use an application, in a role or without one. */
export interface AppRoleAssignment {
  readonly assignmentId: AssignmentId;
  readonly principalKind: "user" | "group" | "service-principal";
  readonly principalId: Branded<string>;
  /** Service principal of the application that owns the role. */
  readonly resourceId: ServicePrincipalId;
  readonly roleId: AppRoleId;
  readonly createdAt: Date;
}

/** What assignments can be asked for. */
export type AssignmentProperties = {
  readonly assignmentId: "id";
  readonly principalId: "id";
  readonly resourceId: "id";
  readonly roleId: "id";
  readonly createdAt: "moment";
};

export type AssignmentCondition = Condition<AssignmentProperties>;

/** Assignments of one side: to a resource, or of a principal. */
export type AssignmentSide =
  | { readonly resourceId: ServicePrincipalId }
  | { readonly principalId: Branded<string> };
