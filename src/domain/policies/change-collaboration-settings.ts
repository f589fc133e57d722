import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { selectCollaborationSettings, upsertCollaborationSettings } from "./collaboration-settings-store.ts";
import type { CollaborationSettings } from "./rules/collaboration-settings.ts";

/** Changes what is given; `invitationLifetimeDays: undefined` given expressly means that links never expire. */
export async function changeCollaborationSettings(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly changes: Partial<CollaborationSettings> },
): Promise<Result<CollaborationSettings, { readonly code: "tenant-not-found" | "lifetime-invalid" }>> {
  const { tenantId, changes } = input;
  const now = machine.clock();
  const tenant = await findTenant(machine.database, tenantId);
  if (!tenant) return refuse({ code: "tenant-not-found" });
  const days = changes.invitationLifetimeDays;
  if (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= 3650))
    return refuse({ code: "lifetime-invalid" });

  return machine.database.transaction().execute(async (transaction) => {
    const before = await selectCollaborationSettings(transaction, tenantId);
    const after = { ...before, ...changes };
    await upsertCollaborationSettings(transaction, tenantId, after);
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "collaboration-settings-changed",
      result: "success",
      target: { kind: "tenant", id: tenantId, name: tenant.displayName },
      details: { before, after },
    });
    return accept(after);
  });
}
