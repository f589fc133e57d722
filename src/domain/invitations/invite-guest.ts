import type { TenantId } from "../../foundation/identifiers.ts";
import type { Result } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { inviteGuests } from "./invite-guests.ts";
import type { InvitedGuest } from "./record-invitations.ts";
import type { InviteRefusal } from "./rules/invite-refusal.ts";
import type { InviteRequest } from "./rules/invite-request.ts";

/**
 * Invites one person. Guest, invitation, mail and audit entry come into being together; invitations of one address
 * made at once meet in one guest.
 */
export async function inviteGuest(
  machine: Machine,
  circumstances: Circumstances,
  input: InviteRequest & { readonly tenantId: TenantId },
): Promise<Result<InvitedGuest, InviteRefusal>> {
  const { tenantId, ...request } = input;
  const outcomes = await inviteGuests(machine, circumstances, { tenantId, requests: [request] });
  if (!outcomes.ok) return outcomes;
  const [outcome] = outcomes.value;
  if (outcome === undefined) throw new Error("inviteGuests answered nothing");
  return outcome;
}
