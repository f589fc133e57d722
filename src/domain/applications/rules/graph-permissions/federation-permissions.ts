import type { GraphPermission } from "./graph-permission.ts";

/** What can be permitted over the ways in which guests prove who they are. */
export const federationPermissions = [
  {
    value: "IdentityProvider.Read.All",
    scopeId: "43781733-b5a7-4d1b-98f4-e8edff23e1a9",
    roleId: "e321f0bb-e7f7-481e-bb28-e3b0b32d4bd0",
    consentBy: "admin",
    displayName: "Read the identity providers",
    description: "The application sees which identity providers guests may use.",
  },
  {
    value: "IdentityProvider.ReadWrite.All",
    scopeId: "f13ce604-1677-429f-90bd-8a10b9f01325",
    roleId: "90db2b9a-d928-4d33-a4dd-8442ae3d41e4",
    consentBy: "admin",
    displayName: "Change the identity providers",
    description: "The application may decide which identity providers guests may use.",
  },
] as const satisfies readonly GraphPermission[];
