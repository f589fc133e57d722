import { normalizeEmailAddress } from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Actor } from "../audit/circumstances.ts";
import { planInvitations } from "./plan-invitations.ts";
import { readInviting } from "./read-inviting.ts";
import type { InviteRefusal, InviterRefusal } from "./rules/invite-refusal.ts";
import { type CheckedInviteRequest, checkInviteRequest, type InviteRequest } from "./rules/invite-request.ts";
import type { InvitationPlan } from "./rules/repeat-invitation.ts";

/** What inviting an address would do. */
export interface InvitationForecast {
  readonly step: InvitationPlan["step"];
  readonly userId: UserId | undefined;
  /** The same address stands earlier in the list: it would be invited twice. */
  readonly isRepeated: boolean;
}

/** Tells what `inviteGuests` would do to each request, and writes nothing. */
export async function previewInvitations(
  machine: Machine,
  actor: Actor,
  input: { readonly tenantId: TenantId; readonly requests: readonly InviteRequest[] },
): Promise<Result<Result<InvitationForecast, InviteRefusal>[], InviterRefusal>> {
  const inviting = await readInviting(machine, actor, input.tenantId);
  if (!inviting.ok) return inviting;
  const checked = input.requests.map(checkInviteRequest);
  const usable = checked.flatMap((one) => (one.ok ? [one.value] : []));
  const plans = await planInvitations(machine, inviting.value, usable);
  const planOf = new Map(usable.map((request, index) => [request, plans[index]]));

  const seen = new Set<string>();
  return accept(
    checked.map((one) => {
      if (!one.ok) return one;
      const plan = planOf.get(one.value);
      if (plan === undefined) throw new Error("an invitation was left without a plan");
      if (!plan.ok) return refuse(plan.refusal);
      const { value } = plan;
      return accept({
        step: value.plan.step,
        userId: value.user?.userId,
        isRepeated: isRepeated(seen, one.value),
      });
    }),
  );
}

function isRepeated(seen: Set<string>, request: CheckedInviteRequest): boolean {
  const address = normalizeEmailAddress(request.email);
  const repeated = seen.has(address);
  seen.add(address);
  return repeated;
}
