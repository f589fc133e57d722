import type { ApplicationInTenant } from "../../../../domain/applications/rules/application.ts";
import { graphApplicationId } from "../../../../domain/applications/rules/graph-permissions.ts";
import { type Caller, holdsRole, missingRole } from "../../caller.ts";

/**
 * Throws 403 unless the caller may decide who uses a resource in which role. What an application may do over Graph as
 * itself is decided by those who may give directory roles: it could give itself everything else.
 */
export function checkMayAssign(caller: Caller, resource: ApplicationInTenant): void {
  if (caller.kind === "application") return;
  if (resource.application.applicationId === graphApplicationId) {
    if (holdsRole(caller, "global-administrator", "privileged-role-administrator")) return;
    throw missingRole("Privileged Role Administrator", "Global Administrator");
  }
  if (
    holdsRole(caller, "application-administrator", "cloud-application-administrator", "global-administrator")
  )
    return;
  throw missingRole("Application Administrator", "Cloud Application Administrator", "Global Administrator");
}
