import type { Machine } from "../../platform/machine.ts";
import { grantPermission } from "../applications/grant-permission.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import type { User } from "../directory/rules/user.ts";
import type { AuthorizationRequest, RequestedPermissions } from "./rules/authorization-request.ts";

/** Records that a person lets an application act for them, or an administrator for everybody. */
export async function grantConsent(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly request: AuthorizationRequest;
    readonly user: User;
    readonly permissions: readonly RequestedPermissions[];
    readonly forAll: boolean;
  },
): Promise<void> {
  await machine.database.transaction().execute(async (transaction) => {
    for (const asked of input.permissions) {
      await grantPermission(transaction, machine.clock(), circumstances, {
        tenantId: input.request.tenantId,
        clientId: input.request.servicePrincipalId,
        resourceId: asked.resourceId,
        principalId: input.forAll ? undefined : input.user.userId,
        scopes: asked.scopes.map((scope) => scope.value),
      });
    }
  });
}
