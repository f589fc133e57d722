import { appRolesOf } from "../../domain/applications/find-app-roles.ts";
import type { UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import type { TokenRequest } from "./token-request.ts";

/** Whether the person may use the client, where it admits only who is assigned: asked anew at every token. */
export async function isUserAssigned(
  machine: Machine,
  request: Pick<TokenRequest, "client" | "tenant">,
  userId: UserId,
): Promise<boolean> {
  const { assignmentRequired, servicePrincipalId } = request.client.servicePrincipal;
  if (!assignmentRequired) return true;
  const { tenantId } = request.tenant;
  return (await appRolesOf(machine.database, tenantId, servicePrincipalId, userId)).isAssigned;
}
