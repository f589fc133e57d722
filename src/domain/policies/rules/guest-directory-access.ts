import { type DirectoryRole, directoryRoles } from "../../directory/rules/directory-role.ts";
import type { CollaborationSettings } from "./collaboration-settings.ts";

/**
 * How far a signed-in user sees into the directory. `everybody`: lists and searches; `somebody-named`: one user at
 * a time, by id or name, and groups' members; `oneself`: only the own profile.
 */
export type DirectoryAccess = "everybody" | "somebody-named" | "oneself";

/** What the reader may read, before the permissions of the application are looked at, which can only narrow it. */
export function guestDirectoryAccess(input: {
  readonly settings: Pick<CollaborationSettings, "guestAccess">;
  readonly reader: { readonly userKind: "member" | "guest"; readonly roles: readonly DirectoryRole[] };
}): DirectoryAccess {
  const { settings, reader } = input;
  if (reader.userKind === "member" || reader.roles.some((role) => directoryRoles[role].readsDirectory))
    return "everybody";
  switch (settings.guestAccess) {
    case "member":
      return "everybody";
    case "limited":
      return "somebody-named";
    case "restricted":
      return "oneself";
  }
}
