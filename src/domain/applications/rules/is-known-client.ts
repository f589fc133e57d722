import type { Application } from "./application.ts";

/**
 * Whether client and resource are parts of one whole, so that consent to the one is consent to what the other needs.
 * The resource says so, and of applications of its own tenant only: a stranger's must not ride along with another's.
 */
export function isKnownClient(
  resource: Pick<Application, "tenantId" | "knownClients">,
  client: Pick<Application, "tenantId" | "applicationId">,
): boolean {
  return resource.tenantId === client.tenantId && resource.knownClients.includes(client.applicationId);
}
