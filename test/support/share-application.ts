import { forgetApplications } from "../../src/domain/applications/find-application.ts";
import type { ApplicationInTenant } from "../../src/domain/applications/rules/application.ts";
import type { TenantId } from "../../src/foundation/identifiers.ts";
import { newIdentifier } from "../../src/foundation/new-identifier.ts";
import type { Machine } from "../../src/platform/machine.ts";

/** Makes an application one of many tenants, present in this one too. */
export async function shareApplication(
  { database, clock }: Machine,
  { application }: ApplicationInTenant,
  tenantId: TenantId,
): Promise<void> {
  const { applicationId, displayName } = application;
  await database
    .updateTable("application")
    .set({ audience: "tenants" })
    .where("applicationId", "=", applicationId)
    .execute();
  await database
    .insertInto("servicePrincipal")
    .values({ tenantId, servicePrincipalId: newIdentifier(), applicationId, displayName, createdAt: clock() })
    .execute();
  forgetApplications(database);
}
