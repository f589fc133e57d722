import type { ApplicationId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { selectRegistration } from "./application-query-store.ts";
import { selectHomeOfSharedApplication, selectServicePrincipal } from "./application-store.ts";
import { ensureServicePrincipal } from "./ensure-service-principal.ts";
import { forgetApplications } from "./find-application.ts";
import { writeServicePrincipal } from "./registration-store.ts";
import type { Application, ServicePrincipal } from "./rules/application.ts";
import type { ApplicationOwner } from "./rules/application-owner.ts";
import { insertServicePrincipalOwner } from "./service-principal-owner-store.ts";
import type { ServicePrincipalChanges } from "./update-service-principal.ts";

export type CreateServicePrincipalRefusal = {
  readonly code: "application-not-found" | "service-principal-exists";
};

/** The application that a tenant may use by this client id: its own, or another tenant's that is made for many. */
export async function findUsableApplication(
  handle: DatabaseHandle,
  tenantId: TenantId,
  applicationId: ApplicationId,
): Promise<Application | undefined> {
  const own = await selectRegistration(handle, tenantId, { applicationId });
  if (own) return own;
  const homeId = await selectHomeOfSharedApplication(handle, applicationId);
  return homeId && selectRegistration(handle, homeId, { applicationId });
}

/** Lets an application be used in a tenant. */
export async function createServicePrincipal(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly tenantId: TenantId;
    readonly applicationId: ApplicationId;
    readonly properties: ServicePrincipalChanges;
    readonly owners: readonly ApplicationOwner[];
  },
): Promise<Result<ServicePrincipal, CreateServicePrincipalRefusal>> {
  const { tenantId, applicationId, properties, owners } = input;
  const now = machine.clock();
  const application = await findUsableApplication(machine.database, tenantId, applicationId);
  if (!application) return refuse({ code: "application-not-found" });
  const outcome = await machine.database
    .transaction()
    .execute(async (transaction): Promise<Result<ServicePrincipal, CreateServicePrincipalRefusal>> => {
      if (await selectServicePrincipal(transaction, tenantId, { applicationId }))
        return refuse({ code: "service-principal-exists" });
      const made = await ensureServicePrincipal(transaction, now, circumstances, {
        tenantId,
        application,
      });
      await writeServicePrincipal(transaction, tenantId, made.servicePrincipalId, properties);
      for (const owner of owners) {
        await insertServicePrincipalOwner(transaction, made, owner, now);
        await recordEvent(transaction, now, circumstances, {
          tenantId,
          activity: "service-principal-owner-added",
          result: "success",
          target: { kind: "application", id: applicationId, name: made.displayName },
          details: { servicePrincipalId: made.servicePrincipalId, owner },
        });
      }
      return accept(made);
    });
  forgetApplications(machine.database);
  return outcome;
}
