import type { ServicePrincipalId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectGrantedScopes } from "./assignment-store.ts";

/** What the client may do at the resource on behalf of this person: granted by them or for everybody. */
export function grantedScopes(
  handle: DatabaseHandle,
  tenantId: TenantId,
  clientId: ServicePrincipalId,
  resourceId: ServicePrincipalId,
  userId: UserId,
): Promise<string[]> {
  return selectGrantedScopes(handle, tenantId, clientId, resourceId, userId);
}
