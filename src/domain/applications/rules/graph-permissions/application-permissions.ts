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
] as const satisfies readonly GraphPermission[];
