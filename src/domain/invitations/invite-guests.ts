import { normalizeEmailAddress } from "../../foundation/email-address.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { type PlannedInvitation, planInvitations } from "./plan-invitations.ts";
import { type Inviting, readInviting } from "./read-inviting.ts";
import { type InvitedGuest, recordInvitations } from "./record-invitations.ts";
import type { InviteRefusal, InviterRefusal } from "./rules/invite-refusal.ts";
import { type CheckedInviteRequest, checkInviteRequest, type InviteRequest } from "./rules/invite-request.ts";

export type InvitationOutcome = Result<InvitedGuest, InviteRefusal>;

/** Invitations written in one transaction: large enough to be fast, small enough to lock nobody out for long. */
const transactionSize = 200;
/** Each round settles all but those that another inviter has just overtaken. */
const mostRounds = 8;

/**
 * Invites many people to one organisation. Each request succeeds or is refused by itself, in the order given; an
 * address given twice is invited once and then again, like in two calls. Refused as a whole only when the inviter
 * may not invite anybody.
 */
export async function inviteGuests(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly requests: readonly InviteRequest[] },
): Promise<Result<InvitationOutcome[], InviterRefusal>> {
  const inviting = await readInviting(machine, circumstances.actor, input.tenantId);
  if (!inviting.ok) {
    await recordRefusals(machine, circumstances, input.tenantId, input.requests.slice(0, 1), [inviting]);
    return inviting;
  }
  const outcomes: InvitationOutcome[] = [];
  for (let start = 0; start < input.requests.length; start += transactionSize) {
    const requests = input.requests.slice(start, start + transactionSize);
    outcomes.push(...(await inviteChunk(machine, circumstances, inviting.value, requests)));
  }
  await recordRefusals(machine, circumstances, input.tenantId, input.requests, outcomes);
  return accept(outcomes);
}

interface OpenRequest {
  readonly index: number;
  readonly request: CheckedInviteRequest;
}

async function inviteChunk(
  machine: Machine,
  circumstances: Circumstances,
  inviting: Inviting,
  requests: readonly InviteRequest[],
): Promise<InvitationOutcome[]> {
  const outcomes = new Map<number, InvitationOutcome>();
  let open: OpenRequest[] = [];
  for (const [index, request] of requests.entries()) {
    const checked = checkInviteRequest(request);
    if (checked.ok) open.push({ index, request: checked.value });
    else outcomes.set(index, checked);
  }
  for (let round = 0; open.length > 0; round += 1) {
    if (round >= mostRounds + requests.length) throw new Error("invitations keep being overtaken");
    const settled = await inviteRound(machine, circumstances, inviting, firstOfEachAddress(open));
    for (const [index, outcome] of settled) outcomes.set(index, outcome);
    open = open.filter(({ index }) => !outcomes.has(index));
  }
  return requests.map((_, index) => {
    const outcome = outcomes.get(index);
    if (outcome === undefined) throw new Error("an invitation was left without an outcome");
    return outcome;
  });
}

/** Plans and records; requests missing from the answer were overtaken and have to be planned anew. */
async function inviteRound(
  machine: Machine,
  circumstances: Circumstances,
  inviting: Inviting,
  open: readonly OpenRequest[],
): Promise<Map<number, InvitationOutcome>> {
  const outcomes = new Map<number, InvitationOutcome>();
  const planned: { readonly index: number; readonly plan: PlannedInvitation }[] = [];
  const plans = await planInvitations(
    machine,
    inviting,
    open.map(({ request }) => request),
  );
  for (const [position, plan] of plans.entries()) {
    const index = open[position]?.index ?? -1;
    if (plan.ok) planned.push({ index, plan: plan.value });
    else outcomes.set(index, plan);
  }
  const recorded = await recordInvitations(
    machine,
    circumstances,
    inviting,
    planned.map(({ plan }) => plan),
  );
  for (const [position, outcome] of recorded.entries())
    if (outcome !== "overtaken") outcomes.set(planned[position]?.index ?? -1, outcome);
  return outcomes;
}

/** A repetition within one import has to see what its first occurrence did, so it waits for the next round. */
function firstOfEachAddress(open: readonly OpenRequest[]): OpenRequest[] {
  const seen = new Set<string>();
  return open.filter(({ request }) => {
    const keys = [normalizeEmailAddress(request.email), ...(request.userId ? [request.userId] : [])];
    const isFirst = keys.every((key) => !seen.has(key));
    for (const key of keys) seen.add(key);
    return isFirst;
  });
}

async function recordRefusals(
  machine: Machine,
  circumstances: Circumstances,
  tenantId: TenantId,
  requests: readonly InviteRequest[],
  outcomes: readonly Result<unknown, { readonly code: string }>[],
): Promise<void> {
  const refused = outcomes.flatMap((outcome, index) =>
    outcome.ok ? [] : [{ code: outcome.refusal.code, request: requests[index] }],
  );
  // A tenant that does not exist keeps no log.
  if (refused.some(({ code }) => code === "tenant-unknown")) return;
  for (let start = 0; start < refused.length; start += transactionSize)
    await recordEvent(
      machine.database,
      machine.clock(),
      circumstances,
      ...refused.slice(start, start + transactionSize).map(({ code, request }) => ({
        tenantId,
        activity: request?.resetRedemption
          ? ("guest-invited-with-reset" as const)
          : ("guest-invited" as const),
        result: "failure" as const,
        reason: code,
        details: { email: request?.email.slice(0, 254) ?? null },
      })),
    );
}
