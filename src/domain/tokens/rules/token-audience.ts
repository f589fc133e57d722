import type { Application } from "../../applications/rules/application.ts";
import { graphApplicationId } from "../../applications/rules/graph-permissions.ts";
import { comparableIdentifier } from "../../applications/rules/identifier-uri.ts";
import { wantedClaims } from "./wanted-claims.ts";

/**
 * The `aud` of an access token: the resource's application id. Resources of the first version are named the way the
 * client named them, unless they are registered to want their id; Graph alone is always its id, because its addresses
 * differ from one deployment to the next.
 */
export function tokenAudience(
  resource: Pick<Application, "applicationId" | "accessTokenVersion" | "identifierUris" | "optionalClaims">,
  requestedIdentifier: string,
): string {
  if (resource.accessTokenVersion === 2 || resource.applicationId === graphApplicationId)
    return resource.applicationId;
  if (wantedClaims(resource.optionalClaims.accessToken, []).get("aud")?.has("use_guid"))
    return resource.applicationId;
  const identifier = comparableIdentifier(requestedIdentifier);
  return resource.identifierUris.includes(identifier) ? identifier : resource.applicationId;
}
