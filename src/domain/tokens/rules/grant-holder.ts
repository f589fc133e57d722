import type { User } from "../../directory/rules/user.ts";

/** Why a grant is void although nobody revoked it by itself. */
export type GrantVoid =
  | "user-unknown"
  | "user-disabled"
  | "password-expired"
  | "sessions-revoked"
  | "redemption-pending";

/** A guest's account at the tenant of this deployment that authenticated them. */
export interface HomeStanding {
  readonly member: Pick<User, "accountEnabled" | "mustChangePassword" | "sessionsValidFrom"> | undefined;
  readonly authenticatedAt: Date;
}

/**
 * Whether the person a grant was given to may still use it: asked at every redemption. `home` where another tenant
 * authenticated them: who was disabled or signed out there keeps nothing here.
 */
export function grantVoid(
  user: User | undefined,
  grantedAt: Date,
  home?: HomeStanding,
): GrantVoid | undefined {
  if (user === undefined || user.deletedAt !== undefined) return "user-unknown";
  if (!user.accountEnabled) return "user-disabled";
  if (user.mustChangePassword) return "password-expired";
  if (user.sessionsValidFrom > grantedAt) return "sessions-revoked";
  if (user.redemptionState === "pending") return "redemption-pending";
  if (home === undefined) return undefined;
  if (home.member?.accountEnabled !== true) return "user-disabled";
  if (home.member.mustChangePassword) return "password-expired";
  return home.member.sessionsValidFrom > home.authenticatedAt ? "sessions-revoked" : undefined;
}
