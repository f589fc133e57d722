import { findDeviceByDeviceCode } from "../../../domain/tokens/find-device-authorization.ts";
import { redeemDeviceCode } from "../../../domain/tokens/redeem-device-code.ts";
import { deviceCodeRefusal } from "../../../domain/tokens/rules/device-authorization.ts";
import { accept, refuse } from "../../../foundation/result.ts";
import { checkAccessDemand } from "../check-access-demand.ts";
import { checkRedeemer } from "../check-redeemer.ts";
import { chooseAccess } from "../choose-access.ts";
import { deviceCodeOf } from "../rules/device-code-of.ts";
import { parseScope } from "../rules/requested-scopes.ts";
import type { Grant } from "../token-request.ts";
import { userTokenAnswer } from "../user-token-answer.ts";

/**
 * A device asks whether its person is done (RFC 8628 section 3.4). It is never told to slow down: the dialect's
 * libraries give up at that word.
 */
export const deviceCodeGrant: Grant = async (machine, request) => {
  const { tenant, client, parameters } = request;
  const text = deviceCodeOf(parameters);
  if (text === undefined) return refuse({ code: "parameter-missing", detail: "device_code" });
  const { applicationId, allowsPublicClient } = client.application;
  if (!allowsPublicClient) return refuse({ code: "public-client-not-allowed" });
  const proof = await checkRedeemer(machine, request, { platform: "public-client", redirectUri: "" });
  if (!proof.ok) return proof;
  const device = await findDeviceByDeviceCode(machine, text);
  if (!device) return refuse({ code: "device-code-unknown" });
  const refusal = deviceCodeRefusal(device, applicationId, machine.clock());
  if (refusal) return refuse({ code: refusal });
  if (device.tenantId !== tenant.tenantId || device.alias !== request.alias)
    return refuse({ code: "device-code-of-another-tenant" });

  const scopes = parseScope(device.scope);
  if (!scopes.ok) return scopes;
  const { openId } = scopes.value;
  const { approved } = device;
  if (!approved) throw new Error("an approved device has a person");
  const { userId } = approved;
  const asked = { tenant, client, userId, openId, asked: scopes.value, mustBeOneResource: false };
  const access = await chooseAccess(machine, asked);
  if (!access.ok) return access;
  const { signIn } = approved.grant;
  const demanded = await checkAccessDemand(machine, request, {
    user: { tenantId: tenant.tenantId, userId },
    signIn,
    access: access.value,
    networkAddress: signIn.ipAddress,
  });
  if (!demanded.ok) return demanded;

  const withRefreshToken = openId.has("offline_access");
  const redeemed = await redeemDeviceCode(machine, device, { applicationId, withRefreshToken });
  if (!redeemed.ok) return redeemed;
  return accept(
    await userTokenAnswer(machine, request, {
      ...redeemed.value,
      nonce: undefined,
      openId,
      access: access.value,
      policyOutcomes: demanded.value,
      clientProof: proof.value,
      isRecorded: true,
    }),
  );
};
