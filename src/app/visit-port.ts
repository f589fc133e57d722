import { completeVisit } from "../domain/signin/complete-visit.ts";
import { startTransaction } from "../domain/signin/sign-in-transaction.ts";
import type { SignInPort } from "../edges/oidc/sign-in-port.ts";
import { ensureBrowser, readBrowser } from "../edges/shared/browser.ts";
import type { Machine } from "../platform/machine.ts";

/** The part of the sign-in port that is about members who are guests elsewhere. */
export function visitPort(machine: Machine): Pick<SignInPort, "startVisit" | "completeVisit"> {
  return {
    async startVisit(c, tenantId, visit) {
      const session = await ensureBrowser(c, machine);
      const purpose = { kind: "vouch-abroad", tenantId, visit } as const;
      return `/signin/${await startTransaction(machine, session.sessionId, purpose)}`;
    },
    async completeVisit(c, transactionId) {
      const outcome = await completeVisit(machine, await readBrowser(c, machine), transactionId);
      return outcome.kind === "interact"
        ? { kind: "interact", location: `/signin/${transactionId}` }
        : outcome;
    },
  };
}
