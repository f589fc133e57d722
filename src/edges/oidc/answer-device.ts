import type { Context } from "hono";
import { findApplicationInTenant } from "../../domain/applications/find-application.ts";
import { approveDevice, declineDevice } from "../../domain/tokens/decide-device-authorization.ts";
import type { AuthorizationGrant } from "../../domain/tokens/rules/authorization-grant.ts";
import { clientAddress } from "../shared/request-context.ts";
import type { DevicePlan } from "./device-plan.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import { recordOutcome } from "./record-outcome.ts";
import type { SignInCompleted, SignInRefused } from "./sign-in-port.ts";

/** Lets a device in whose person has signed in and said that it is theirs; the device learns it by polling. */
export async function answerDevice(
  c: Context,
  { machine, pages }: OidcPorts,
  plan: DevicePlan,
  { signIn, user }: SignInCompleted,
): Promise<Response> {
  const { tenantId, applicationId } = signIn;
  const client = await findApplicationInTenant(machine.database, tenantId, applicationId);
  if (!client) throw new Error("client vanished during a sign-in");
  const grant: AuthorizationGrant = {
    redirectUri: "",
    platform: "public-client",
    scope: plan.scope,
    grantedAt: machine.clock().toISOString(),
    signIn: {
      sessionId: signIn.accountId,
      amr: signIn.amr,
      authenticatedAt: signIn.authenticatedAt.toISOString(),
      ipAddress: clientAddress(c, machine.configuration.behindProxy),
      authenticatedBy: signIn.authenticatedBy,
    },
    requestedClaims: [],
  };
  const approval = { tenantId, userId: user.userId, grant };
  const isInTime = await approveDevice(machine, Buffer.from(plan.deviceCodeHash, "hex"), approval);
  await recordOutcome(c, machine, {
    tenantId,
    client,
    user,
    signIn: grant.signIn,
    isInteractive: true,
    policies: signIn.policyOutcomes,
    errorCode: isInTime ? 0 : 70019,
    ...(isInTime ? {} : { failureReason: "device-code-expired" }),
    details: { grant: "device_code" },
  });
  return pages.showDeviceEnd(c, {
    applicationName: client.application.displayName,
    end: isInTime ? "approved" : "too-late",
  });
}

/** Sends a device away whose person said no. */
export async function refuseDevice(
  c: Context,
  { machine, pages }: OidcPorts,
  plan: DevicePlan,
  { request, aadsts, description }: SignInRefused,
): Promise<Response> {
  const { tenantId, applicationId } = request;
  const client = await findApplicationInTenant(machine.database, tenantId, applicationId);
  const isInTime = await declineDevice(machine, Buffer.from(plan.deviceCodeHash, "hex"));
  if (client)
    await recordOutcome(c, machine, {
      tenantId,
      client,
      isInteractive: true,
      errorCode: aadsts,
      failureReason: description,
      details: { grant: "device_code" },
    });
  return pages.showDeviceEnd(c, {
    applicationName: client?.application.displayName ?? "",
    end: isInTime ? "declined" : "too-late",
  });
}
