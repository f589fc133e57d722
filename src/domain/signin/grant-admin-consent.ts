import type { Machine } from "../../platform/machine.ts";
import { ensureServicePrincipal } from "../applications/ensure-service-principal.ts";
import { forgetAppRoles } from "../applications/find-app-roles.ts";
import {
  findApplicationByServicePrincipal,
  findOfferedApplication,
} from "../applications/find-application.ts";
import { grantAppRoles } from "../applications/grant-app-roles.ts";
import { grantPermission } from "../applications/grant-permission.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import type { AdminConsentRequest } from "./rules/admin-consent-request.ts";

/**
 * Records that an administrator allows an application everything it asked for: for everybody of the tenant, and for
 * the application itself. All of it or nothing.
 */
export async function grantAdminConsent(
  machine: Machine,
  circumstances: Circumstances,
  request: AdminConsentRequest,
): Promise<void> {
  const { tenantId, applicationId } = request;
  const now = machine.clock();
  const offered = await findOfferedApplication(machine.database, tenantId, applicationId);
  // Withdrawn while the page was open: the journey, asked again, says so.
  if (!offered) return;
  await machine.database.transaction().execute(async (transaction) => {
    const { application } = offered;
    const client = await ensureServicePrincipal(transaction, now, circumstances, { tenantId, application });
    const clientId = client.servicePrincipalId;
    for (const { by, resourceId, scopes } of request.permissions) {
      const values = scopes.map((scope) => scope.value);
      await grantPermission(transaction, now, circumstances, {
        tenantId,
        clientId: by?.servicePrincipalId ?? clientId,
        resourceId,
        scopes: values,
      });
    }
    for (const { resourceId, roles } of request.roles) {
      const resource = await findApplicationByServicePrincipal(transaction, tenantId, resourceId);
      if (resource)
        await grantAppRoles(transaction, now, circumstances, { tenantId, client, resource, roles });
    }
  });
  forgetAppRoles(machine.database);
}
