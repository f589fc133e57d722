import type { ApplicationId, ServicePrincipalId, TenantId } from "../../../foundation/identifiers.ts";
import type { User } from "../../directory/rules/user.ts";
import type { AddressOwnership } from "./address-ownership.ts";
import type { SignInEvidence } from "./authorization-grant.ts";
import { firstVersionClaims } from "./first-version-claims.ts";
import { identityProviderClaim } from "./identity-provider-claim.ts";
import { type Memberships, membershipClaims } from "./membership-claims.ts";
import { optionalClaims } from "./optional-claims.ts";
import { accountKindClaim, emailClaim, signInName, withoutAbsent } from "./person-claims.ts";
import { tokenIssuer } from "./token-issuer.ts";
import type { WantedClaims } from "./wanted-claims.ts";

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
  /** What the client said it can do. */
  readonly clientCapabilities: readonly string[];
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
  /** Optional claims the resource is registered for, and those this request asked for. */
  readonly wanted: WantedClaims;
  readonly memberships: Memberships;
  /** Through which channel the token reaches the client: in an address it has to be short. */
  readonly channel: "front" | "back";
  readonly groupsEndpoint: string;
  readonly addresses: AddressOwnership | undefined;
  readonly loginHint: string;
}

/** What an access token says when a person stands behind the client (RFC 9068 in spirit, the dialect's names). */
export function userAccessTokenClaims(facts: UserAccessTokenFacts): Record<string, unknown> {
  const { user, wanted } = facts;
  const email = emailClaim(user, wanted.has("email"));
  return withoutAbsent({
    ...envelope(facts),
    sub: facts.subject,
    oid: user.userId,
    idp: identityProviderClaim(facts.publicUrl, facts.tenantId, facts.signIn.authenticatedBy, facts.version),
    acct: accountKindClaim(user),
    name: user.displayName,
    ...(facts.version === 1
      ? { ...firstVersionClaims(facts), acr: "1" }
      : { preferred_username: signInName(user), amr: amrOfSecondFactor(facts.signIn) }),
    email,
    scp: facts.scopes.join(" ") || undefined,
    ...membershipClaims(facts.memberships, facts.channel, { groupsEndpoint: facts.groupsEndpoint }),
    sid: facts.signIn.sessionId,
    ...optionalClaims(wanted, { ...facts, email }),
    idtyp: wanted.get("idtyp")?.has("include_user_token") ? "user" : undefined,
  });
}

/**
 * How the person signed in, in tokens of the second version only if by a second factor: the API that acts on behalf of
 * them is asked for it by the policies of the next one.
 */
function amrOfSecondFactor({ amr }: SignInEvidence): readonly string[] | undefined {
  return amr.includes("mfa") ? amr : undefined;
}

export interface ApplicationAccessTokenFacts extends AccessTokenFacts {
  /** The client's own service principal: an application acting as itself is its own subject. */
  readonly servicePrincipalId: ServicePrincipalId;
  /** Application permissions it holds at the resource. */
  readonly roles: readonly string[];
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
    xms_cc: facts.clientCapabilities,
    ...(facts.version === 1
      ? { appid: facts.clientId, appidacr: proof }
      : { azp: facts.clientId, azpacr: proof }),
  };
}
