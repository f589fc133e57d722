import { normalizeEmailAddress } from "../../foundation/email-address.ts";
import type { UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import { queueMails } from "../../platform/mail/queue-mail.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { announceEndedSessions } from "../directory/announce-ended-sessions.ts";
import { createGuests } from "../directory/create-guest.ts";
import { makeUserExternal } from "../directory/make-user-external.ts";
import { resetRedemption } from "../directory/reset-redemption.ts";
import type { User } from "../directory/rules/user.ts";
import { setSponsors } from "../directory/set-sponsors.ts";
import { type ComposedInvitation, composeInvitation } from "./compose-invitation.ts";
import { invitationAudit } from "./invitation-audit.ts";
import { endPendingInvitations, insertInvitations } from "./invitation-store.ts";
import type { PlannedInvitation } from "./plan-invitations.ts";
import type { Inviting } from "./read-inviting.ts";
import type { Invitation } from "./rules/invitation.ts";
import type { InvitationPlan, RepeatInvitationRefusal } from "./rules/repeat-invitation.ts";

/** A guest who has been invited. */
export interface InvitedGuest {
  readonly invitation: Invitation;
  /** To be shown or mailed now: it cannot be read again. */
  readonly redeemUrl: string;
  readonly user: {
    readonly userId: UserId;
    readonly userPrincipalName: string;
    readonly displayName: string;
  };
  readonly step: InvitationPlan["step"];
}

/** What became of one plan; "overtaken": the directory has changed since it was made, so it must be made again. */
export type RecordedInvitation = Result<InvitedGuest, RepeatInvitationRefusal> | "overtaken";

/** Carries out plans: guests, invitations, mails and audit entries of all of them together, or nothing. */
export async function recordInvitations(
  machine: Machine,
  circumstances: Circumstances,
  inviting: Inviting,
  plans: readonly PlannedInvitation[],
): Promise<RecordedInvitation[]> {
  const now = machine.clock();
  const composed = plans.map((planned) => composeInvitation(machine, inviting, planned, now));
  return machine.database.transaction().execute(async (transaction) => {
    const users = await touchUsers(transaction, inviting, plans, now);
    const recorded = users.flatMap((user, index) => {
      const one = composed[index];
      return one === undefined || typeof user === "string" || "code" in user ? [] : [{ ...one, user }];
    });
    await announceEndedSessions(machine, transaction, now, ...startedAnew(recorded));
    await endOutdated(transaction, inviting, recorded, now);
    await recordSponsors(transaction, inviting, recorded);
    await insertInvitations(
      transaction,
      recorded.map(({ fresh, user }) => ({ ...fresh, invitation: fresh.invitation(user.userId) })),
    );
    await queueMails(
      machine,
      transaction,
      recorded.flatMap(({ mail }) => mail ?? []),
    );
    await recordEvent(transaction, now, circumstances, ...recorded.map((one) => invitationAudit(one)));
    return users.map((user, index): RecordedInvitation => {
      const one = composed[index];
      if (one === undefined || user === "overtaken") return "overtaken";
      return "code" in user ? refuse(user) : accept(invitedGuest(one, user));
    });
  });
}

type Recorded = ComposedInvitation & { readonly user: User };

function invitedGuest({ fresh, planned }: ComposedInvitation, user: User): InvitedGuest {
  const { userId, userPrincipalName, displayName } = user;
  return {
    invitation: fresh.invitation(userId),
    redeemUrl: fresh.link,
    user: { userId, userPrincipalName, displayName },
    step: planned.plan.step,
  };
}

/** Makes, resets or converts each plan's user; in the order of the plans. */
async function touchUsers(
  transaction: DatabaseTransaction,
  inviting: Inviting,
  plans: readonly PlannedInvitation[],
  now: Date,
): Promise<(User | RepeatInvitationRefusal | "overtaken")[]> {
  const invitedByUserId = inviting.inviter.kind === "user" ? inviting.inviter.userId : undefined;
  const created = await createGuests(
    transaction,
    now,
    plans
      .filter(({ plan }) => plan.step === "new-guest")
      .map(({ request }) => ({
        tenant: inviting.tenant,
        address: request.email,
        displayName: request.displayName,
        kind: request.kind,
        invitedByUserId,
      })),
  );
  const guests = created.values();
  const touched: (User | RepeatInvitationRefusal | "overtaken")[] = [];
  for (const planned of plans) {
    if (planned.plan.step === "new-guest") {
      const guest = guests.next().value;
      // Somebody else has just invited this address: then it is a repetition after all.
      touched.push(guest?.created ? guest.user : "overtaken");
    } else touched.push(await touchKnownUser(transaction, planned, now));
  }
  return touched;
}

async function touchKnownUser(
  transaction: DatabaseTransaction,
  { plan, request, user }: PlannedInvitation,
  now: Date,
): Promise<User | RepeatInvitationRefusal | "overtaken"> {
  if (user === undefined) return "overtaken";
  const { tenantId, userId, mail } = user;
  if (plan.step === "reset") {
    const isNewAddress = mail?.toLowerCase() !== normalizeEmailAddress(request.email);
    const newAddress = isNewAddress ? request.email : undefined;
    const outcome = await resetRedemption(transaction, { tenantId, userId, now, newAddress });
    if (outcome === "address-taken") return { code: "address-of-another-user", userId };
    return outcome === "reset" ? user : "overtaken";
  }
  if (plan.step === "convert") {
    const outcome = await makeUserExternal(transaction, { tenantId, userId, now, address: request.email });
    if (outcome === "address-taken") return { code: "address-of-another-user", userId };
    return outcome === "external" ? user : "overtaken";
  }
  return user;
}

/** Whoever is reset or becomes external signs in another way from now on: what they had open has ended. */
function startedAnew(recorded: readonly Recorded[]): User[] {
  return recorded
    .filter(({ planned }) => planned.plan.step === "reset" || planned.plan.step === "convert")
    .map(({ user }) => user);
}

/** After a reset only the fresh link counts: an earlier one may lie in a mailbox that is not the person's any more. */
async function endOutdated(
  transaction: DatabaseTransaction,
  { tenant: { tenantId } }: Inviting,
  recorded: readonly Recorded[],
  now: Date,
): Promise<void> {
  const userIds = recorded
    .filter(({ planned }) => planned.plan.step === "reset" || planned.plan.step === "convert")
    .map(({ user }) => user.userId);
  await endPendingInvitations(transaction, tenantId, userIds, { state: "revoked", at: now });
}

/** Guests of one import mostly share their sponsors: those are written together. */
async function recordSponsors(
  transaction: DatabaseTransaction,
  { tenant: { tenantId } }: Inviting,
  recorded: readonly Recorded[],
): Promise<void> {
  const groups = Map.groupBy(
    recorded.filter(({ planned }) => planned.sponsors !== undefined && planned.sponsors.length > 0),
    ({ planned }) => JSON.stringify(planned.sponsors),
  );
  for (const group of groups.values())
    await setSponsors(
      transaction,
      tenantId,
      group.map(({ user }) => user.userId),
      group[0]?.planned.sponsors ?? [],
    );
}
