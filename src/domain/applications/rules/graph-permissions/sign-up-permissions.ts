import type { GraphPermission } from "./graph-permission.ts";

/** What can be permitted over self-service sign-up. */
export const signUpPermissions = [
  {
    value: "IdentityUserFlow.Read.All",
    scopeId: "2903d63d-4611-4d43-99ce-a33f3f52e343",
    roleId: "1b0c317f-dd31-4305-9932-259a8b6e8099",
    consentBy: "admin",
    displayName: "Read the user flows",
    description: "The application sees how people sign up by themselves.",
  },
  {
    value: "IdentityUserFlow.ReadWrite.All",
    scopeId: "281892cc-4dbf-4e3a-b6cc-b21029bb4e82",
    roleId: "65319a09-a2be-469d-8782-f6b07debf789",
    consentBy: "admin",
    displayName: "Change the user flows",
    description: "The application may decide how people sign up by themselves, and for which applications.",
  },
  {
    value: "APIConnectors.Read.All",
    scopeId: "1b6ff35f-31df-4332-8571-d31ea5a4893f",
    roleId: "b86848a7-d5b1-41eb-a9b4-54a4e6306e97",
    consentBy: "admin",
    displayName: "Read the API connectors",
    description: "The application sees which APIs are asked when people sign up, and what they answered.",
  },
  {
    value: "APIConnectors.ReadWrite.All",
    scopeId: "c67b52c5-7c69-48b6-9d48-7b3af3ded914",
    roleId: "1dfe531a-24a6-4f1b-80f4-7a0dc5a0a171",
    consentBy: "admin",
    displayName: "Change the API connectors",
    description: "The application may decide which APIs are asked when people sign up.",
  },
] as const satisfies readonly GraphPermission[];
