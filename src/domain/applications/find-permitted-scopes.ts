import type { UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { grantedScopes } from "./find-granted-scopes.ts";
import type { ApplicationInTenant, ServicePrincipal } from "./rules/application.ts";
import { preauthorizedScopes } from "./rules/preauthorized-scopes.ts";

/**
 * What the client may do at the resource on behalf of this person: granted by them, for everybody, or given by the
 * resource's owner. With `enough`, the answer may leave out scopes beyond those.
 */
export async function permittedScopes(
  handle: DatabaseHandle,
  client: Pick<ServicePrincipal, "tenantId" | "servicePrincipalId" | "applicationId">,
  resource: ApplicationInTenant,
  userId: UserId,
  enough?: readonly string[],
): Promise<readonly string[]> {
  const given = preauthorizedScopes(resource.application, client.applicationId);
  if (enough?.every((scope) => given.includes(scope))) return given;
  const granted = await grantedScopes(
    handle,
    client.tenantId,
    client.servicePrincipalId,
    resource.servicePrincipal.servicePrincipalId,
    userId,
    enough?.filter((scope) => !given.includes(scope)),
  );
  return given.length > 0 ? [...new Set([...given, ...granted])] : granted;
}
