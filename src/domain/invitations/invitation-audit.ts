import type { AuditEntry } from "../audit/record-event.ts";
import type { User } from "../directory/rules/user.ts";
import type { ComposedInvitation } from "./compose-invitation.ts";

/** What the log says of an invitation: everything but the link. */
export function invitationAudit({
  planned,
  fresh,
  user,
}: ComposedInvitation & { readonly user: User }): AuditEntry {
  const { invitationId, email, redirectUrl, sendMail, expiresAt } = fresh.invitation(user.userId);
  return {
    tenantId: user.tenantId,
    activity: planned.plan.step === "reset" ? "guest-invited-with-reset" : "guest-invited",
    result: "success",
    target: { kind: "user", id: user.userId, name: user.displayName },
    details: {
      invitationId,
      email,
      step: planned.plan.step,
      redirectUrl,
      sendMail,
      expiresAt: expiresAt?.toISOString() ?? null,
    },
  };
}
