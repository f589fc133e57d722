import type { User } from "../../directory/rules/user.ts";

/** Why a grant is void although nobody revoked it by itself. */
export type GrantVoid = "user-unknown" | "user-disabled" | "sessions-revoked" | "redemption-pending";

/** Whether the person a grant was given to may still use it: asked at every redemption. */
export function grantVoid(user: User | undefined, grantedAt: Date): GrantVoid | undefined {
  if (user === undefined || user.deletedAt !== undefined) return "user-unknown";
  if (!user.accountEnabled) return "user-disabled";
  if (user.sessionsValidFrom > grantedAt) return "sessions-revoked";
  if (user.redemptionState === "pending") return "redemption-pending";
  return undefined;
}
