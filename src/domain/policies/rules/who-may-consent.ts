import type { DirectoryRole } from "../../directory/rules/directory-role.ts";
import type { CollaborationSettings } from "./collaboration-settings.ts";

/** For whom somebody may let an application act. */
export type ConsentRight = "for-everybody" | "for-oneself" | "not-at-all";

const rolesThatConsentForEverybody: readonly DirectoryRole[] = ["global-administrator"];

/**
 * For whom a person of the tenant may let an application act. An application that only assigned people may use was
 * chosen by an administrator, who then also decides what it may do.
 */
export function whoMayConsent(input: {
  readonly settings: Pick<CollaborationSettings, "userConsent">;
  readonly roles: readonly DirectoryRole[];
  readonly assignmentRequired: boolean;
}): ConsentRight {
  if (input.roles.some((role) => rolesThatConsentForEverybody.includes(role))) return "for-everybody";
  return input.settings.userConsent === "everyone" && !input.assignmentRequired
    ? "for-oneself"
    : "not-at-all";
}
