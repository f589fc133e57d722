import type {
  ApplicationObjectId,
  GroupId,
  ServicePrincipalId,
  UserId,
} from "../../../foundation/identifiers.ts";

/** What can belong to a group. */
export type GroupMember =
  | { readonly kind: "user"; readonly id: UserId }
  | { readonly kind: "group"; readonly id: GroupId }
  | { readonly kind: "service-principal"; readonly id: ServicePrincipalId };

/**
 * What stands in relation to others: also registrations, which somebody owns, and the roles that users hold, by the
 * ids of their templates.
 */
export type DirectoryObject =
  | GroupMember
  | { readonly kind: "application"; readonly id: ApplicationObjectId }
  | { readonly kind: "directory-role"; readonly id: string };

export type DirectoryObjectKind = DirectoryObject["kind"];

/** As what somebody is added to a group. */
export type GroupRelation = "member" | "owner";

/** Something in a tenant's directory under the name people know it by. */
export type NamedObject = GroupMember & { readonly displayName: string };
