import { type EmailAddress, emailDomain, parseEmailAddress } from "../../../foundation/email-address.ts";
import type { ProviderId } from "../../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { IdentityProviderKind } from "../../directory/rules/external-identity.ts";
import type { SignUpOffer } from "./sign-up-offer.ts";

/** Somebody who has proved who they are, and how. */
export interface ProvenPerson {
  readonly providerKind: IdentityProviderKind;
  /** The tenant's own provider that proved it. */
  readonly providerId: ProviderId | undefined;
  /** Addresses that the proof vouches for. */
  readonly addresses: readonly string[];
}

export type SignUpProblem = "way-not-taken" | "domain-not-taken";

/**
 * Whether somebody may sign up, and by which of their addresses. What they proved themselves by must be a way of the
 * flow; the address must be in none of its blocked domains, in one of the allowed where there are any, and not the
 * organisation's own: its own people are its members.
 */
export function maySignUp(
  offer: SignUpOffer,
  person: ProvenPerson,
): Result<EmailAddress, { readonly code: SignUpProblem }> {
  if (!isWayTaken(offer, person)) return refuse({ code: "way-not-taken" });
  const { allowedDomains, blockedDomains } = offer.flow;
  const address = person.addresses
    .map((text) => parseEmailAddress(text))
    .filter((parsed) => parsed !== undefined)
    .find((parsed) => {
      const domain = emailDomain(parsed);
      return (
        !offer.ownDomains.includes(domain) &&
        !blockedDomains.includes(domain) &&
        (allowedDomains.length === 0 || allowedDomains.includes(domain))
      );
    });
  return address === undefined ? refuse({ code: "domain-not-taken" }) : accept(address);
}

function isWayTaken({ flow, emailCodeEnabled }: SignUpOffer, person: ProvenPerson): boolean {
  if (person.providerId !== undefined) return flow.providers.includes(person.providerId);
  switch (person.providerKind) {
    case "tenant":
      return flow.allowsOrganisations;
    case "email-code":
      return flow.allowsEmailCode && emailCodeEnabled;
    default:
      return false;
  }
}
