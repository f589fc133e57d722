import { findCode, redeemCode } from "../../../domain/tokens/redeem-code.ts";
import { accept, refuse } from "../../../foundation/result.ts";
import { checkAccessDemand } from "../check-access-demand.ts";
import { checkRedeemer } from "../check-redeemer.ts";
import { chooseAccess } from "../choose-access.ts";
import { checkProofAge } from "../rules/check-proof-age.ts";
import type { ProtocolRefusal } from "../rules/protocol-error.ts";
import { parseScope } from "../rules/requested-scopes.ts";
import { scopesForRedemption } from "../rules/scopes-for-redemption.ts";
import type { Grant } from "../token-request.ts";
import { userTokenAnswer } from "../user-token-answer.ts";

/** A code for tokens (RFC 6749 section 4.1.3). Everything that can be refused is refused before the code is consumed. */
export const authorizationCodeGrant: Grant = async (machine, request) => {
  const { tenant, client, parameters } = request;
  const codeText = parameters.get("code");
  if (codeText === undefined) return refuse({ code: "parameter-missing", detail: "code" });
  const found = await findCode(machine, tenant.tenantId, codeText);
  if (!found.ok) return found;
  const code = found.value;
  const { applicationId } = client.application;
  if (code.applicationId !== applicationId) return refuse({ code: "code-of-another-client" });
  // An ID token that came with the code and the one that comes for it have one issuer.
  if ((code.grant.version ?? 2) !== request.version) return refuse({ code: "code-of-another-version" });
  if (code.grant.alias !== request.alias) return refuse({ code: "code-of-another-tenant" });
  const proof = await checkRedeemer(machine, request, code.grant);
  if (!proof.ok) return proof;

  const tooOld = checkProofAge(parameters.get("claims"), code.grant.signIn.authenticatedAt);
  if (tooOld) return refuse(tooOld);
  const granted = parseScope(code.grant.scope);
  if (!granted.ok) return granted;
  const { text: scopeText } = request.asked;
  if (scopeText?.trim() === "") return refuse({ code: "scope-empty-at-redemption" });
  const scopes = scopesForRedemption(granted.value, scopeText, { mayDropOpenIdScopes: false });
  if (!scopes.ok) return refuse(atRedemption(scopes.refusal));
  const { userId } = code;
  const mustBeOneResource = scopeText !== undefined;
  const access = await chooseAccess(machine, { tenant, client, userId, ...scopes.value, mustBeOneResource });
  if (!access.ok) return refuse(atRedemption(access.refusal));
  const { signIn } = code.grant;
  const demanded = await checkAccessDemand(machine, request, {
    user: code,
    signIn,
    access: access.value,
    networkAddress: signIn.ipAddress,
  });
  if (!demanded.ok) return demanded;

  const redeemed = await redeemCode(machine, {
    code,
    applicationId,
    redirectUri: parameters.get("redirect_uri"),
    codeVerifier: parameters.get("code_verifier"),
    withRefreshToken: granted.value.openId.has("offline_access"),
  });
  if (!redeemed.ok) return redeemed;
  return accept(
    await userTokenAnswer(machine, request, {
      ...redeemed.value,
      nonce: code.grant.nonce,
      openId: scopes.value.openId,
      access: access.value,
      policyOutcomes: demanded.value,
      clientProof: proof.value,
      isRecorded: true,
    }),
  );
};

/** A wrong scope has a number of its own where a code is redeemed: the person was asked for another, and cannot help. */
function atRedemption(refusal: ProtocolRefusal): ProtocolRefusal {
  return refusal.code === "scope-invalid" ? { ...refusal, code: "scope-invalid-at-redemption" } : refusal;
}
