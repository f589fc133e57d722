import { listApplications } from "../../domain/applications/list-applications.ts";
import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";

export type FindNamedApplication = (
  name: string,
) => Result<
  ApplicationInTenant,
  { readonly code: "application-not-found" | "application-ambiguous"; readonly name: string }
>;

/** Finds the organisation's applications by client id or by name, in any case of letters. */
export async function namedApplications(machine: Machine, tenant: Tenant): Promise<FindNamedApplication> {
  const applications = await listApplications(machine.database, tenant.tenantId);
  return (name) => {
    const wanted = name.trim().toLowerCase();
    const found = applications.filter(
      ({ application, servicePrincipal }) =>
        application.applicationId === wanted || servicePrincipal.displayName.toLowerCase() === wanted,
    );
    const [only, other] = found;
    if (only === undefined) return refuse({ code: "application-not-found", name });
    return other === undefined ? accept(only) : refuse({ code: "application-ambiguous", name });
  };
}
