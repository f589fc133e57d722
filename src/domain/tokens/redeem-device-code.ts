import type { ApplicationId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { findUser } from "../directory/find-user.ts";
import type { User } from "../directory/rules/user.ts";
import { markDeviceRedeemed } from "./device-authorization-store.ts";
import { homeStanding } from "./home-standing.ts";
import { type NewTokenOfFamily, newTokenOfFamily } from "./new-refresh-token.ts";
import { insertRefreshToken } from "./refresh-token-store.ts";
import type { AuthorizationGrant } from "./rules/authorization-grant.ts";
import {
  type DeviceAuthorization,
  type DeviceCodeRefusal,
  deviceCodeRefusal,
} from "./rules/device-authorization.ts";
import { type GrantVoid, grantVoid } from "./rules/grant-holder.ts";

export interface RedeemedDevice {
  readonly grant: AuthorizationGrant;
  readonly user: User;
  readonly refreshToken: NewTokenOfFamily | undefined;
}

/** Redeems an approved device code, once (RFC 8628 section 3.5): of many polls at the same moment one wins. */
export async function redeemDeviceCode(
  machine: Machine,
  device: DeviceAuthorization,
  client: { readonly applicationId: ApplicationId; readonly withRefreshToken: boolean },
): Promise<Result<RedeemedDevice, { readonly code: DeviceCodeRefusal | GrantVoid }>> {
  const now = machine.clock();
  const refusal = deviceCodeRefusal(device, client.applicationId, now);
  if (refusal) return refuse({ code: refusal });
  const { approved, tenantId, applicationId } = device;
  if (!approved || !tenantId) throw new Error("an approved device has a person and a tenant");
  const { userId, grant } = approved;
  const user = await findUser(machine.database, tenantId, userId);
  const voided = grantVoid(user, new Date(grant.grantedAt), await homeStanding(machine, grant.signIn));
  if (voided || !user) return refuse({ code: voided ?? "user-unknown" });

  const refreshToken = client.withRefreshToken
    ? newTokenOfFamily({ tenantId, familyId: newIdentifier(), applicationId, userId, grant }, now, undefined)
    : undefined;
  const isFirst = await machine.database.transaction().execute(async (transaction) => {
    if (!(await markDeviceRedeemed(transaction, device.deviceCodeHash, now))) return false;
    if (refreshToken) await insertRefreshToken(transaction, now, refreshToken.row);
    return true;
  });
  return isFirst ? accept({ grant, user, refreshToken }) : refuse({ code: "device-code-used" });
}
