import type { TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import type { ApplicationInTenant } from "../applications/rules/application.ts";
import { newTokenId } from "./issue-user-tokens.ts";
import { applicationAccessTokenClaims, type ClientProof } from "./rules/access-token-claims.ts";
import type { IssuedAccessToken } from "./rules/issued-access-token.ts";
import { accessTokenLifetimeSeconds } from "./rules/lifetimes.ts";
import { signToken } from "./sign-token.ts";

export interface ApplicationTokenInput {
  readonly tenantId: TenantId;
  readonly client: ApplicationInTenant;
  readonly clientProof: ClientProof;
  readonly resource: ApplicationInTenant;
  readonly audience: string;
  /** Application permissions the client holds at the resource. */
  readonly roles: readonly string[];
  readonly clientCapabilities: readonly string[];
}

/** Makes and signs an access token for an application that acts as itself. */
export async function issueApplicationToken(
  machine: Machine,
  input: ApplicationTokenInput,
): Promise<IssuedAccessToken> {
  const now = machine.clock();
  const lifetimeSeconds = accessTokenLifetimeSeconds(Math.random());
  const claims = applicationAccessTokenClaims({
    publicUrl: machine.configuration.publicUrl,
    tenantId: input.tenantId,
    version: input.resource.application.accessTokenVersion,
    audience: input.audience,
    clientId: input.client.application.applicationId,
    clientProof: input.clientProof,
    servicePrincipalId: input.client.servicePrincipal.servicePrincipalId,
    roles: input.roles,
    clientCapabilities: input.clientCapabilities,
    tokenId: newTokenId(),
    now,
    lifetimeSeconds,
  });
  return { text: await signToken(machine, claims), issuedAt: now, lifetimeSeconds };
}
