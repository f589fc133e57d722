import { secondsAfter } from "../../../foundation/clock.ts";
import type { OwnApiCheck, SignUpFacts } from "./sign-up-facts.ts";
import type { SignUpOffer } from "./sign-up-offer.ts";

/** How the check stands that keeps somebody from going on. */
export type OpenCheck =
  | { readonly found: "nothing" | "asking" | "failed" }
  | { readonly found: "blocked"; readonly message: string };

/** Longer than both attempts of a call take: whoever asked by then is gone. */
const askingSeconds = 60;

/**
 * What keeps somebody from going on who has proved an address: the flow has an API that is asked right after the proof,
 * and it has not let them pass. Undefined: nothing does.
 */
export function openCheck(
  { flow }: Pick<SignUpOffer, "flow">,
  { check }: SignUpFacts,
  address: string,
): OpenCheck | undefined {
  const connectorId = flow.connectors["after-proof"];
  if (connectorId === undefined) return undefined;
  if (check?.connectorId !== connectorId || check.address !== address) return { found: "nothing" };
  if (check.found === "passed") return undefined;
  return check.found === "blocked"
    ? { found: "blocked", message: check.message ?? "" }
    : { found: check.found };
}

/** Whether the question is under way, so that nobody asks it a second time. */
export function isBeingAsked(
  check: OwnApiCheck | undefined,
  about: Pick<OwnApiCheck, "connectorId" | "address">,
  now: Date,
): boolean {
  return (
    check?.found === "asking" &&
    check.connectorId === about.connectorId &&
    check.address === about.address &&
    now < secondsAfter(new Date(check.at), askingSeconds)
  );
}
