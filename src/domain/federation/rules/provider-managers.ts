import type { DirectoryRole } from "../../directory/rules/directory-role.ts";

/** Who may decide how guests prove who they are: who may, decides who gets in. */
export const providerManagers: readonly DirectoryRole[] = [
  "external-identity-provider-administrator",
  "global-administrator",
];
