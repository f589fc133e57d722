import type { IdentityProvider } from "../../domain/federation/rules/identity-provider.ts";
import { watchCertificates } from "../../domain/federation/watch-certificates.ts";

/** What the list of providers warns of, in a few words. */
export function warningOf(provider: IdentityProvider, now: Date): string {
  const state = watchCertificates(provider, now);
  if (!state?.warning) return "";
  const day = state.endsAt.toISOString().slice(0, 10);
  return state.warning === "ended"
    ? `! its certificate ended on ${day}`
    : `! its certificate ends on ${day}: ask for the next one`;
}

/** The same for programs; nothing for a kind without certificates. */
export function certificateJson(provider: IdentityProvider, now: Date): object {
  const state = watchCertificates(provider, now);
  return state
    ? { certificateEnds: state.endsAt.toISOString(), certificateWarning: state.warning ?? null }
    : {};
}
