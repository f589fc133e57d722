import type { DirectoryRole } from "../../directory/rules/directory-role.ts";

/** Who may decide how people sign up by themselves. */
export const flowManagers: readonly DirectoryRole[] = [
  "external-id-user-flow-administrator",
  "global-administrator",
];
