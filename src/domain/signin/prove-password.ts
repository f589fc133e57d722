import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { verifyPassword } from "../../platform/secrets/password.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordSignIn } from "../audit/record-sign-in.ts";
import { findMemberBySignInName, passwordHashOf } from "../directory/find-user.ts";
import type { User } from "../directory/rules/user.ts";
import { tenantIdentity } from "../federation/connectors/tenant/tenant-identity.ts";
import type { Proof } from "./rules/proof.ts";

export type PasswordRefusal =
  | { readonly code: "credentials-wrong" }
  | { readonly code: "account-disabled" }
  | { readonly code: "too-many-tries"; readonly retryAfterSeconds: number };

/**
 * Checks a member's password at their own tenant. An unknown address costs the same time and gets the same answer
 * as a wrong password. A disabled account is named only to somebody who knows its password.
 */
export async function provePassword(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly address: string; readonly password: string },
): Promise<Result<Proof, PasswordRefusal>> {
  const account = `${input.tenantId} ${input.address.toLowerCase()}`;
  const network = circumstances.ipAddress ?? "unknown";
  // Counted before it is checked: of many tries at once no more are checked than are allowed.
  const waitSeconds =
    (await machine.limits.consume("password-by-account", account)) ??
    (await machine.limits.consume("password-by-network", network));
  if (waitSeconds !== undefined) return refuse({ code: "too-many-tries", retryAfterSeconds: waitSeconds });

  const found = await findMemberBySignInName(machine.database, input.address);
  const member = found?.tenant.tenantId === input.tenantId ? found.user : undefined;
  const storedHash = member && (await passwordHashOf(machine.database, member.tenantId, member.userId));
  const correct = await verifyPassword(storedHash, input.password);

  if (!member || !correct) {
    await recordRefusal(machine, circumstances, input.tenantId, member, 50126, "credentials-wrong");
    return refuse({ code: "credentials-wrong" });
  }
  await machine.limits.forget("password-by-account", account);
  await machine.limits.giveBack("password-by-network", network);
  if (!member.accountEnabled) {
    await recordRefusal(machine, circumstances, input.tenantId, member, 50057, "account-disabled");
    return refuse({ code: "account-disabled" });
  }
  return accept({ identity: tenantIdentity(member), displayName: member.displayName, amr: ["pwd"] });
}

async function recordRefusal(
  machine: Machine,
  circumstances: Circumstances,
  tenantId: TenantId,
  member: User | undefined,
  errorCode: number,
  failureReason: string,
): Promise<void> {
  await recordSignIn(machine.database, machine.clock(), circumstances, {
    tenantId,
    ...(member && { user: { id: member.userId, name: member.userPrincipalName, kind: member.kind } }),
    isInteractive: true,
    errorCode,
    failureReason,
  });
}
