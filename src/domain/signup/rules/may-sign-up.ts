import type { DomainName } from "../../../foundation/domain-name.ts";
import { type EmailAddress, emailDomain, parseEmailAddress } from "../../../foundation/email-address.ts";
import type { ProviderId } from "../../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { IdentityProviderKind } from "../../directory/rules/external-identity.ts";
import { isDomainOpen } from "../../policies/rules/domain-restriction.ts";
import type { SignUpOffer } from "./sign-up-offer.ts";

/** Somebody who has proved who they are, and how. */
export interface ProvenPerson {
  readonly providerKind: IdentityProviderKind;
  /** The tenant's own provider that proved it. */
  readonly providerId: ProviderId | undefined;
  /** Addresses that the proof vouches for, or else the one that they proved themselves. */
  readonly addresses: readonly string[];
}

export type SignUpProblem = "way-not-taken" | "address-unproven" | "domain-not-taken";

/**
 * Whether somebody may sign up, and by which of their addresses. What they proved themselves by must be a way of the
 * flow; the address must be in a domain that the organisation works with, in none of the flow's blocked domains, in one of the allowed where there are any, and not the
 * organisation's own: its own people are its members.
 */
export function maySignUp(
  offer: SignUpOffer,
  person: ProvenPerson,
): Result<EmailAddress, { readonly code: SignUpProblem }> {
  if (!isWayTaken(offer, person)) return refuse({ code: "way-not-taken" });
  if (person.addresses.length === 0) return refuse({ code: "address-unproven" });
  const address = person.addresses
    .map((text) => parseEmailAddress(text))
    .filter((parsed) => parsed !== undefined)
    .find((parsed) => isDomainTaken(offer, emailDomain(parsed)));
  return address === undefined ? refuse({ code: "domain-not-taken" }) : accept(address);
}

/** Whether people with addresses in a domain may sign up; whose address it is plays no part. */
export function isDomainTaken({ flow, ownDomains, restriction }: SignUpOffer, domain: DomainName): boolean {
  const { allowedDomains, blockedDomains } = flow;
  return (
    isDomainOpen(restriction, domain) &&
    !ownDomains.includes(domain) &&
    !blockedDomains.includes(domain) &&
    (allowedDomains.length === 0 || allowedDomains.includes(domain))
  );
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
