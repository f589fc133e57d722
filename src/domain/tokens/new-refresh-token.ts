import type { ApplicationId, TenantId, UserId } from "../../foundation/identifiers.ts";
import { hashOpaqueToken } from "../../platform/secrets/opaque-token.ts";
import type { NewRefreshToken } from "./refresh-token-store.ts";
import type { AuthorizationGrant } from "./rules/authorization-grant.ts";
import { refreshTokenExpiry } from "./rules/lifetimes.ts";
import { newTenantBoundToken } from "./tenant-bound-token.ts";

/** A refresh token about to be stored: the text for the client, the row for the database. */
export interface NewTokenOfFamily {
  readonly text: string;
  readonly expiresAt: Date;
  readonly row: NewRefreshToken;
}

/** Makes the next token of a family. */
export function newTokenOfFamily(
  family: {
    readonly tenantId: TenantId;
    readonly familyId: string;
    readonly applicationId: ApplicationId;
    readonly userId: UserId;
    readonly grant: AuthorizationGrant;
  },
  now: Date,
  earlierExpiry: Date | undefined,
): NewTokenOfFamily {
  const { tenantId, familyId, applicationId, userId, grant } = family;
  const text = newTenantBoundToken(tenantId);
  const expiresAt = refreshTokenExpiry(grant.platform, now, earlierExpiry);
  return {
    text,
    expiresAt,
    row: {
      tenantId,
      tokenHash: hashOpaqueToken(text),
      familyId,
      applicationId,
      userId,
      grant,
      expiresAt,
    },
  };
}
