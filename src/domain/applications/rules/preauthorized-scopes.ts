import type { ApplicationId } from "../../../foundation/identifiers.ts";
import type { Application } from "./application.ts";

/** Scopes that a resource's owner lets a client have for whoever uses it, without anybody being asked. */
export function preauthorizedScopes(
  resource: Pick<Application, "exposedScopes" | "preauthorizedClients">,
  clientId: ApplicationId,
): readonly string[] {
  const scopeIds = resource.preauthorizedClients
    .filter((client) => client.applicationId === clientId)
    .flatMap((client) => client.scopeIds);
  return resource.exposedScopes
    .filter((scope) => scope.isEnabled && scopeIds.includes(scope.scopeId))
    .map((scope) => scope.value);
}
