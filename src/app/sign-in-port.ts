import {
  type AuthorizationOutcome,
  beginAuthorization,
  completeAuthorization,
  startAuthorizationJourney,
} from "../domain/signin/begin-authorization.ts";
import { completeAdminConsent } from "../domain/signin/complete-admin-consent.ts";
import { startTransaction } from "../domain/signin/sign-in-transaction.ts";
import { listSignedInAccounts } from "../domain/signout/list-signed-in-accounts.ts";
import { signOut } from "../domain/signout/sign-out.ts";
import type { SignInCompleted, SignInPort, SignInRefused } from "../edges/oidc/sign-in-port.ts";
import { ensureBrowser, readBrowser } from "../edges/shared/browser.ts";
import { signInErrors } from "../edges/shared/sign-in-errors.ts";
import type { Machine } from "../platform/machine.ts";
import { homePort } from "./home-port.ts";
import { visitPort } from "./visit-port.ts";

/** Lets the protocol edge ask for people to be signed in, without knowing the pages on which they do. */
export function signInPort(machine: Machine): SignInPort {
  const startJourney: SignInPort["start"] = async (c, request) => {
    const session = await ensureBrowser(c, machine);
    return `/signin/${await startAuthorizationJourney(machine, session.sessionId, request)}`;
  };
  return {
    async begin(c, request) {
      const outcome = await beginAuthorization(machine, await readBrowser(c, machine), request);
      if (outcome.kind !== "interact") return answered(outcome);
      return { kind: "interact", location: await startJourney(c, request) };
    },
    start: startJourney,
    ...homePort(machine),
    ...visitPort(machine),
    async complete(c, transactionId) {
      const outcome = await completeAuthorization(machine, await readBrowser(c, machine), transactionId);
      if (outcome.kind === "unknown") return { kind: "unknown" };
      if (outcome.kind === "interact") return { kind: "interact", location: `/signin/${transactionId}` };
      return answered(outcome);
    },
    async startAdminConsent(c, request) {
      const session = await ensureBrowser(c, machine);
      const purpose = { kind: "admin-consent", request } as const;
      return `/signin/${await startTransaction(machine, session.sessionId, purpose)}`;
    },
    async completeAdminConsent(c, transactionId) {
      const outcome = await completeAdminConsent(machine, await readBrowser(c, machine), transactionId);
      return outcome.kind === "interact"
        ? { kind: "interact", location: `/signin/${transactionId}` }
        : outcome;
    },
    async findSignedIn(c) {
      const session = await readBrowser(c, machine);
      return (
        session && {
          sessionId: session.sessionId,
          accounts: await listSignedInAccounts(machine, session),
        }
      );
    },
    async signOut(c, accountIds) {
      const session = await readBrowser(c, machine);
      if (!session) return;
      const isEverybody = session.accounts.every(({ accountId }) => accountIds.includes(accountId));
      await signOut(machine, session, isEverybody ? "everybody" : accountIds);
    },
  };
}

function answered(
  outcome: Exclude<AuthorizationOutcome, { readonly kind: "interact" }>,
): SignInCompleted | SignInRefused {
  if (outcome.kind === "completed") return outcome;
  const { error, number, description } = signInErrors[outcome.code];
  return {
    kind: "refused",
    error,
    aadsts: number,
    description,
    redirectable: true,
    request: outcome.request,
    policyOutcomes: outcome.policyOutcomes,
  };
}
