import type { ApplicationId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findApplicationInTenant, forgetApplications } from "./find-application.ts";
import { updateApplication } from "./registration-store.ts";

/** Changes where an application of this tenant is opened from My Apps. */
export async function changeHomePage(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly tenantId: TenantId;
    readonly applicationId: ApplicationId;
    readonly homePageUrl: string | undefined;
  },
): Promise<Result<"changed", { readonly code: "application-not-found" }>> {
  const { tenantId, applicationId, homePageUrl } = input;
  const now = machine.clock();
  const found = await findApplicationInTenant(machine.database, tenantId, applicationId);
  if (found?.application.tenantId !== tenantId) return refuse({ code: "application-not-found" });
  const { application } = found;

  await machine.database.transaction().execute(async (transaction) => {
    await updateApplication(transaction, tenantId, application.objectId, {
      homePageUrl: homePageUrl ?? null,
    });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "application-updated",
      result: "success",
      target: { kind: "application", id: applicationId, name: application.displayName },
      details: { homePageUrl: homePageUrl ?? null },
    });
  });
  forgetApplications(machine.database);
  return accept("changed");
}
