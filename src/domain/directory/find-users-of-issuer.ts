import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectAcceptedOfIssuer, type UserOfIssuer } from "./identity-store.ts";

/** The guests who sign in with what an issuer says of them: they lose their way in with the trust in it. */
export function findUsersOfIssuer(
  handle: DatabaseHandle,
  tenantId: TenantId,
  issuer: string,
): Promise<readonly UserOfIssuer[]> {
  return selectAcceptedOfIssuer(handle, tenantId, issuer);
}
