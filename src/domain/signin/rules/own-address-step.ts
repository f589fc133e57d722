import type { SignUpProblem } from "../../signup/rules/may-sign-up.ts";
import { codeSentTo, type SignUpFacts } from "../../signup/rules/sign-up-facts.ts";
import type { SignUpOffer } from "../../signup/rules/sign-up-offer.ts";
import type { AccountStanding } from "./account-standing.ts";
import type { OwnAddressProblem, Step } from "./step.ts";

/**
 * What somebody does first whose provider vouches for no address of theirs: give one, prove it by a code, and give
 * another where it will not do. Undefined for everybody else, and once the address stands.
 */
export function ownAddressStep(
  offer: SignUpOffer,
  account: AccountStanding,
  facts: SignUpFacts,
  found: { readonly problem: SignUpProblem | undefined; readonly isHeld: boolean },
): Step | undefined {
  const { ownAddress } = facts;
  if (account.provenAddresses.length > 0 || found.problem === "way-not-taken") return undefined;
  const give = (reason: OwnAddressProblem | undefined): Step => ({
    kind: "sign-up-give-address",
    ...{ account, offer },
    refused: reason && ownAddress !== undefined ? { address: ownAddress, reason } : undefined,
  });
  if (ownAddress === undefined) return give(undefined);
  if (found.problem === "domain-not-taken") return give("domain-not-taken");
  if (found.problem === undefined) return found.isHeld ? give("address-taken") : undefined;
  const sentAt = codeSentTo(facts, ownAddress);
  return { kind: "sign-up-prove-address", account, offer, address: ownAddress, isOwn: true, sentAt };
}
