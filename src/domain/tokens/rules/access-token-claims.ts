import type { ApplicationId, ServicePrincipalId, TenantId } from "../../../foundation/identifiers.ts";
import type { User } from "../../directory/rules/user.ts";
import type { SignInEvidence } from "./authorization-grant.ts";
import { groupClaims } from "./group-claims.ts";
import { identityProviderClaim } from "./identity-provider-claim.ts";
import { accountKindClaim, emailClaim, signInName, withoutAbsent } from "./person-claims.ts";
import { tokenIssuer } from "./token-issuer.ts";

/** How a client proved itself: `azpacr` and `appidacr` of the wire. */
export type ClientProof = "none" | "secret" | "certificate";

const clientProofClaim: Record<ClientProof, string> = { none: "0", secret: "1", certificate: "2" };

/** What every access token is made from. */
export interface AccessTokenFacts {
  readonly publicUrl: string;
  readonly tenantId: TenantId;
  /** Format of the token: the resource decides. */
  readonly version: 1 | 2;
  readonly audience: string;
  readonly clientId: ApplicationId;
  readonly clientProof: ClientProof;
  readonly roles: readonly string[];
  readonly tokenId: string;
  readonly now: Date;
  readonly lifetimeSeconds: number;
}

export interface UserAccessTokenFacts extends AccessTokenFacts {
  readonly user: User;
  readonly subject: string;
  readonly signIn: SignInEvidence;
  /** Granted permissions of the resource, in short form. */
  readonly scopes: readonly string[];
  readonly wantedClaims: ReadonlySet<string>;
  /** What the client can handle: `cp1` claims challenges. */
  readonly clientCapabilities: readonly string[];
  readonly groupIds: readonly string[] | undefined;
  readonly groupsEndpoint: string;
}

/** What an access token says when a person stands behind the client (RFC 9068 in spirit, the dialect's names). */
export function userAccessTokenClaims(facts: UserAccessTokenFacts): Record<string, unknown> {
  const { user, wantedClaims } = facts;
  const wants = (claim: string, value: unknown) => (wantedClaims.has(claim) ? value : undefined);
  const isFirstVersion = facts.version === 1;
  return withoutAbsent({
    ...envelope(facts),
    sub: facts.subject,
    oid: user.userId,
    idp: identityProviderClaim(facts.publicUrl, facts.tenantId, facts.signIn.authenticatedBy),
    acct: accountKindClaim(user),
    name: user.displayName,
    ...(isFirstVersion
      ? { unique_name: signInName(user), upn: user.isExternal ? undefined : user.userPrincipalName }
      : { preferred_username: signInName(user) }),
    email: emailClaim(user, wantedClaims.has("email")),
    scp: facts.scopes.join(" ") || undefined,
    roles: facts.roles,
    sid: facts.signIn.sessionId,
    ...groupClaims(facts.groupIds, "back", { groupsEndpoint: facts.groupsEndpoint }),
    amr: isFirstVersion ? facts.signIn.amr : undefined,
    given_name: isFirstVersion ? user.givenName : wants("given_name", user.givenName),
    family_name: isFirstVersion ? user.surname : wants("family_name", user.surname),
    auth_time: wants("auth_time", Math.floor(Date.parse(facts.signIn.authenticatedAt) / 1000)),
    idtyp: wants("idtyp", "user"),
    xms_cc: facts.clientCapabilities,
  });
}

export interface ApplicationAccessTokenFacts extends AccessTokenFacts {
  /** The client's own service principal: an application acting as itself is its own subject. */
  readonly servicePrincipalId: ServicePrincipalId;
}

/** What an access token says when an application acts as itself. */
export function applicationAccessTokenClaims(facts: ApplicationAccessTokenFacts): Record<string, unknown> {
  return withoutAbsent({
    ...envelope(facts),
    sub: facts.servicePrincipalId,
    oid: facts.servicePrincipalId,
    idp: tokenIssuer(facts.publicUrl, facts.tenantId, facts.version),
    idtyp: "app",
    roles: facts.roles,
  });
}

function envelope(facts: AccessTokenFacts): Record<string, unknown> {
  const issuedAt = Math.floor(facts.now.getTime() / 1000);
  const proof = clientProofClaim[facts.clientProof];
  return {
    ver: facts.version === 1 ? "1.0" : "2.0",
    iss: tokenIssuer(facts.publicUrl, facts.tenantId, facts.version),
    aud: facts.audience,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + facts.lifetimeSeconds,
    tid: facts.tenantId,
    uti: facts.tokenId,
    ...(facts.version === 1
      ? { appid: facts.clientId, appidacr: proof }
      : { azp: facts.clientId, azpacr: proof }),
  };
}
