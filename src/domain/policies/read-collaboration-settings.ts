import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectCollaborationSettings } from "./collaboration-settings-store.ts";
import type { CollaborationSettings } from "./rules/collaboration-settings.ts";

/** How a tenant works together with people from outside. */
export function readCollaborationSettings(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<CollaborationSettings> {
  return selectCollaborationSettings(handle, tenantId);
}
