import type {
  ApplicationObjectId,
  Branded,
  ServicePrincipalId,
  TenantId,
} from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { findRegistration } from "./query-registrations.ts";
import { findDeletedServicePrincipals } from "./query-service-principals.ts";
import type { Application, ApplicationInTenant } from "./rules/application.ts";

export type DeletedApplication =
  | { readonly kind: "application"; readonly application: Application }
  | { readonly kind: "service-principal"; readonly found: ApplicationInTenant };

/** The registration or service principal that was deleted under this id and can come back. */
export async function findDeletedApplication(
  handle: DatabaseHandle,
  tenantId: TenantId,
  id: Branded<string>,
): Promise<DeletedApplication | undefined> {
  const objectId = id as string as ApplicationObjectId;
  const [application, [found]] = await Promise.all([
    findRegistration(handle, tenantId, { objectId }, { deleted: true }),
    findDeletedServicePrincipals(handle, tenantId, [id as string as ServicePrincipalId]),
  ]);
  if (application) return { kind: "application", application };
  return found && { kind: "service-principal", found };
}
