import { createHash, randomBytes } from "node:crypto";
import type { Machine } from "../../platform/machine.ts";
import type { ApplicationInTenant } from "../applications/rules/application.ts";
import type { Tenant } from "../directory/rules/tenant.ts";
import type { User } from "../directory/rules/user.ts";
import { findAddressOwnership } from "./find-address-ownership.ts";
import { findMembershipClaims, type MembershipsOfAnswer } from "./find-membership-claims.ts";
import { pairwiseSubject } from "./pairwise-subject.ts";
import { type ClientProof, userAccessTokenClaims } from "./rules/access-token-claims.ts";
import type { AddressOwnership } from "./rules/address-ownership.ts";
import type { SignInEvidence } from "./rules/authorization-grant.ts";
import { idTokenClaims } from "./rules/id-token-claims.ts";
import type { IssuedAccessToken } from "./rules/issued-access-token.ts";
import { accessTokenLifetimeSeconds } from "./rules/lifetimes.ts";
import { loginHintClaim } from "./rules/person-claims.ts";
import { type RequestedClaims, type WantedClaims, wantedClaims } from "./rules/wanted-claims.ts";
import { signToken } from "./sign-token.ts";

/** What a client gets for a person who signed in. */
export interface UserTokensInput {
  readonly tenant: Tenant;
  readonly client: ApplicationInTenant;
  /** Of the endpoint that was asked: the format of ID tokens. */
  readonly version: 1 | 2;
  readonly clientProof: ClientProof;
  readonly user: User;
  readonly signIn: SignInEvidence;
  readonly requested: RequestedClaims;
  /** Through the browser, or by the token endpoint. */
  readonly channel: "front" | "back";
  /** Granted scopes of OpenID Connect. */
  readonly openIdScopes: ReadonlySet<string>;
  readonly idToken:
    | {
        readonly nonce: string | undefined;
        /** The code issued beside it in the front channel. */
        readonly code?: string | undefined;
      }
    | undefined;
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
  readonly accessToken: IssuedAccessToken | undefined;
}

/** Makes and signs the tokens of one answer. */
export async function issueUserTokens(machine: Machine, input: UserTokensInput): Promise<UserTokens> {
  const issuing = await gather(machine, input);
  // Only an ID token of the front channel names the access token beside it, so only then does one wait for the other.
  if (input.idToken && input.channel === "front") {
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
  readonly memberships: MembershipsOfAnswer;
  /** Claims that the client wants in ID tokens, and the resource in access tokens. */
  readonly wantedByClient: WantedClaims;
  readonly wantedByResource: WantedClaims;
  readonly addresses: AddressOwnership | undefined;
  readonly loginHint: string;
  readonly now: Date;
}

async function gather(machine: Machine, input: UserTokensInput): Promise<Issuing> {
  const { tenant, client, user, signIn, requested, access, idToken } = input;
  const resource = access?.resource;
  const wantedByClient = wantedClaims(client.application.optionalClaims.idToken, requested.idToken);
  const wantedByResource = wantedClaims(
    resource?.application.optionalClaims.accessToken,
    requested.accessToken,
  );
  const [memberships, addresses] = await Promise.all([
    findMembershipClaims(machine, tenant.tenantId, user.userId, {
      client: idToken && { party: client, wanted: wantedByClient },
      resource: resource && { party: resource, wanted: wantedByResource },
    }),
    findAddressOwnership(machine, tenant, user, signIn, wantedByClient, wantedByResource),
  ]);
  const loginHint = loginHintClaim(user, (text) => Buffer.from(text).toString("base64url"));
  const now = machine.clock();
  return { machine, input, memberships, wantedByClient, wantedByResource, addresses, loginHint, now };
}

async function signIdToken(issuing: Issuing, accessToken: string | undefined): Promise<string | undefined> {
  const { machine, input, addresses, loginHint, now } = issuing;
  const { tenant, client, user, idToken, signIn, channel } = input;
  if (!idToken) return undefined;
  const { applicationId } = client.application;
  const claims = idTokenClaims({
    publicUrl: machine.configuration.publicUrl,
    tenantId: tenant.tenantId,
    version: input.version,
    applicationId,
    user,
    subject: pairwiseSubject(tenant, user.userId, applicationId),
    signIn,
    scopes: input.openIdScopes,
    wanted: issuing.wantedByClient,
    memberships: issuing.memberships.client,
    groupsEndpoint: groupsEndpoint(machine, user),
    addresses,
    nonce: idToken.nonce,
    channel,
    codeHash: idToken.code && halfHash(idToken.code),
    accessTokenHash: accessToken && halfHash(accessToken),
    loginHint,
    tokenId: newTokenId(),
    now,
  });
  return signToken(machine, claims);
}

async function signAccessToken(issuing: Issuing): Promise<UserTokens["accessToken"]> {
  const { machine, input, addresses, loginHint, now } = issuing;
  const { tenant, client, user, access, signIn, channel } = input;
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
    signIn,
    scopes: access.scopes,
    wanted: issuing.wantedByResource,
    memberships: issuing.memberships.resource,
    clientCapabilities: input.requested.clientCapabilities,
    channel,
    addresses,
    loginHint,
    groupsEndpoint: groupsEndpoint(machine, user),
    tokenId: newTokenId(),
    now,
    lifetimeSeconds,
  });
  return { text: await signToken(machine, claims), issuedAt: now, lifetimeSeconds };
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
