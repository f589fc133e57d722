import { findHomePageForUser } from "../../../domain/applications/find-home-page.ts";
import { readInvitation } from "../../../domain/redemption/read-invitation.ts";
import type { Purpose } from "../../../domain/signin/rules/sign-in-facts.ts";
import type { Step } from "../../../domain/signin/rules/step.ts";
import { findTransaction, recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import type { TransactionId } from "../../../foundation/identifiers.ts";
import type { Journey } from "./journey.ts";

/** Where a finished journey goes on. */
export async function concludeJourney(
  journey: Journey,
  step: Extract<Step, { kind: "done" }>,
): Promise<string> {
  const { machine, session, transaction } = journey;
  const { purpose } = transaction.facts;
  switch (purpose.kind) {
    case "authorize":
    case "admin-consent":
      return answerPath(purpose, transaction.transactionId);
    case "vouch": {
      const parent = await findTransaction(machine, purpose.forTransaction, session.sessionId);
      if (typeof parent !== "string") {
        const { accountId } = step.account.account;
        await recordFacts(machine, parent, ({ method: _answered, useAnother: _too, ...facts }) => ({
          ...facts,
          accountId,
        }));
      }
      return `/signin/${purpose.forTransaction}`;
    }
    case "redeem":
      return redemptionTarget(journey);
    case "vouch-abroad":
      return visitAnswerPath(purpose, transaction.transactionId);
    case "visit":
      return purpose.path;
    case "arrive": {
      const { tenantId, applicationId } = purpose;
      const { user } = step;
      const home =
        user && applicationId && (await findHomePageForUser(machine.database, user, applicationId));
      return home ? home.url : `/myapps?tenant=${tenantId}`;
    }
    case "find-home":
      throw new Error("the search for a home ends by going there");
  }
}

/** Where the protocol answers the application that asked, with a yes or a no. */
export function answerPath(
  { kind, request }: Extract<Purpose, { readonly kind: "authorize" | "admin-consent" }>,
  transactionId: TransactionId,
): string {
  const place = kind === "authorize" ? "oauth2/v2.0/authorize" : "adminconsent";
  return `/${request.tenantId}/${place}/complete?transaction=${transactionId}`;
}

/** Where the organisation elsewhere is answered, with a yes or a no. */
export function visitAnswerPath(
  { tenantId }: Extract<Purpose, { readonly kind: "vouch-abroad" }>,
  transactionId: TransactionId,
): string {
  return `/${tenantId}/partner/complete?transaction=${transactionId}`;
}

/** After an acceptance: the inviter's address, or My Apps, which then says welcome. */
export async function redemptionTarget(journey: Journey): Promise<string> {
  const { purpose } = journey.transaction.facts;
  if (purpose.kind !== "redeem") return journey.path;
  const found = await readInvitation(journey.machine, purpose.tenantId, purpose.invitationId);
  const myApps = `${journey.machine.configuration.publicUrl}/myapps?tenant=${purpose.tenantId}`;
  const target = found?.invitation.redirectUrl ?? myApps;
  return target === myApps ? `${myApps}&accepted` : target;
}
