import type { GraphPermission } from "./graph-permission.ts";

/** What can be permitted over policies and logs. */
export const policyPermissions = [
  {
    value: "AuditLog.Read.All",
    scopeId: "e4c9e354-4dc5-45b8-9e7c-e1393b0b1a20",
    roleId: "b0afded3-3588-46d8-8b3d-9842eff778da",
    consentBy: "admin",
    displayName: "Read the logs",
    description: "The application sees who signed in when, and who changed what.",
  },
  {
    value: "Policy.Read.All",
    scopeId: "572fea84-0151-49b2-9301-11cb16974376",
    roleId: "246dd0d5-5bd0-4def-940b-0421030a5b68",
    consentBy: "admin",
    displayName: "Read the policies",
    description: "The application sees the organisation's rules for guests and sign-in.",
  },
  {
    value: "Policy.ReadWrite.Authorization",
    scopeId: "edd3c878-b384-41fd-95ad-e7407dd775be",
    roleId: "fb221be6-99f2-473f-bd32-01c6a0e9ca3b",
    consentBy: "admin",
    displayName: "Change the rules for guests",
    description: "The application may change who invites guests, and what guests see.",
  },
  {
    value: "Policy.ReadWrite.CrossTenantAccess",
    scopeId: "014b43d0-6ed4-4fc6-84dc-4b6f7bae7d85",
    roleId: "338163d7-f101-4c92-94ba-ca46fe52447c",
    consentBy: "admin",
    displayName: "Change how invitations are accepted",
    description: "The application may change in which order the ways of accepting an invitation are tried.",
  },
  {
    value: "Policy.ReadWrite.AuthenticationMethod",
    scopeId: "7e823077-d88e-468f-a337-e18f1f0e6c7c",
    roleId: "29c18626-4985-4dcd-85c0-193eef327366",
    consentBy: "admin",
    displayName: "Change the ways to sign in",
    description: "The application may decide whether guests prove an address by a mailed code.",
  },
  {
    value: "Policy.ReadWrite.AuthenticationFlows",
    scopeId: "edb72de9-4252-4d03-a925-451deef99db7",
    roleId: "25f85f3c-f66c-4205-8cd5-de92dd7f0cec",
    consentBy: "admin",
    displayName: "Change whether people sign up by themselves",
    description: "The application may switch self-service sign-up on and off.",
  },
  // Entra publishes no ids for these two that we know of: the ids are our own.
  {
    value: "Policy.Read.B2BManagementPolicy",
    scopeId: "4ba49039-345b-454c-b0a4-9600988a1d54",
    roleId: "e0866433-67e5-433e-8c1c-43966a226b08",
    consentBy: "admin",
    displayName: "Read with which domains guests may come",
    description: "The application sees the domains that the organisation allows or denies.",
  },
  {
    value: "Policy.ReadWrite.B2BManagementPolicy",
    scopeId: "a6965f37-cc47-46b9-90ab-3ae6e2d8d0e1",
    roleId: "976fe9e2-cb70-4c81-975f-5d858fbcc973",
    consentBy: "admin",
    displayName: "Change with which domains guests may come",
    description: "The application may allow or deny guests by the domains of their addresses.",
  },
  {
    value: "CrossTenantInformation.ReadBasic.All",
    scopeId: "81594d25-e88e-49cf-ac8c-fecbff49f994",
    roleId: "cac88765-0581-4025-9725-5ebc13f729ee",
    consentBy: "admin",
    displayName: "Look up other organisations",
    description: "The application may learn the name of an organisation whose domain or id it knows.",
  },
] as const satisfies readonly GraphPermission[];
