import type { Application } from "../../applications/rules/application.ts";
import { graphApplicationId } from "../../applications/rules/graph-permissions.ts";

/**
 * The `aud` of an access token: the resource's application id. Resources of the first version are named the way the
 * client named them; Graph alone is always its id, because its addresses differ from one deployment to the next.
 */
export function tokenAudience(
  resource: Pick<Application, "applicationId" | "accessTokenVersion" | "identifierUris">,
  requestedIdentifier: string,
): string {
  if (resource.accessTokenVersion === 2 || resource.applicationId === graphApplicationId)
    return resource.applicationId;
  return resource.identifierUris.includes(requestedIdentifier) ? requestedIdentifier : resource.applicationId;
}
