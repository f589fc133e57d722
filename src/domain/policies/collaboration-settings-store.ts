import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import { type CollaborationSettings, defaultCollaborationSettings } from "./rules/collaboration-settings.ts";

/** A tenant's settings, or the defaults. */
export async function selectCollaborationSettings(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<CollaborationSettings> {
  const row = await handle
    .selectFrom("collaborationSettings")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .executeTakeFirst();
  if (!row) return defaultCollaborationSettings;
  return {
    allowInvitesFrom: row.allowInvitesFrom,
    guestAccess: row.guestAccess,
    invitationLifetimeDays: row.invitationLifetimeDays ?? undefined,
    emailCodeEnabled: row.emailCodeEnabled,
    userConsent: row.userConsent,
    redemptionOrder: row.redemptionOrder,
    memberVisits: row.memberVisits,
    visitableHosts: row.visitableHosts,
  };
}

/** Writes a tenant's settings. */
export async function upsertCollaborationSettings(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  settings: CollaborationSettings,
): Promise<void> {
  const values = {
    ...settings,
    invitationLifetimeDays: settings.invitationLifetimeDays ?? null,
    redemptionOrder: [...settings.redemptionOrder],
    visitableHosts: [...settings.visitableHosts],
  };
  await transaction
    .insertInto("collaborationSettings")
    .values({ tenantId, ...values })
    .onConflict((conflict) => conflict.column("tenantId").doUpdateSet(values))
    .execute();
}
