import type { ApplicationId } from "../../../foundation/identifiers.ts";
import type { Platform } from "../../applications/rules/application.ts";

export type RefreshRefusal =
  | "refresh-token-of-another-client"
  | "refresh-token-reused"
  | "refresh-token-revoked"
  | "refresh-token-expired"
  | "browser-refresh-token-expired";

/** A stored refresh token. */
export interface IssuedRefreshToken {
  readonly applicationId: ApplicationId;
  readonly platform: Platform;
  readonly expiresAt: Date;
  readonly usedAt: Date | undefined;
  readonly revokedAt: Date | undefined;
}

/**
 * Refresh token rotation (RFC 9700 section 4.14.2): each is good once. One that comes back after use was stolen, either
 * now or before, so `refresh-token-reused` makes the caller revoke the whole family.
 */
export function refreshRefusal(
  token: IssuedRefreshToken,
  applicationId: ApplicationId,
  now: Date,
): RefreshRefusal | undefined {
  if (token.applicationId !== applicationId) return "refresh-token-of-another-client";
  if (token.revokedAt !== undefined) return "refresh-token-revoked";
  if (token.usedAt !== undefined) return "refresh-token-reused";
  if (token.expiresAt > now) return undefined;
  return token.platform === "spa" ? "browser-refresh-token-expired" : "refresh-token-expired";
}
