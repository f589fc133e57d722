import type { GroupId, ServicePrincipalId, UserId } from "../../../foundation/identifiers.ts";

/** What can belong to a group. */
export type GroupMember =
  | { readonly kind: "user"; readonly id: UserId }
  | { readonly kind: "group"; readonly id: GroupId }
  | { readonly kind: "service-principal"; readonly id: ServicePrincipalId };

export type GroupMemberKind = GroupMember["kind"];

/** As what somebody is added to a group. */
export type GroupRelation = "member" | "owner";

/** Something in a tenant's directory under the name people know it by. */
export type NamedObject = GroupMember & { readonly displayName: string };
