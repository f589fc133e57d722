import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordSignIn } from "../audit/record-sign-in.ts";
import { findUser } from "../directory/find-user.ts";

/**
 * Writes to a tenant's sign-in log that one of its people proved to be themselves to an organisation of another
 * deployment, which asked.
 */
export async function recordHomeSignIn(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly userId: UserId; readonly askedBy: string },
): Promise<void> {
  const user = await findUser(machine.database, input.tenantId, input.userId);
  if (!user) return;
  await recordSignIn(machine.database, machine.clock(), circumstances, {
    tenantId: input.tenantId,
    user: { id: user.userId, name: user.userPrincipalName, kind: user.kind },
    isInteractive: true,
    errorCode: 0,
    details: { askedBy: input.askedBy },
  });
}
