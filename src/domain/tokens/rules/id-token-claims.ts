import type { ApplicationId, TenantId } from "../../../foundation/identifiers.ts";
import type { User } from "../../directory/rules/user.ts";
import type { SignInEvidence } from "./authorization-grant.ts";
import { groupClaims } from "./group-claims.ts";
import { identityProviderClaim } from "./identity-provider-claim.ts";
import { idTokenLifetimeSeconds } from "./lifetimes.ts";
import { accountKindClaim, emailClaim, signInName, withoutAbsent } from "./person-claims.ts";
import { tokenIssuer } from "./token-issuer.ts";

/** Everything an ID token is made from. */
export interface IdTokenFacts {
  readonly publicUrl: string;
  readonly tenantId: TenantId;
  readonly applicationId: ApplicationId;
  readonly user: User;
  /** The person's pairwise subject for this application. */
  readonly subject: string;
  readonly signIn: SignInEvidence;
  readonly scopes: ReadonlySet<string>;
  /** Optional claims the application is registered for, and those this request asked for. */
  readonly wantedClaims: ReadonlySet<string>;
  readonly roles: readonly string[];
  /** Undefined: the application does not want groups. */
  readonly groupIds: readonly string[] | undefined;
  readonly groupsEndpoint: string;
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
  const { user, scopes, wantedClaims } = facts;
  const issuedAt = Math.floor(facts.now.getTime() / 1000);
  const hasProfile = scopes.has("profile");
  const wants = (claim: string, value: unknown) => (wantedClaims.has(claim) ? value : undefined);
  return withoutAbsent({
    ver: "2.0",
    iss: tokenIssuer(facts.publicUrl, facts.tenantId, 2),
    aud: facts.applicationId,
    sub: facts.subject,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + idTokenLifetimeSeconds,
    tid: facts.tenantId,
    oid: user.userId,
    idp: identityProviderClaim(facts.publicUrl, facts.tenantId, facts.signIn.authenticatedBy),
    acct: accountKindClaim(user),
    name: hasProfile ? user.displayName : undefined,
    preferred_username: hasProfile ? signInName(user) : undefined,
    email: emailClaim(user, scopes.has("email") || wantedClaims.has("email")),
    nonce: facts.nonce,
    sid: facts.signIn.sessionId,
    uti: facts.tokenId,
    c_hash: facts.codeHash,
    at_hash: facts.accessTokenHash,
    roles: facts.roles,
    ...groupClaims(facts.groupIds, facts.channel, { groupsEndpoint: facts.groupsEndpoint }),
    auth_time: wants("auth_time", Math.floor(Date.parse(facts.signIn.authenticatedAt) / 1000)),
    login_hint: wants("login_hint", facts.loginHint),
    given_name: wants("given_name", user.givenName),
    family_name: wants("family_name", user.surname),
    upn: wants("upn", user.isExternal ? signInName(user) : user.userPrincipalName),
    ctry: wants("ctry", user.usageLocation),
  });
}
