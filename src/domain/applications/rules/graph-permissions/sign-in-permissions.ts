import type { GraphPermission } from "./graph-permission.ts";

/** What can be permitted over the ways in which people sign in. */
export const signInPermissions = [
  {
    value: "UserAuthenticationMethod.Read",
    scopeId: "1f6b61c5-2f65-4135-9c9f-31c0f8d32b52",
    consentBy: "admin",
    displayName: "See how you sign in",
    description: "The application learns which ways of signing in you have set up, and no secret of them.",
  },
  {
    value: "UserAuthenticationMethod.Read.All",
    scopeId: "aec28ec7-4d02-4e8c-b864-50163aea77eb",
    roleId: "38d9df27-64da-44fd-b7c5-a6fbac20248f",
    consentBy: "admin",
    displayName: "See how everybody here signs in",
    description:
      "The application learns which ways of signing in each person in the organisation has set up, and no secret of them.",
  },
  {
    value: "UserAuthenticationMethod.ReadWrite",
    scopeId: "48971fc1-70d7-4245-af77-0beb29b53ee2",
    consentBy: "admin",
    displayName: "See and change how you sign in",
    description:
      "The application learns which ways of signing in you have set up, and may change them for you.",
  },
  {
    value: "UserAuthenticationMethod.ReadWrite.All",
    scopeId: "b7887744-6746-4312-813d-72daeaee7e2d",
    roleId: "50483e42-d915-4231-9639-7fdb7fd190e5",
    consentBy: "admin",
    displayName: "See and change how everybody here signs in",
    description:
      "The application may take a lost authenticator app away from each person in the organisation, so that they set up another.",
  },
] as const satisfies readonly GraphPermission[];
