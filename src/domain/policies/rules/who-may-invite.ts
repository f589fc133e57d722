import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { DirectoryRole } from "../../directory/rules/directory-role.ts";
import type { CollaborationSettings } from "./collaboration-settings.ts";

/** Somebody who wants to invite. An application has the permission already; the setting can only take it away. */
export type Inviter =
  | { readonly kind: "application" }
  | { readonly kind: "operator" }
  | {
      readonly kind: "user";
      readonly userKind: "member" | "guest";
      readonly roles: readonly DirectoryRole[];
    };

export type InviteRefusal = {
  readonly code: "invitations-turned-off" | "only-inviters-invite" | "only-members-invite";
};

const rolesThatInvite: readonly DirectoryRole[] = [
  "global-administrator",
  "user-administrator",
  "guest-inviter",
];

/** Whether the tenant's settings let this inviter invite anybody. */
export function whoMayInvite(input: {
  readonly settings: Pick<CollaborationSettings, "allowInvitesFrom" | "guestAccess">;
  readonly inviter: Inviter;
}): Result<"allowed", InviteRefusal> {
  const { settings, inviter } = input;
  // The operator could change the setting, but should see it first.
  if (settings.allowInvitesFrom === "none") return refuse({ code: "invitations-turned-off" });
  if (inviter.kind !== "user") return accept("allowed");
  if (inviter.roles.some((role) => rolesThatInvite.includes(role))) return accept("allowed");
  switch (settings.allowInvitesFrom) {
    case "everyone":
      return accept("allowed");
    case "members":
      return inviter.userKind === "member" || settings.guestAccess === "member"
        ? accept("allowed")
        : refuse({ code: "only-members-invite" });
    case "inviters":
      return refuse({ code: "only-inviters-invite" });
  }
}

const rolesThatInviteMembers: readonly DirectoryRole[] = ["global-administrator", "user-administrator"];
const rolesThatReset: readonly DirectoryRole[] = [...rolesThatInviteMembers, "helpdesk-administrator"];

/** Whether the inviter may invite somebody from outside with the rights of a member. */
export function whoMayInviteMembers(
  inviter: Inviter,
): Result<"allowed", { readonly code: "only-administrators-invite-members" }> {
  if (inviter.kind !== "user" || inviter.roles.some((role) => rolesThatInviteMembers.includes(role)))
    return accept("allowed");
  return refuse({ code: "only-administrators-invite-members" });
}

/** Whether the inviter may make somebody redeem anew. */
export function whoMayResetRedemption(
  inviter: Inviter,
): Result<"allowed", { readonly code: "only-administrators-reset" }> {
  if (inviter.kind !== "user" || inviter.roles.some((role) => rolesThatReset.includes(role)))
    return accept("allowed");
  return refuse({ code: "only-administrators-reset" });
}
