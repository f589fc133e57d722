import type { ApplicationId, TenantId } from "../../../foundation/identifiers.ts";
import { tokenIssuer } from "../../tokens/rules/token-issuer.ts";

export interface LogoutTokenFacts {
  readonly publicUrl: string;
  readonly tenantId: TenantId;
  /** Of the ID tokens that the application got: it knows their issuer (section 2.6). */
  readonly version: 1 | 2;
  readonly applicationId: ApplicationId;
  /** The person's pairwise subject for this application. */
  readonly subject: string;
  readonly sid: string;
  readonly tokenId: string;
  readonly now: Date;
}

/** Section 2.4 recommends at most two minutes. */
const lifetimeSeconds = 120;

/** What a logout token says (OpenID Connect Back-Channel Logout 1.0 section 2.4); never a nonce. */
export function logoutTokenClaims(facts: LogoutTokenFacts): Record<string, unknown> {
  const issuedAt = Math.floor(facts.now.getTime() / 1000);
  return {
    iss: tokenIssuer(facts.publicUrl, facts.tenantId, facts.version),
    aud: facts.applicationId,
    sub: facts.subject,
    sid: facts.sid,
    iat: issuedAt,
    exp: issuedAt + lifetimeSeconds,
    jti: facts.tokenId,
    events: { "http://schemas.openid.net/event/backchannel-logout": {} },
  };
}
