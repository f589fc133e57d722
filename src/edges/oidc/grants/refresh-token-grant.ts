import { findRefreshToken, redeemRefreshToken } from "../../../domain/tokens/redeem-refresh-token.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import { checkAccessDemand } from "../check-access-demand.ts";
import { checkRedeemer } from "../check-redeemer.ts";
import { chooseAccess } from "../choose-access.ts";
import { isUserAssigned } from "../is-user-assigned.ts";
import { checkProofAge } from "../rules/check-proof-age.ts";
import type { ProtocolRefusal } from "../rules/protocol-error.ts";
import { parseScope } from "../rules/requested-scopes.ts";
import { scopesForRedemption } from "../rules/scopes-for-redemption.ts";
import type { Grant, TokenAnswer, TokenRequest } from "../token-request.ts";
import { userTokenAnswer } from "../user-token-answer.ts";

/** New tokens without the person (RFC 6749 section 6), for any resource the client has consent for. */
export const refreshTokenGrant: Grant = async (machine, request) => {
  const text = request.parameters.get("refresh_token");
  if (text === undefined) return refuse({ code: "parameter-missing", detail: "refresh_token" });
  const found = await findRefreshToken(machine, request.tenant.tenantId, text);
  if (!found.ok) return found;
  const answer = await refresh(machine, request, found.value);
  if (answer.ok || found.value.grant.platform === "spa" || !endsTheGrant(answer.refusal)) return answer;
  // Installed and web clients learn by this word that only the person can help; browsers try a silent sign-in first.
  return refuse({ ...answer.refusal, suberror: "bad_token" });
};

function endsTheGrant(refusal: ProtocolRefusal): boolean {
  return [
    "refresh-token-expired",
    "refresh-token-reused",
    "refresh-token-revoked",
    "sessions-revoked",
  ].includes(refusal.code);
}

type FoundToken = Parameters<typeof redeemRefreshToken>[1];

async function refresh(
  machine: Machine,
  request: TokenRequest,
  token: FoundToken,
): Promise<Result<TokenAnswer, ProtocolRefusal>> {
  const { tenant, client, parameters } = request;
  const { applicationId } = client.application;
  if (token.applicationId !== applicationId) return refuse({ code: "refresh-token-of-another-client" });
  // Under an alias people are who they are at home; a guest's token is good where they are a guest.
  if (request.alias && token.grant.signIn.authenticatedBy)
    return refuse({ code: "refresh-token-of-another-tenant" });
  const proof = await checkRedeemer(machine, request, token.grant);
  if (!proof.ok) return proof;

  const tooOld = checkProofAge(parameters.get("claims"), token.grant.signIn.authenticatedAt);
  if (tooOld) return refuse(tooOld);
  const granted = parseScope(token.grant.scope);
  if (!granted.ok) return granted;
  const scopes = scopesForRedemption(granted.value, request.asked.text, { mayDropOpenIdScopes: true });
  if (!scopes.ok) return scopes;
  const { userId } = token;
  const [access, isAssigned] = await Promise.all([
    chooseAccess(machine, { tenant, client, userId, ...scopes.value, mustBeOneResource: false }),
    isUserAssigned(machine, request, userId),
  ]);
  if (!access.ok) return access;
  if (!isAssigned) return refuse({ code: "user-not-assigned" });
  const { signIn, platform } = token.grant;
  const demanded = await checkAccessDemand(machine, request, {
    user: token,
    signIn,
    access: access.value,
    // The server of a web application asks from its own place, which says nothing about where the person is.
    networkAddress: platform === "web" ? signIn.ipAddress : request.networkAddress,
  });
  if (!demanded.ok) return demanded;

  const redeemed = await redeemRefreshToken(machine, token, applicationId);
  if (!redeemed.ok) return redeemed;
  return accept(
    await userTokenAnswer(machine, request, {
      ...redeemed.value,
      nonce: undefined,
      openId: scopes.value.openId,
      access: access.value,
      policyOutcomes: demanded.value,
      clientProof: proof.value,
      isRecorded: false,
    }),
  );
}
