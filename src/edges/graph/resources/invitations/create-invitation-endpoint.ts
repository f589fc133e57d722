import { inviteGuest } from "../../../../domain/invitations/invite-guest.ts";
import type { InviteRequest } from "../../../../domain/invitations/rules/invite-request.ts";
import { type Caller, hasPermission } from "../../caller.ts";
import { GraphError } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { readInvitationBody } from "./invitation-body.ts";
import { resetPermissions } from "./invitation-operations.ts";
import { inviteError } from "./invite-errors.ts";
import { presentInvitation } from "./present-invitation.ts";

/** `POST /invitations`. */
export async function createInvitationEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const invite = readInvitationBody(await readJsonObject(request));
  checkStrongerPermission(caller, invite);
  const { tenantId } = caller;
  const outcome = await inviteGuest(machine, circumstances(request), { tenantId, ...invite });
  if (!outcome.ok) throw inviteError(outcome.refusal);
  const type = invite.kind === "member" ? "Member" : "Guest";
  return graphJson(c, presentInvitation(machine.configuration.publicUrl, outcome.value, type), 201);
}

/** Naming a user changes how they sign in, and members have more rights: permission to invite is not enough. */
function checkStrongerPermission(caller: Caller, invite: InviteRequest): void {
  const touchesUser = invite.resetRedemption === true || invite.userId !== undefined;
  const makesMember = invite.kind === "member" && caller.kind === "application";
  if ((!touchesUser && !makesMember) || hasPermission(caller, resetPermissions)) return;
  throw new GraphError(403, "Forbidden", "Generic authorization exception.", [
    {
      code: "MissingPermission",
      message: `${touchesUser ? "invitedUser and resetRedemption take" : "invitedUserType 'Member' takes"} one of these permissions: ${resetPermissions.join(", ")}.`,
    },
  ]);
}
