import { createHash, randomBytes } from "node:crypto";
import type { Machine } from "../../platform/machine.ts";
import type { ApplicationInTenant, OptionalClaim } from "../applications/rules/application.ts";
import type { Tenant } from "../directory/rules/tenant.ts";
import type { User } from "../directory/rules/user.ts";
import { findMembershipClaims, type MembershipClaims } from "./find-membership-claims.ts";
import { pairwiseSubject } from "./pairwise-subject.ts";
import { type ClientProof, userAccessTokenClaims } from "./rules/access-token-claims.ts";
import type { AuthorizationGrant } from "./rules/authorization-grant.ts";
import { idTokenClaims } from "./rules/id-token-claims.ts";
import { accessTokenLifetimeSeconds } from "./rules/lifetimes.ts";
import { loginHintClaim } from "./rules/person-claims.ts";
import { signToken } from "./sign-token.ts";

/** What a client gets for a person who signed in. */
export interface UserTokensInput {
  readonly tenant: Tenant;
  readonly client: ApplicationInTenant;
  readonly clientProof: ClientProof;
  readonly user: User;
  readonly grant: Pick<AuthorizationGrant, "signIn" | "requestedClaims">;
  /** Granted scopes of OpenID Connect. */
  readonly openIdScopes: ReadonlySet<string>;
  readonly idToken:
    | {
        readonly nonce: string | undefined;
        readonly channel: "front" | "back";
        /** The code issued beside it in the front channel. */
        readonly code?: string | undefined;
      }
    | undefined;
  /** What the client declared that it can handle. */
  readonly clientCapabilities: readonly string[];
  readonly access:
    | {
        readonly resource: ApplicationInTenant;
        readonly audience: string;
        /** Short names of the granted permissions. */
        readonly scopes: readonly string[];
      }
    | undefined;
}

export interface UserTokens {
  readonly idToken: string | undefined;
  readonly accessToken: { readonly text: string; readonly lifetimeSeconds: number } | undefined;
}

/** Makes and signs the tokens of one answer. */
export async function issueUserTokens(machine: Machine, input: UserTokensInput): Promise<UserTokens> {
  const memberships = await findMembershipClaims(machine, input.tenant.tenantId, input.user.userId, {
    client: input.idToken && input.client,
    resource: input.access?.resource,
  });
  const issuing = { machine, input, memberships, now: machine.clock() };
  // Only an ID token of the front channel names the access token beside it, so only then does one wait for the other.
  if (input.idToken?.channel === "front") {
    const accessToken = await signAccessToken(issuing);
    return { accessToken, idToken: await signIdToken(issuing, accessToken?.text) };
  }
  const [accessToken, idToken] = await Promise.all([
    signAccessToken(issuing),
    signIdToken(issuing, undefined),
  ]);
  return { accessToken, idToken };
}

interface Issuing {
  readonly machine: Machine;
  readonly input: UserTokensInput;
  readonly memberships: MembershipClaims;
  readonly now: Date;
}

async function signIdToken(issuing: Issuing, accessToken: string | undefined): Promise<string | undefined> {
  const { machine, input, memberships, now } = issuing;
  const { tenant, client, user, idToken, grant } = input;
  if (!idToken) return undefined;
  const { applicationId, optionalClaims } = client.application;
  const claims = idTokenClaims({
    publicUrl: machine.configuration.publicUrl,
    tenantId: tenant.tenantId,
    applicationId,
    user,
    subject: pairwiseSubject(tenant, user.userId, applicationId),
    signIn: grant.signIn,
    scopes: input.openIdScopes,
    wantedClaims: new Set([...namesOf(optionalClaims.idToken), ...grant.requestedClaims]),
    roles: memberships.client.roles,
    groupIds: memberships.client.groupIds,
    groupsEndpoint: groupsEndpoint(machine, user),
    nonce: idToken.nonce,
    channel: idToken.channel,
    codeHash: idToken.code && halfHash(idToken.code),
    accessTokenHash: accessToken && halfHash(accessToken),
    loginHint: loginHintClaim(user, (text) => Buffer.from(text).toString("base64url")),
    tokenId: newTokenId(),
    now,
  });
  return signToken(machine, claims);
}

async function signAccessToken(issuing: Issuing): Promise<UserTokens["accessToken"]> {
  const { machine, input, memberships, now } = issuing;
  const { tenant, client, user, access } = input;
  if (!access) return undefined;
  const lifetimeSeconds = accessTokenLifetimeSeconds(Math.random());
  const claims = userAccessTokenClaims({
    publicUrl: machine.configuration.publicUrl,
    tenantId: tenant.tenantId,
    version: access.resource.application.accessTokenVersion,
    audience: access.audience,
    clientId: client.application.applicationId,
    clientProof: input.clientProof,
    user,
    // The client's pairwise subject: user info must answer with the one its ID token holds.
    subject: pairwiseSubject(tenant, user.userId, client.application.applicationId),
    signIn: input.grant.signIn,
    scopes: access.scopes,
    wantedClaims: new Set(namesOf(access.resource.application.optionalClaims.accessToken)),
    clientCapabilities: input.clientCapabilities,
    roles: memberships.resource.roles,
    groupIds: memberships.resource.groupIds,
    groupsEndpoint: groupsEndpoint(machine, user),
    tokenId: newTokenId(),
    now,
    lifetimeSeconds,
  });
  return { text: await signToken(machine, claims), lifetimeSeconds };
}

function namesOf(claims: readonly OptionalClaim[] = []): string[] {
  return claims.map(({ name }) => name);
}

function groupsEndpoint(machine: Machine, user: User): string {
  return `${machine.configuration.publicUrl}/v1.0/users/${user.userId}/getMemberObjects`;
}

/** The left half of the digest, for `at_hash` and `c_hash` (OpenID Connect Core section 3.1.3.6). */
function halfHash(text: string): string {
  return createHash("sha256").update(text).digest().subarray(0, 16).toString("base64url");
}

/** A per-token id: `uti`. */
export function newTokenId(): string {
  return randomBytes(16).toString("base64url");
}
