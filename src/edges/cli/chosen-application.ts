import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import type { Machine } from "../../platform/machine.ts";
import { CommandRefused } from "./command-refused.ts";
import { namedApplications } from "./find-named-application.ts";

/** The application that the person named, by name or client id. */
export async function chosenApplication(
  machine: Machine,
  tenant: Tenant,
  name: string,
): Promise<ApplicationInTenant> {
  const found = (await namedApplications(machine, tenant))(name);
  if (found.ok) return found.value;
  throw new CommandRefused(
    found.refusal.code === "application-not-found"
      ? `${tenant.displayName} has no application "${name}". 'guesthouse app list' shows those it has.`
      : `${tenant.displayName} has several applications "${name}". Name it by its client id; 'guesthouse app list' shows it.`,
  );
}

/** The same, where it is to be changed: that is up to the organisation that registered it. */
export async function ownApplication(
  machine: Machine,
  tenant: Tenant,
  name: string,
): Promise<ApplicationInTenant> {
  const chosen = await chosenApplication(machine, tenant, name);
  if (chosen.application.tenantId === tenant.tenantId) return chosen;
  throw new CommandRefused(
    `${chosen.application.displayName} was registered by another organisation, which alone can change it.`,
  );
}
