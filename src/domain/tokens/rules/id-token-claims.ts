import type { ApplicationId, TenantId } from "../../../foundation/identifiers.ts";
import type { User } from "../../directory/rules/user.ts";
import type { AddressOwnership } from "./address-ownership.ts";
import type { SignInEvidence } from "./authorization-grant.ts";
import { firstVersionClaims } from "./first-version-claims.ts";
import { identityProviderClaim } from "./identity-provider-claim.ts";
import { idTokenLifetimeSeconds } from "./lifetimes.ts";
import { type Memberships, membershipClaims } from "./membership-claims.ts";
import { optionalClaims } from "./optional-claims.ts";
import { accountKindClaim, emailClaim, signInName, withoutAbsent } from "./person-claims.ts";
import { tokenIssuer } from "./token-issuer.ts";
import type { WantedClaims } from "./wanted-claims.ts";

/** Everything an ID token is made from. */
export interface IdTokenFacts {
  readonly publicUrl: string;
  readonly tenantId: TenantId;
  /** Format of the token: the endpoint that was asked decides. */
  readonly version: 1 | 2;
  readonly applicationId: ApplicationId;
  readonly user: User;
  /** The person's pairwise subject for this application. */
  readonly subject: string;
  readonly signIn: SignInEvidence;
  readonly scopes: ReadonlySet<string>;
  /** Optional claims the application is registered for, and those this request asked for. */
  readonly wanted: WantedClaims;
  readonly memberships: Memberships;
  readonly groupsEndpoint: string;
  readonly addresses: AddressOwnership | undefined;
  readonly nonce: string | undefined;
  readonly channel: "front" | "back";
  /** Half hashes of what is issued beside it in the front channel (OpenID Connect Core section 3.3.2.11). */
  readonly codeHash?: string | undefined;
  readonly accessTokenHash?: string | undefined;
  readonly loginHint: string;
  readonly tokenId: string;
  readonly now: Date;
}

/** What an ID token says about a person (OpenID Connect Core section 2, with the claims of the dialect). */
export function idTokenClaims(facts: IdTokenFacts): Record<string, unknown> {
  const { user, scopes, wanted } = facts;
  const issuedAt = Math.floor(facts.now.getTime() / 1000);
  const isFirst = facts.version === 1;
  // The first version tells the profile always: it has no scope to ask for it.
  const hasProfile = isFirst || scopes.has("profile");
  const email = emailClaim(user, scopes.has("email") || wanted.has("email"));
  return withoutAbsent({
    ver: isFirst ? "1.0" : "2.0",
    iss: tokenIssuer(facts.publicUrl, facts.tenantId, facts.version),
    aud: facts.applicationId,
    sub: facts.subject,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + idTokenLifetimeSeconds,
    tid: facts.tenantId,
    oid: user.userId,
    idp: identityProviderClaim(facts.publicUrl, facts.tenantId, facts.signIn.authenticatedBy, facts.version),
    acct: accountKindClaim(user),
    name: hasProfile ? user.displayName : undefined,
    ...(isFirst
      ? firstVersionClaims(facts)
      : { preferred_username: hasProfile ? signInName(user) : undefined }),
    email,
    nonce: facts.nonce,
    sid: facts.signIn.sessionId,
    uti: facts.tokenId,
    c_hash: facts.codeHash,
    at_hash: facts.accessTokenHash,
    ...membershipClaims(facts.memberships, facts.channel, { groupsEndpoint: facts.groupsEndpoint }),
    ...optionalClaims(wanted, { ...facts, email }),
  });
}
