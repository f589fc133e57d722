import type { ApplicationId, ApplicationObjectId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import {
  type AmongRegistrations,
  type ApplicationCountQuery,
  type ApplicationPageQuery,
  countApplicationsWhere,
  selectApplicationPage,
  selectRegistration,
} from "./application-query-store.ts";
import type { Application } from "./rules/application.ts";

/** One page of a tenant's registrations, whether it uses them itself or not. */
export function queryRegistrations(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: ApplicationPageQuery,
): Promise<Application[]> {
  return selectApplicationPage(handle, tenantId, query);
}

/** How many registrations fulfil the condition. */
export function countRegistrations(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: ApplicationCountQuery = {},
): Promise<number> {
  return countApplicationsWhere(handle, tenantId, query);
}

/** One registration of the tenant, as it is now. */
export function findRegistration(
  handle: DatabaseHandle,
  tenantId: TenantId,
  by: { readonly objectId: ApplicationObjectId } | { readonly applicationId: ApplicationId },
  among: AmongRegistrations = {},
): Promise<Application | undefined> {
  return selectRegistration(handle, tenantId, by, among);
}
