import { ownersOfServicePrincipal } from "../../../../domain/applications/change-service-principal-owners.ts";
import type { ApplicationInTenant } from "../../../../domain/applications/rules/application.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { type Caller, directoryIdOf } from "../../caller.ts";
import { checkMayChange } from "../applications/may-change-application.ts";

/**
 * Throws 403 unless the caller administers applications, owns this one, or owns its presence here. Whoever owns no
 * more than that decides how it is used here; what acts as the application (credentials, owners of the registration)
 * is not theirs.
 */
export async function checkMayChangePresence(
  machine: Machine,
  caller: Caller,
  found: ApplicationInTenant,
): Promise<void> {
  if (await ownsPresence(machine, caller, found)) return;
  await checkMayChange(machine, caller, found.application);
}

/** Whether the caller owns the presence of an application in their tenant. */
export async function ownsPresence(
  machine: Machine,
  caller: Caller,
  { servicePrincipal }: ApplicationInTenant,
): Promise<boolean> {
  if (servicePrincipal.tenantId !== caller.tenantId) return false;
  const own = directoryIdOf(caller);
  const owners = await ownersOfServicePrincipal(machine.database, servicePrincipal);
  return owners.some(({ id }) => id === own);
}
