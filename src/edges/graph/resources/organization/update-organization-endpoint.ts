import { changeTenant } from "../../../../domain/directory/change-tenant.ts";
import { holdsRole, missingRole } from "../../caller.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { readTenantChanges } from "./organization-body.ts";
import { addressedOrganization } from "./read-organization-endpoint.ts";

/** `PATCH /organization/{id}`. */
export async function updateOrganizationEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = await addressedOrganization(request);
  if (caller.kind === "user" && !holdsRole(caller, "global-administrator"))
    throw missingRole("Global Administrator");
  const changes = readTenantChanges(await readJsonObject(request));
  const outcome = await changeTenant(machine, circumstances(request), { tenantId, changes });
  if (!outcome.ok) throw notFound(tenantId);
  return c.body(null, 204);
}
