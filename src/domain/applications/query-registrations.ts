import type { ApplicationId, ApplicationObjectId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { PageQuery } from "../../platform/database/select-page.ts";
import {
  countApplicationsWhere,
  selectApplicationPage,
  selectRegistration,
} from "./application-query-store.ts";
import type { Application } from "./rules/application.ts";
import type { ApplicationCondition, ApplicationProperties } from "./rules/application-condition.ts";

/** One page of a tenant's registrations, whether it uses them itself or not. */
export function queryRegistrations(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: PageQuery<ApplicationProperties>,
): Promise<Application[]> {
  return selectApplicationPage(handle, tenantId, query);
}

/** How many registrations fulfil the condition. */
export function countRegistrations(
  handle: DatabaseHandle,
  tenantId: TenantId,
  where?: ApplicationCondition,
): Promise<number> {
  return countApplicationsWhere(handle, tenantId, where);
}

/** One registration of the tenant, as it is now. */
export function findRegistration(
  handle: DatabaseHandle,
  tenantId: TenantId,
  by: { readonly objectId: ApplicationObjectId } | { readonly applicationId: ApplicationId },
): Promise<Application | undefined> {
  return selectRegistration(handle, tenantId, by);
}
