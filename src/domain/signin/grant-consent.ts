import type { Machine } from "../../platform/machine.ts";
import { ensureServicePrincipal } from "../applications/ensure-service-principal.ts";
import { findOfferedApplication } from "../applications/find-application.ts";
import { grantPermission } from "../applications/grant-permission.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import type { User } from "../directory/rules/user.ts";
import type { AuthorizationRequest, RequestedPermissions } from "./rules/authorization-request.ts";

/**
 * Records that a person lets an application act for them, or an administrator for everybody. Another tenant's
 * application comes into this one by it.
 */
export async function grantConsent(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly request: Pick<AuthorizationRequest, "tenantId" | "applicationId">;
    readonly user: User;
    readonly permissions: readonly RequestedPermissions[];
    readonly forAll: boolean;
  },
): Promise<void> {
  const { tenantId, applicationId } = input.request;
  const now = machine.clock();
  const offered = await findOfferedApplication(machine.database, tenantId, applicationId);
  // Withdrawn while the page was open: the journey, asked again, says so.
  if (!offered) return;
  await machine.database.transaction().execute(async (transaction) => {
    const { application } = offered;
    const principal = await ensureServicePrincipal(transaction, now, circumstances, {
      tenantId,
      application,
    });
    for (const asked of input.permissions) {
      await grantPermission(transaction, now, circumstances, {
        tenantId,
        clientId: asked.by?.servicePrincipalId ?? principal.servicePrincipalId,
        resourceId: asked.resourceId,
        principalId: input.forAll ? undefined : input.user.userId,
        scopes: asked.scopes.map((scope) => scope.value),
      });
    }
  });
}
