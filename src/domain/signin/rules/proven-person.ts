import type { ProvenPerson } from "../../signup/rules/may-sign-up.ts";
import { provenOwnAddress, type SignUpFacts } from "../../signup/rules/sign-up-facts.ts";
import type { AccountStanding } from "./account-standing.ts";

/**
 * What a signed-in account has proved, for those who look at the proof alone. What the person proved on the way to an
 * account counts where nobody vouches for an address of theirs.
 */
export function provenPerson(
  { account, provenAddresses }: AccountStanding,
  facts: SignUpFacts,
): ProvenPerson {
  const own = provenOwnAddress(facts);
  return {
    providerKind: account.providerKind,
    providerId: account.provider?.providerId,
    addresses: provenAddresses.length === 0 && own !== undefined ? [own] : provenAddresses,
  };
}
