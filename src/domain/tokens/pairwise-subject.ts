import { createHash } from "node:crypto";
import type { ApplicationId, UserId } from "../../foundation/identifiers.ts";
import type { Tenant } from "../directory/rules/tenant.ts";

/**
 * The `sub` of a person at one application (OpenID Connect Core section 8.1): stable there, and worth nothing
 * for comparing the same person across applications or tenants.
 */
export function pairwiseSubject(
  tenant: Pick<Tenant, "pairwiseSalt">,
  userId: UserId,
  applicationId: ApplicationId,
): string {
  return createHash("sha256")
    .update(tenant.pairwiseSalt)
    .update(`${userId} ${applicationId}`)
    .digest("base64url");
}
