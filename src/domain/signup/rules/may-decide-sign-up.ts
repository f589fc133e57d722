import type { GroupId } from "../../../foundation/identifiers.ts";
import type { DirectoryRole } from "../../directory/rules/directory-role.ts";
import type { User } from "../../directory/rules/user.ts";
import type { UserFlow } from "./user-flow.ts";

/**
 * Who decides about every sign-up of the organisation, whoever else does: where all approvers of a flow are gone,
 * nobody waits in vain.
 */
export const signUpDeciders: readonly DirectoryRole[] = [
  "external-id-user-flow-administrator",
  "user-administrator",
  "global-administrator",
];

/** A person with everything that their right to decide depends on. */
export interface PossibleDecider {
  readonly user: Pick<User, "userId" | "kind" | "accountEnabled">;
  readonly groups: readonly GroupId[];
  readonly roles: readonly DirectoryRole[];
}

/** Whether somebody decides who comes in by a flow. No guest decides about guests, unless by a directory role. */
export function mayDecideSignUp(
  { approvingUsers, approvingGroups }: Pick<UserFlow, "approvingUsers" | "approvingGroups">,
  { user, groups, roles }: PossibleDecider,
): boolean {
  if (!user.accountEnabled) return false;
  if (roles.some((role) => signUpDeciders.includes(role))) return true;
  return (
    user.kind === "member" &&
    (approvingUsers.includes(user.userId) || approvingGroups.some((groupId) => groups.includes(groupId)))
  );
}
