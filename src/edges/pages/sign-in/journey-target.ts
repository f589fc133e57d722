import { findNamedHomePage } from "../../../domain/applications/find-home-page.ts";
import { readInvitation } from "../../../domain/redemption/read-invitation.ts";
import type { Purpose } from "../../../domain/signin/rules/sign-in-facts.ts";
import { findTransaction } from "../../../domain/signin/sign-in-transaction.ts";
import type { SessionId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";

/** The address outside that a journey ends at, if it does: forms on the way must be allowed to lead there. */
export async function journeyTarget(
  machine: Machine,
  purpose: Purpose,
  sessionId: SessionId,
): Promise<string | undefined> {
  switch (purpose.kind) {
    case "authorize":
    case "admin-consent": {
      const redirectUri = purpose.request.answer["redirectUri"];
      return typeof redirectUri === "string" ? redirectUri : undefined;
    }
    case "find-home":
      return purpose.request.redirectUri;
    case "redeem": {
      const found = await readInvitation(machine, purpose.tenantId, purpose.invitationId);
      return found?.invitation.redirectUrl;
    }
    case "vouch": {
      const parent = await findTransaction(machine, purpose.forTransaction, sessionId);
      return typeof parent === "string" ? undefined : journeyTarget(machine, parent.facts.purpose, sessionId);
    }
    case "arrive": {
      const { tenantId, applicationId } = purpose;
      if (applicationId === undefined) return undefined;
      return (await findNamedHomePage(machine.database, tenantId, applicationId))?.url;
    }
    // A page of ours with a link is between the last form and the organisation elsewhere.
    case "vouch-abroad":
    case "visit":
      return undefined;
  }
}
