import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { readCollaborationSettings } from "../policies/read-collaboration-settings.ts";
import { mayVisit } from "../policies/rules/may-visit.ts";
import type { VisitStanding } from "./rules/visit-standing.ts";
import type { VisitedOrganisation } from "./rules/visited-organisation.ts";
import { isAgreed } from "./visit-store.ts";

/** Reads how a member stands to an organisation; without a member, what the tenant says of it. */
export async function readVisitStanding(
  machine: Machine,
  tenantId: TenantId,
  userId: UserId | undefined,
  { host, clientId }: VisitedOrganisation,
): Promise<VisitStanding> {
  const settings = await readCollaborationSettings(machine.database, tenantId);
  return {
    isAllowed: mayVisit(settings, host),
    isAgreed: userId !== undefined && (await isAgreed(machine.database, { tenantId, userId }, clientId)),
  };
}
