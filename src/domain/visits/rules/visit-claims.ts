import type { User } from "../../directory/rules/user.ts";
import { partnerIssuer } from "../../federation/connectors/guesthouse/rules/partner-addresses.ts";
import type { PartnerClaims } from "../../federation/connectors/guesthouse/rules/partner-claims.ts";

const lifetimeSeconds = 300;

export interface VouchedMember {
  readonly publicUrl: string;
  readonly user: User;
  /** Those in domains that the tenant has verified. */
  readonly addresses: readonly string[];
  readonly clientId: string;
  readonly nonce: string;
  readonly amr: readonly string[];
  readonly authenticatedAt: Date;
  readonly now: Date;
}

/** The ID token by which a tenant tells an organisation elsewhere who came (OpenID Connect Core section 2). */
export function visitClaims(member: VouchedMember): PartnerClaims & Record<string, unknown> {
  const { user, addresses } = member;
  const issuedAt = seconds(member.now);
  return {
    iss: partnerIssuer(member.publicUrl, user.tenantId),
    sub: user.userId,
    aud: member.clientId,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + lifetimeSeconds,
    nonce: member.nonce,
    auth_time: seconds(member.authenticatedAt),
    amr: member.amr,
    oid: user.userId,
    tid: user.tenantId,
    acct: 0,
    name: user.displayName,
    preferred_username: user.userPrincipalName,
    email: addresses.find((address) => address === user.mail) ?? addresses[0],
    email_verified: true,
    verified_addresses: addresses,
  };
}

function seconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}
