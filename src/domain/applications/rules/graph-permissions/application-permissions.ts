import type { GraphPermission } from "./graph-permission.ts";

/** What can be permitted over applications. */
export const applicationPermissions = [
  {
    value: "Application.Read.All",
    scopeId: "c79f8feb-a9db-4090-85f9-90d820caa0eb",
    roleId: "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30",
    consentBy: "admin",
    displayName: "Read all applications",
    description: "The application sees which applications the organisation has and who may use them.",
  },
  {
    value: "Application.ReadWrite.All",
    scopeId: "bdfbf15f-ee85-4955-8675-146e8e5296b5",
    roleId: "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9",
    consentBy: "admin",
    displayName: "Read and change all applications",
    description: "The application may register, change and delete applications.",
  },
  {
    value: "Application.ReadWrite.OwnedBy",
    roleId: "18a4783c-866b-4cc7-a460-3d5e5662c884",
    consentBy: "admin",
    displayName: "Manage applications that it owns",
    description: "The application may register applications, and change and delete those that it owns.",
  },
  {
    value: "AppRoleAssignment.ReadWrite.All",
    scopeId: "84bccea3-f856-4a8a-967b-dbe0a3d53a64",
    roleId: "06b708a9-e830-4db3-a914-8e69da51d44f",
    consentBy: "admin",
    displayName: "Decide who may use which application",
    description:
      "The application may assign people, groups and applications to applications, and give itself every permission.",
  },
  {
    value: "DelegatedPermissionGrant.ReadWrite.All",
    scopeId: "41ce6ca6-6826-4807-84f1-1c82854f7ee5",
    roleId: "8e8e4742-1d95-4f68-9d56-6ee75648c72a",
    consentBy: "admin",
    displayName: "Decide what applications may do for people",
    description: "The application may let any application act on behalf of people, and take that back.",
  },
] as const satisfies readonly GraphPermission[];
