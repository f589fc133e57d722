import type { Invitation } from "../../../domain/invitations/rules/invitation.ts";
import type { Inviter } from "../views/invited-page.ts";

/** The person to name and to ask; undefined when a program invited, for which its organisation speaks. */
export function namedInviter(inviter: Invitation["inviter"]): Inviter | undefined {
  return inviter.kind === "user" ? { displayName: inviter.name, address: inviter.email } : undefined;
}
