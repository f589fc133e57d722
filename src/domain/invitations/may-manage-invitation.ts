import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Actor } from "../audit/circumstances.ts";
import { type Inviting, readInviting } from "./read-inviting.ts";
import type { Invitation } from "./rules/invitation.ts";
import type { InviterRefusal } from "./rules/invite-refusal.ts";

/** An invitation is resent or revoked by whoever made it, or by an administrator of guests. */
export async function mayManageInvitation(
  machine: Machine,
  actor: Actor,
  invitation: Invitation,
): Promise<Result<Inviting, InviterRefusal | { readonly code: "invitation-of-another-inviter" }>> {
  const inviting = await readInviting(machine, actor, invitation.tenantId);
  if (!inviting.ok) return inviting;
  const { inviter, rights } = inviting.value;
  const isOwn =
    inviter.kind === "user" && invitation.inviter.kind === "user"
      ? inviter.userId === invitation.inviter.userId
      : inviter.kind !== "user";
  const administers =
    rights.kind === "user" &&
    rights.roles.some((role) => role === "global-administrator" || role === "user-administrator");
  return isOwn || administers ? accept(inviting.value) : refuse({ code: "invitation-of-another-inviter" });
}
