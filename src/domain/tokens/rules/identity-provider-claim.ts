import type { TenantId } from "../../../foundation/identifiers.ts";
import { homeTenantOfIssuer } from "../../directory/rules/external-identity.ts";
import type { SignInEvidence } from "./authorization-grant.ts";
import { tokenIssuer } from "./token-issuer.ts";

/**
 * The `idp` claim: who authenticated the person. Absent when it was the issuing tenant itself; another tenant is named
 * as issuer of tokens of the same version.
 */
export function identityProviderClaim(
  publicUrl: string,
  tenantId: TenantId,
  authenticatedBy: SignInEvidence["authenticatedBy"],
  version: 1 | 2,
): string | undefined {
  if (!authenticatedBy) return undefined;
  const homeTenantId = homeTenantOfIssuer(authenticatedBy.issuer);
  if (homeTenantId === undefined) return authenticatedBy.issuer;
  return homeTenantId === tenantId ? undefined : tokenIssuer(publicUrl, homeTenantId, version);
}
