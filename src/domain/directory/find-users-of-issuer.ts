import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { countAcceptedByIssuer, selectAcceptedOfIssuer, type UserOfIssuer } from "./identity-store.ts";

/** The guests who sign in with what an issuer says of them: they lose their way in with the trust in it. */
export function findUsersOfIssuer(
  handle: DatabaseHandle,
  tenantId: TenantId,
  issuer: string,
): Promise<readonly UserOfIssuer[]> {
  return selectAcceptedOfIssuer(handle, tenantId, issuer);
}

/** How many there are of each issuer. */
export function countUsersByIssuer(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<ReadonlyMap<string, number>> {
  return countAcceptedByIssuer(handle, tenantId);
}
