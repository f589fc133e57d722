import type { CollaborationSettings } from "../../../../domain/policies/rules/collaboration-settings.ts";

/** `allowInvitesFrom` on the wire. */
export const wireInviters = {
  everyone: "everyone",
  members: "adminsGuestInvitersAndAllMembers",
  inviters: "adminsAndGuestInviters",
  none: "none",
} as const satisfies Record<CollaborationSettings["allowInvitesFrom"], string>;

/** `guestUserRoleId` on the wire: well-known ids of the roles User, Guest User and Restricted Guest User. */
export const wireGuestRoles = {
  member: "a0b1b346-4d3e-4e8b-98f8-753987be4970",
  limited: "10dae51f-b6af-4016-8d66-8c2a99b929b3",
  restricted: "2af84b1e-32c8-42b7-82bc-daa82404023b",
} as const satisfies Record<CollaborationSettings["guestAccess"], string>;

/** `permissionGrantPoliciesAssigned` where people consent for themselves; empty where they do not. */
export const wireUserConsent = "managePermissionGrantsForSelf.microsoft-user-default-legacy";

/** The word that the wire spells so. */
export function wordOf<Word extends string>(
  words: Readonly<Record<Word, string>>,
  wire: string,
): Word | undefined {
  return (Object.keys(words) as Word[]).find((word) => words[word] === wire);
}
