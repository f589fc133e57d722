import type { ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { undeleteServicePrincipal } from "./deleted-application-store.ts";
import { forgetApplicationChanges } from "./forget-application-changes.ts";
import { findDeletedServicePrincipals } from "./query-service-principals.ts";
import type { ApplicationInTenant } from "./rules/application.ts";

export type RestoreServicePrincipalRefusal = {
  readonly code:
    | "service-principal-not-found"
    /** The registration is deleted too, and comes back first. */
    | "application-deleted"
    /** The application was let in again meanwhile. */
    | "service-principal-exists";
};

type Restored = Result<ApplicationInTenant, RestoreServicePrincipalRefusal>;

/** Lets an application be used in a tenant again, with what it was granted and assigned there. */
export async function restoreServicePrincipal(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly servicePrincipalId: ServicePrincipalId },
): Promise<Restored> {
  const { tenantId, servicePrincipalId } = input;
  const outcome = await machine.database.transaction().execute(async (transaction): Promise<Restored> => {
    const [deleted] = await findDeletedServicePrincipals(transaction, tenantId, [servicePrincipalId]);
    if (!deleted) return refuse({ code: "service-principal-not-found" });
    const { application, servicePrincipal } = deleted;
    if (application.deletedAt) return refuse({ code: "application-deleted" });
    if (!(await undeleteServicePrincipal(transaction, tenantId, servicePrincipalId)))
      return refuse({ code: "service-principal-exists" });
    await recordEvent(transaction, machine.clock(), circumstances, {
      tenantId,
      activity: "service-principal-restored",
      result: "success",
      target: { kind: "application", id: application.applicationId, name: servicePrincipal.displayName },
      details: { servicePrincipalId },
    });
    return accept({ application, servicePrincipal: { ...servicePrincipal, deletedAt: undefined } });
  });
  forgetApplicationChanges(machine.database);
  return outcome;
}
