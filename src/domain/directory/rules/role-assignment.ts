import type { UserId } from "../../../foundation/identifiers.ts";
import type { DirectoryRole } from "./directory-role.ts";

/** Somebody who holds a role over the whole directory. */
export interface RoleAssignment {
  readonly userId: UserId;
  readonly role: DirectoryRole;
}
