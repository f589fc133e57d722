import type { ProvenPerson } from "../../signup/rules/may-sign-up.ts";
import type { AccountStanding } from "./account-standing.ts";

/** What a signed-in account has proved, for those who look at the proof alone. */
export function provenPerson({ account, provenAddresses }: AccountStanding): ProvenPerson {
  return {
    providerKind: account.providerKind,
    providerId: account.provider?.providerId,
    addresses: provenAddresses,
  };
}
