import type { ClaimedIdentity, Claims } from "../../openid-connect/rules/claims-identity.ts";

/** What an organisation says of its member, beside the standard claims of an ID token. */
export interface PartnerClaims {
  /** The member's object id at home, the same as the subject. */
  readonly oid: string;
  readonly tid: string;
  /** 0: a member; guests are vouched for by nobody but their own organisation. */
  readonly acct: 0;
  readonly name: string;
  readonly preferred_username: string;
  readonly email: string | undefined;
  readonly email_verified: true;
  /** Every address of the member in a domain that the organisation has verified. */
  readonly verified_addresses: readonly string[];
}

/**
 * Somebody as their organisation names them. A statement about another organisation's person, or about somebody who is
 * no member, names nobody: the subject is missing.
 */
export function identityOfPartnerClaims(claims: Claims, organisationId: unknown): ClaimedIdentity {
  const isOwnMember =
    claims["tid"] === organisationId && claims["oid"] === claims["sub"] && claims["acct"] === 0;
  const stated = claims["verified_addresses"];
  const addresses = Array.isArray(stated) ? stated.filter((address) => typeof address === "string") : [];
  const { name } = claims;
  return {
    subject: isOwnMember && typeof claims["sub"] === "string" ? claims["sub"] : undefined,
    addresses: addresses.map((address) => ({ address, isVerified: true })),
    displayName: typeof name === "string" && name.trim() !== "" ? name.trim().slice(0, 256) : undefined,
  };
}
