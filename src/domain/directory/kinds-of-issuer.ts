import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectKindsOfIssuer } from "./identity-store.ts";
import type { IdentityProviderKind } from "./rules/external-identity.ts";

/** By which kinds of providers a tenant knows people of this issuer; also those who were deleted and can come back. */
export function kindsOfIssuer(
  handle: DatabaseHandle,
  tenantId: TenantId,
  issuer: string,
): Promise<IdentityProviderKind[]> {
  return selectKindsOfIssuer(handle, tenantId, issuer);
}
