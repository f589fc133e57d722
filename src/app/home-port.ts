import { findHome, readHomeJourney, startHomeJourney } from "../domain/signin/find-home.ts";
import type { SignInPort } from "../edges/oidc/sign-in-port.ts";
import { ensureBrowser, readBrowser } from "../edges/shared/browser.ts";
import { signInErrors } from "../edges/shared/sign-in-errors.ts";
import type { Machine } from "../platform/machine.ts";

/** How the protocol finds the tenant of a request that named none. */
export function homePort(machine: Machine): Pick<SignInPort, "findHome" | "homeFound"> {
  return {
    async findHome(c, request) {
      const outcome = await findHome(machine, await readBrowser(c, machine), request);
      if (outcome.kind === "home") return outcome;
      if (outcome.kind === "refused") {
        const { error, number, description } = signInErrors[outcome.code];
        return { kind: "refused", error, aadsts: number, description };
      }
      const session = await ensureBrowser(c, machine);
      const transactionId = await startHomeJourney(machine, session.sessionId, request);
      return { kind: "interact", location: `/signin/${transactionId}` };
    },
    async homeFound(c, transactionId) {
      const { request, outcome } = await readHomeJourney(
        machine,
        await readBrowser(c, machine),
        transactionId,
      );
      if (outcome === "unknown") return { kind: "unknown" };
      return outcome.kind === "home"
        ? { ...outcome, request }
        : { kind: "interact", location: `/signin/${transactionId}` };
    },
  };
}
