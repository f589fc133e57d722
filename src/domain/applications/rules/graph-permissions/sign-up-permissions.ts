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
] as const satisfies readonly GraphPermission[];
