import type { Machine } from "../../platform/machine.ts";
import { findRequestStanding } from "../signup/approval/find-sign-up-requests.ts";
import type { SignUpOffer } from "../signup/rules/sign-up-offer.ts";
import type { RequestStanding } from "../signup/rules/sign-up-request.ts";
import type { Choice } from "./rules/chosen-account.ts";

/** The request of whoever is nobody here, where a person decides who signs up. */
export async function readSignUpRequest(
  machine: Machine,
  offer: SignUpOffer | undefined,
  choice: Choice,
): Promise<RequestStanding | undefined> {
  if (choice.kind !== "account" || choice.account.standing.kind !== "stranger") return undefined;
  return offer?.flow.requiresApproval
    ? findRequestStanding(machine, machine.database, offer.flow, choice.account.account)
    : undefined;
}
