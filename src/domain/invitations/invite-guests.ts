import { normalizeEmailAddress } from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
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

/** A guest of an earlier invitation, who is left as they are. */
export interface InvitedBefore {
  readonly code: "invited-before";
  readonly userId: UserId;
  readonly hasAccepted: boolean;
}

export interface InviteGuestsInput {
  readonly tenantId: TenantId;
  readonly requests: readonly InviteRequest[];
}

/** Invitations written in one transaction: large enough to be fast, small enough to lock nobody out for long. */
const transactionSize = 200;
/** Each round settles all but those that another inviter has just overtaken. */
const mostRounds = 8;

/**
 * Invites many people to one organisation. Each request succeeds or is refused by itself, in the order given; an
 * address given twice is invited once and then again, like in two calls. Refused as a whole only when the inviter
 * may not invite anybody.
 */
export function inviteGuests(
  machine: Machine,
  circumstances: Circumstances,
  input: InviteGuestsInput,
): Promise<Result<InvitationOutcome[], InviterRefusal>> {
  return inviteAll<never>(machine, circumstances, input, () => undefined);
}

/**
 * Invites many people and leaves guests of earlier invitations alone: they get no other link and no other mail, even
 * when the same list is worked off by two at once. This is what makes an import safe to run again. `pendingToo`: who
 * has not accepted yet is invited again.
 */
export function inviteNewGuests(
  machine: Machine,
  circumstances: Circumstances,
  input: InviteGuestsInput & { readonly pendingToo?: boolean },
): Promise<Result<Result<InvitedGuest, InviteRefusal | InvitedBefore>[], InviterRefusal>> {
  return inviteAll(machine, circumstances, input, ({ plan }): InvitedBefore | undefined => {
    if (plan.step === "already-accepted")
      return { code: "invited-before", userId: plan.userId, hasAccepted: true };
    if (plan.step === "invite-again" && !input.pendingToo)
      return { code: "invited-before", userId: plan.userId, hasAccepted: false };
    return undefined;
  });
}

/** Decides whether a plan is not carried out, and why. */
type LeaveAlone<Left> = (planned: PlannedInvitation) => Left | undefined;

type OutcomeOf<Left extends { readonly code: string }> = Result<InvitedGuest, InviteRefusal | Left>;

async function inviteAll<Left extends { readonly code: string }>(
  machine: Machine,
  circumstances: Circumstances,
  input: InviteGuestsInput,
  leaveAlone: LeaveAlone<Left>,
): Promise<Result<OutcomeOf<Left>[], InviterRefusal>> {
  const inviting = await readInviting(machine, circumstances.actor, input.tenantId);
  if (!inviting.ok) {
    await recordRefusals(machine, circumstances, input.tenantId, input.requests.slice(0, 1), [inviting]);
    return inviting;
  }
  const outcomes: OutcomeOf<Left>[] = [];
  for (let start = 0; start < input.requests.length; start += transactionSize) {
    const requests = input.requests.slice(start, start + transactionSize);
    outcomes.push(...(await inviteChunk(machine, circumstances, inviting.value, requests, leaveAlone)));
  }
  await recordRefusals(machine, circumstances, input.tenantId, input.requests, outcomes);
  return accept(outcomes);
}

interface OpenRequest {
  readonly index: number;
  readonly request: CheckedInviteRequest;
}

async function inviteChunk<Left extends { readonly code: string }>(
  machine: Machine,
  circumstances: Circumstances,
  inviting: Inviting,
  requests: readonly InviteRequest[],
  leaveAlone: LeaveAlone<Left>,
): Promise<OutcomeOf<Left>[]> {
  const outcomes = new Map<number, OutcomeOf<Left>>();
  let open: OpenRequest[] = [];
  for (const [index, request] of requests.entries()) {
    const checked = checkInviteRequest(request);
    if (checked.ok) open.push({ index, request: checked.value });
    else outcomes.set(index, checked);
  }
  for (let round = 0; open.length > 0; round += 1) {
    if (round >= mostRounds + requests.length) throw new Error("invitations keep being overtaken");
    const first = firstOfEachAddress(open);
    const settled = await inviteRound(machine, circumstances, inviting, first, leaveAlone);
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
async function inviteRound<Left extends { readonly code: string }>(
  machine: Machine,
  circumstances: Circumstances,
  inviting: Inviting,
  open: readonly OpenRequest[],
  leaveAlone: LeaveAlone<Left>,
): Promise<Map<number, OutcomeOf<Left>>> {
  const outcomes = new Map<number, OutcomeOf<Left>>();
  const planned: { readonly index: number; readonly plan: PlannedInvitation }[] = [];
  const plans = await planInvitations(
    machine,
    inviting,
    open.map(({ request }) => request),
  );
  for (const [position, plan] of plans.entries()) {
    const index = open[position]?.index ?? -1;
    const left = plan.ok ? leaveAlone(plan.value) : undefined;
    if (left !== undefined) outcomes.set(index, { ok: false, refusal: left });
    else if (plan.ok) planned.push({ index, plan: plan.value });
    else outcomes.set(index, plan);
  }
  if (planned.length === 0) return outcomes;
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

/** To leave somebody alone is no refusal, and leaves no trace. */
const leftAlone: InvitedBefore["code"] = "invited-before";

async function recordRefusals(
  machine: Machine,
  circumstances: Circumstances,
  tenantId: TenantId,
  requests: readonly InviteRequest[],
  outcomes: readonly Result<unknown, { readonly code: string }>[],
): Promise<void> {
  const refused = outcomes.flatMap((outcome, index) =>
    outcome.ok || outcome.refusal.code === leftAlone
      ? []
      : [{ code: outcome.refusal.code, request: requests[index] }],
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
