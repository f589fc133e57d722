import type { ApplicationId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { hashOpaqueToken } from "../../platform/secrets/opaque-token.ts";
import { findUser } from "../directory/find-user.ts";
import type { User } from "../directory/rules/user.ts";
import { homeStanding } from "./home-standing.ts";
import { type NewTokenOfFamily, newTokenOfFamily } from "./new-refresh-token.ts";
import { replaceRefreshToken, type StoredRefreshToken, selectRefreshToken } from "./refresh-token-store.ts";
import { revokeFamily } from "./revoke-family.ts";
import type { AuthorizationGrant } from "./rules/authorization-grant.ts";
import { type GrantVoid, grantVoid } from "./rules/grant-holder.ts";
import { type RefreshRefusal, refreshRefusal } from "./rules/refresh-rotation.ts";
import { tenantNamedByToken } from "./tenant-bound-token.ts";

/** The refresh token a client brought, found but not yet used. */
export type FoundRefreshToken = StoredRefreshToken;

/** Looks a refresh token up within the tenant it was brought to; nothing is consumed. */
export async function findRefreshToken(
  machine: Machine,
  tenantId: TenantId,
  token: string,
): Promise<
  Result<FoundRefreshToken, { readonly code: "refresh-token-unknown" | "refresh-token-of-another-tenant" }>
> {
  const named = tenantNamedByToken(token);
  if (named === undefined) return refuse({ code: "refresh-token-unknown" });
  if (named !== tenantId) return refuse({ code: "refresh-token-of-another-tenant" });
  const found = await selectRefreshToken(machine.database, tenantId, hashOpaqueToken(token));
  return found ? accept(found) : refuse({ code: "refresh-token-unknown" });
}

export interface RefreshedGrant {
  readonly grant: AuthorizationGrant;
  readonly user: User;
  readonly refreshToken: NewTokenOfFamily;
}

/**
 * Uses a refresh token: it is replaced by a new one, and the grant behind it is good for new tokens if the person may
 * still have them. A token that was used before revokes its family.
 */
export async function redeemRefreshToken(
  machine: Machine,
  token: FoundRefreshToken,
  applicationId: ApplicationId,
): Promise<Result<RefreshedGrant, { readonly code: RefreshRefusal | GrantVoid }>> {
  const now = machine.clock();
  const [user, home] = await Promise.all([
    findUser(machine.database, token.tenantId, token.userId),
    homeStanding(machine, token.grant.signIn),
  ]);

  const refusal = refreshRefusal({ ...token, platform: token.grant.platform }, applicationId, now);
  if (refusal === "refresh-token-reused") await revokeFamily(machine, token.tenantId, token.familyId);
  if (refusal) return refuse({ code: refusal });
  const voided = grantVoid(user, new Date(token.grant.grantedAt), home);
  if (voided || !user) return refuse({ code: voided ?? "user-unknown" });

  const successor = newTokenOfFamily(token, now, token.expiresAt);
  if (!(await replaceRefreshToken(machine.database, token, now, successor.row))) {
    await revokeFamily(machine, token.tenantId, token.familyId);
    return refuse({ code: "refresh-token-reused" });
  }
  return accept({ grant: token.grant, user, refreshToken: successor });
}
