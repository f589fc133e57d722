import type { Context } from "hono";
import {
  type AuthorizationOutcome,
  beginAuthorization,
  completeAuthorization,
  startAuthorizationJourney,
} from "../domain/signin/begin-authorization.ts";
import { endBrowserSession } from "../domain/signin/sessions/browser-session.ts";
import { listSessionApplications } from "../domain/signin/sessions/list-session-applications.ts";
import type { SignInCompleted, SignInPort, SignInRefused } from "../edges/oidc/sign-in-port.ts";
import { ensureBrowser, readBrowser } from "../edges/shared/browser.ts";
import { signInErrors } from "../edges/shared/sign-in-errors.ts";
import type { Machine } from "../platform/machine.ts";

/** Lets the protocol edge ask for people to be signed in, without knowing the pages on which they do. */
export function signInPort(machine: Machine): SignInPort {
  return {
    async begin(c, request) {
      const outcome = await beginAuthorization(machine, await readBrowser(c, machine), request);
      if (outcome.kind !== "interact") return answered(outcome);
      const session = await ensureBrowser(c, machine);
      const transactionId = await startAuthorizationJourney(machine, session.sessionId, request);
      return { kind: "interact", location: `/signin/${transactionId}` };
    },
    async complete(c, transactionId) {
      const outcome = await completeAuthorization(machine, await readBrowser(c, machine), transactionId);
      if (outcome.kind === "unknown") return { kind: "unknown" };
      if (outcome.kind === "interact") return { kind: "interact", location: `/signin/${transactionId}` };
      return answered(outcome);
    },
    async endSession(c: Context) {
      const session = await readBrowser(c, machine);
      if (!session) return { applications: [] };
      const applications = await listSessionApplications(machine, session.sessionId);
      await endBrowserSession(machine, session.sessionId);
      return { applications: applications.map((used) => ({ ...used, sessionId: session.sessionId })) };
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
  };
}
