import type { ApplicationInTenant } from "../../../domain/applications/rules/application.ts";
import { type InvitationPosition, listInvitations } from "../../../domain/invitations/list-invitations.ts";
import { type InvitationId, parseGuid } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { SignedInPerson } from "../my-apps/signed-in-person.ts";
import type { InvitationList } from "../views/invitation-list.ts";

const pageSize = 20;

/** The person's own invitations, newest first. `links` holds those made just now: later they cannot be read. */
export async function invitationList(
  machine: Machine,
  person: SignedInPerson,
  options: {
    readonly place: string;
    readonly before: string | undefined;
    readonly applications: readonly ApplicationInTenant[];
    readonly links: ReadonlyMap<InvitationId, string>;
  },
): Promise<InvitationList> {
  const inDemo = machine.configuration.mode === "demo";
  const { invitations, next } = await listInvitations(machine, {
    tenantId: person.tenant.tenantId,
    inviterId: person.user.userId,
    limit: pageSize,
    before: parsePosition(options.before),
  });
  const nameOf = new Map(
    options.applications.map(({ application }) => [application.applicationId, application.displayName]),
  );
  return {
    action: `/invite/manage${options.place}`,
    newerUrl: options.before ? `/invite${options.place}` : undefined,
    olderUrl: next && `/invite${options.place}&before=${next.createdAt.toISOString()}_${next.invitationId}`,
    rows: invitations.map(({ invitation, mail }) => {
      const isOpen = invitation.state === "pending";
      return {
        id: invitation.invitationId,
        address: invitation.email,
        displayName: invitation.displayName,
        applicationName: invitation.applicationId && nameOf.get(invitation.applicationId),
        link: options.links.get(invitation.invitationId),
        mail: mail?.state ?? "not-wanted",
        mailNote: mail?.failure ?? (inDemo ? undefined : mail?.serverAnswer),
        mailUrl:
          inDemo && mail?.state === "sent"
            ? `/mailbox?to=${encodeURIComponent(invitation.email)}`
            : undefined,
        state: invitation.state,
        created: invitation.createdAt,
        expires: isOpen ? invitation.expiresAt : undefined,
        mayResend: invitation.state !== "accepted",
        mayRevoke: isOpen,
      };
    }),
  };
}

function parsePosition(text: string | undefined): InvitationPosition | undefined {
  const [moment = "", id = ""] = (text ?? "").split("_");
  const createdAt = new Date(moment);
  const invitationId = parseGuid<InvitationId>(id);
  return invitationId && !Number.isNaN(createdAt.getTime()) ? { createdAt, invitationId } : undefined;
}
