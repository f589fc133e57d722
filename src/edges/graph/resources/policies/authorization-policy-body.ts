import { z } from "zod";
import type { CollaborationSettings } from "../../../../domain/policies/rules/collaboration-settings.ts";
import { readChanges } from "../../odata/read-changes.ts";
import { wireGuestRoles, wireInviters, wireUserConsent, wordOf } from "./authorization-policy-words.ts";

const consentPolicies = [wireUserConsent, wireUserConsent.replace(/^[^.]+\./, "")] as const;

/** The body of `PATCH /policies/authorizationPolicy`. */
export const authorizationPolicyBody = z
  .strictObject({
    id: z.literal("authorizationPolicy"),
    allowInvitesFrom: z.enum(Object.values(wireInviters)),
    guestUserRoleId: z
      .string()
      .toLowerCase()
      .pipe(z.enum(Object.values(wireGuestRoles))),
    defaultUserRolePermissions: z
      .strictObject({ permissionGrantPoliciesAssigned: z.array(z.enum(consentPolicies)).max(1) })
      .partial(),
  })
  .partial();

/** Switches of the reference that nothing stands behind here. */
const notOffered: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "allowedToSignUpEmailBasedSubscriptions",
    "allowedToUseSSPR",
    "allowEmailVerifiedUsersToJoinOrganization",
    "allowUserConsentForRiskyApps",
    "blockMsolPowerShell",
    "description",
    "displayName",
    ...[
      "allowedToCreateApps",
      "allowedToCreateSecurityGroups",
      "allowedToCreateTenants",
      "allowedToReadBitlockerKeysForOwnedDevice",
      "allowedToReadOtherUsers",
    ].map((name) => `defaultUserRolePermissions/${name}`),
  ].map((name) => [name, "Nothing here depends on this switch, so it cannot be set."]),
);

/** Reads that body; throws 400 naming what cannot be changed so. */
export function readPolicyChanges(body: Record<string, unknown>): Partial<CollaborationSettings> {
  const read = readChanges(authorizationPolicyBody, "AuthorizationPolicy", body, notOffered);
  const allowInvitesFrom = read.allowInvitesFrom && wordOf(wireInviters, read.allowInvitesFrom);
  const guestAccess = read.guestUserRoleId && wordOf(wireGuestRoles, read.guestUserRoleId);
  const policies = read.defaultUserRolePermissions?.permissionGrantPoliciesAssigned;
  return {
    ...(allowInvitesFrom && { allowInvitesFrom }),
    ...(guestAccess && { guestAccess }),
    ...(policies && { userConsent: policies.length > 0 ? "everyone" : "nobody" }),
  };
}
