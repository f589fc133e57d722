import type { ApplicationId, SessionId, TenantId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { selectSessionApplications } from "./session-store.ts";

/** The applications signed in to from a browser session. */
export async function listSessionApplications(
  machine: Machine,
  sessionId: SessionId,
): Promise<readonly { readonly tenantId: TenantId; readonly applicationId: ApplicationId }[]> {
  const rows = await selectSessionApplications(machine.database, sessionId);
  return rows.map(({ tenantId, applicationId }) => ({ tenantId, applicationId }));
}
