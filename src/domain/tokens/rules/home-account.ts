import type { TenantId, UserId } from "../../../foundation/identifiers.ts";
import { homeTenantOfIssuer } from "../../directory/rules/external-identity.ts";
import type { SignInEvidence } from "./authorization-grant.ts";

/** The account behind a sign-in: its home where that is a tenant of this deployment, else the user here. */
export interface HomeAccount {
  readonly userId: string;
  readonly tenantId: string;
}

/**
 * Which account `client_info` names. Clients key their cache by it, so it must be the same in every answer
 * for one person at one application.
 */
export function homeAccount(
  tenantId: TenantId,
  userId: UserId,
  authenticatedBy: SignInEvidence["authenticatedBy"],
): HomeAccount {
  const homeTenantId = authenticatedBy && homeTenantOfIssuer(authenticatedBy.issuer);
  return authenticatedBy && homeTenantId
    ? { userId: authenticatedBy.subject, tenantId: homeTenantId }
    : { userId, tenantId };
}
