import type { Circumstances } from "../../domain/audit/circumstances.ts";
import { findUserByPrincipalName } from "../../domain/directory/find-user.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { Machine } from "../../platform/machine.ts";
import { CommandRefused } from "./command-refused.ts";

/**
 * Who acts, for the log: the operator, or the person of the organisation named with `--as`, whose rights then count.
 * Throws CommandRefused when there is no such person.
 */
export async function actingPerson(
  machine: Machine,
  tenant: Tenant,
  userPrincipalName: string | undefined,
): Promise<Circumstances> {
  const trace = {
    correlationId: newIdentifier(),
    ipAddress: undefined,
    userAgent: "guesthouse command line",
  };
  if (userPrincipalName === undefined) return { ...trace, actor: { kind: "operator" } };
  const user = await findUserByPrincipalName(machine.database, tenant.tenantId, userPrincipalName);
  if (user === undefined)
    throw new CommandRefused(
      `Nobody in ${tenant.displayName} has the user name ${userPrincipalName} (--as).`,
    );
  const { userId, displayName, mail: email } = user;
  return { ...trace, actor: { kind: "user", userId, displayName, email } };
}
