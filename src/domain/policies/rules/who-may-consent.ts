import type { DirectoryRole } from "../../directory/rules/directory-role.ts";
import type { CollaborationSettings } from "./collaboration-settings.ts";

/** For whom somebody may let an application act. */
export type ConsentRight = "for-everybody" | "for-oneself" | "not-at-all";

/** What an application does over Graph by itself nobody may give away who could not do it themselves. */
const rolesThatAllowGraphRoles: readonly DirectoryRole[] = [
  "global-administrator",
  "privileged-role-administrator",
];
const rolesThatConsentForEverybody: readonly DirectoryRole[] = [
  ...rolesThatAllowGraphRoles,
  "application-administrator",
  "cloud-application-administrator",
];

/**
 * For whom a person of the tenant may let an application act. An application that only assigned people may use was
 * chosen by an administrator, who then also decides what it may do.
 */
export function whoMayConsent(input: {
  readonly settings: Pick<CollaborationSettings, "userConsent">;
  readonly roles: readonly DirectoryRole[];
  readonly assignmentRequired: boolean;
  /** The application wants roles of Graph for itself. */
  readonly asksGraphRoles: boolean;
}): ConsentRight {
  const holds = (allowed: readonly DirectoryRole[]) => input.roles.some((role) => allowed.includes(role));
  if (input.asksGraphRoles) return holds(rolesThatAllowGraphRoles) ? "for-everybody" : "not-at-all";
  if (holds(rolesThatConsentForEverybody)) return "for-everybody";
  return input.settings.userConsent === "everyone" && !input.assignmentRequired
    ? "for-oneself"
    : "not-at-all";
}
