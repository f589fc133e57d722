import type { PolicyOutcome } from "../../domain/audit/rules/policy-outcome.ts";
import type { User } from "../../domain/directory/rules/user.ts";
import { issueUserTokens } from "../../domain/tokens/issue-user-tokens.ts";
import type { NewTokenOfFamily } from "../../domain/tokens/new-refresh-token.ts";
import type { ClientProof } from "../../domain/tokens/rules/access-token-claims.ts";
import type { AuthorizationGrant } from "../../domain/tokens/rules/authorization-grant.ts";
import type { Machine } from "../../platform/machine.ts";
import type { ChosenAccess } from "./choose-access.ts";
import { clientInfo } from "./client-info.ts";
import { accessTokenFields } from "./rules/access-token-fields.ts";
import type { OpenIdScope } from "./rules/requested-scopes.ts";
import type { TokenAnswer, TokenRequest } from "./token-request.ts";

/** What a redeemed code or refresh token gave. */
export interface RedeemedForUser {
  readonly user: User;
  readonly grant: AuthorizationGrant;
  readonly nonce: string | undefined;
  readonly openId: ReadonlySet<OpenIdScope>;
  readonly access: ChosenAccess;
  readonly refreshToken: NewTokenOfFamily | undefined;
  readonly clientProof: ClientProof;
  readonly isRecorded: boolean;
  /** What the tenant's conditional access policies said. */
  readonly policyOutcomes: readonly PolicyOutcome[];
}

/** The token response for a person (OpenID Connect Core section 3.1.3.3). */
export async function userTokenAnswer(
  machine: Machine,
  request: TokenRequest,
  redeemed: RedeemedForUser,
): Promise<TokenAnswer> {
  const { tenant, client, parameters, version } = request;
  const { user, grant, access, refreshToken } = redeemed;
  const tokens = await issueUserTokens(machine, {
    tenant,
    client,
    version,
    clientProof: redeemed.clientProof,
    user,
    signIn: grant.signIn,
    requested: { ...request.claims, idToken: [...grant.requestedClaims, ...request.claims.idToken] },
    channel: "back",
    openIdScopes: redeemed.openId,
    idToken: redeemed.openId.has("openid") ? { nonce: redeemed.nonce } : undefined,
    access,
  });
  const isBrowserApplication = grant.platform === "spa";
  const named = version === 1 ? (request.asked.resource ?? grant.resource) : undefined;
  return {
    body: {
      token_type: "Bearer",
      // Who names a resource instead of scopes is told the permissions by their short names.
      scope: named === undefined ? access.scopeAnswer : access.scopes.join(" "),
      ...accessTokenFields(tokens.accessToken, version, named ?? access.audience),
      refresh_token: refreshToken?.text,
      refresh_token_expires_in:
        refreshToken && isBrowserApplication ? secondsUntil(machine, refreshToken.expiresAt) : undefined,
      id_token: tokens.idToken,
      client_info:
        parameters.get("client_info") === "1"
          ? clientInfo(tenant.tenantId, user.userId, grant.signIn)
          : undefined,
    },
    resource: access.resource,
    person: { user, signIn: grant.signIn },
    isRecorded: redeemed.isRecorded,
    policyOutcomes: redeemed.policyOutcomes,
  };
}

function secondsUntil(machine: Machine, moment: Date): number {
  return Math.max(0, Math.floor((moment.getTime() - machine.clock().getTime()) / 1000));
}
