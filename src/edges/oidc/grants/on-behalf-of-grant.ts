import { acceptAssertion } from "../../../domain/tokens/accept-assertion.ts";
import { beginRefreshFamily } from "../../../domain/tokens/begin-refresh-family.ts";
import type { AuthorizationGrant } from "../../../domain/tokens/rules/authorization-grant.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import { authenticateClient } from "../authenticate-client.ts";
import { checkAccessDemand } from "../check-access-demand.ts";
import { chooseAccess } from "../choose-access.ts";
import { isUserAssigned } from "../is-user-assigned.ts";
import type { ProtocolRefusal } from "../rules/protocol-error.ts";
import { parseScope } from "../rules/requested-scopes.ts";
import type { Grant, TokenRequest } from "../token-request.ts";
import { userTokenAnswer } from "../user-token-answer.ts";

/**
 * A service that was called with a person's token gets one for the next service, still in the person's name (RFC 7523
 * section 2.1 with the dialect's `requested_token_use`). It may do there what was consented to for the service itself.
 */
export const onBehalfOfGrant: Grant = async (machine, request) => {
  const { tenant, client } = request;
  const asked = readParameters(request);
  if (!asked.ok) return asked;
  const proof = await authenticateClient(machine, request);
  if (!proof.ok) return proof;
  if (proof.value === "none") return refuse({ code: "credential-missing" });
  const accepted = await acceptAssertion(machine, {
    tenant,
    application: client.application,
    assertion: asked.value.assertion,
  });
  if (!accepted.ok) return accepted;

  const { user } = accepted.value;
  const { userId } = user;
  const scopes = parseScope(asked.value.scope);
  if (!scopes.ok) return scopes;
  const { openId } = scopes.value;
  const [access, isAssigned] = await Promise.all([
    chooseAccess(machine, { tenant, client, userId, openId, asked: scopes.value, mustBeOneResource: true }),
    isUserAssigned(machine, request, userId),
  ]);
  if (!access.ok) return access;
  if (!isAssigned) return refuse({ code: "user-not-assigned" });
  const { signIn } = accepted.value.grant;
  const demanded = await checkAccessDemand(machine, request, {
    user,
    signIn,
    access: access.value,
    networkAddress: signIn.ipAddress,
  });
  if (!demanded.ok) return demanded;

  const grant: AuthorizationGrant = {
    ...accepted.value.grant,
    redirectUri: "",
    platform: "web",
    scope: asked.value.scope,
    requestedClaims: [],
  };
  const { tenantId } = tenant;
  const { applicationId } = client.application;
  const refreshToken = openId.has("offline_access")
    ? await beginRefreshFamily(machine, { tenantId, applicationId, userId, grant })
    : undefined;
  return accept(
    await userTokenAnswer(machine, request, {
      user,
      grant,
      nonce: undefined,
      openId,
      access: access.value,
      policyOutcomes: demanded.value,
      refreshToken,
      clientProof: proof.value,
      isRecorded: false,
    }),
  );
};

function readParameters({
  parameters,
  version,
  asked,
  origin,
}: TokenRequest): Result<{ readonly assertion: string; readonly scope: string }, ProtocolRefusal> {
  if (origin !== undefined) return refuse({ code: "origin-not-allowed", detail: origin });
  if (parameters.get("requested_token_use") !== "on_behalf_of")
    return refuse({ code: "parameter-invalid", detail: "requested_token_use" });
  const [assertion, scope] = [parameters.get("assertion"), asked.text];
  if (assertion === undefined) return refuse({ code: "parameter-missing", detail: "assertion" });
  if (scope === undefined)
    return refuse({ code: "parameter-missing", detail: version === 1 ? "resource" : "scope" });
  return accept({ assertion, scope });
}
