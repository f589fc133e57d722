import type { ServicePrincipalId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { type MailState, mailStates } from "../../platform/mail/mail-state.ts";
import { type InvitationPosition, selectInvitationPage } from "./invitation-store.ts";
import type { Invitation } from "./rules/invitation.ts";

export type { InvitationPosition } from "./invitation-store.ts";

export interface ListedInvitation {
  readonly invitation: Invitation;
  /** Undefined: no mail was wanted. */
  readonly mail: MailState | undefined;
}

export interface InvitationList {
  readonly invitations: readonly ListedInvitation[];
  /** Where the next, older page goes on; undefined on the last. */
  readonly next: InvitationPosition | undefined;
}

/** Each guest's newest invitation, newest first: those of one inviter, or of everybody. */
export async function listInvitations(
  machine: Machine,
  input: {
    readonly tenantId: TenantId;
    readonly inviterId?: UserId | ServicePrincipalId | undefined;
    readonly limit: number;
    readonly before?: InvitationPosition | undefined;
  },
): Promise<InvitationList> {
  const { tenantId, limit } = input;
  const page = await selectInvitationPage(
    machine.database,
    tenantId,
    { ...input, limit: limit + 1 },
    machine.clock(),
  );
  const shown = page.slice(0, limit);
  const mails = await mailStates(
    machine.database,
    tenantId,
    shown.flatMap((invitation) => invitation.mailId ?? []),
  );
  const last = shown.at(-1);
  return {
    invitations: shown.map((invitation) => ({
      invitation,
      mail: invitation.mailId && mails.get(invitation.mailId),
    })),
    next:
      page.length > limit && last
        ? { createdAt: last.createdAt, invitationId: last.invitationId }
        : undefined,
  };
}
