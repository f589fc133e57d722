import type { ApplicationId, TenantId, UserId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { Machine } from "../../platform/machine.ts";
import { type NewTokenOfFamily, newTokenOfFamily } from "./new-refresh-token.ts";
import { insertRefreshToken } from "./refresh-token-store.ts";
import type { AuthorizationGrant } from "./rules/authorization-grant.ts";

/** Makes the first refresh token of a grant that came without a code. */
export async function beginRefreshFamily(
  machine: Machine,
  holder: {
    readonly tenantId: TenantId;
    readonly applicationId: ApplicationId;
    readonly userId: UserId;
    readonly grant: AuthorizationGrant;
  },
): Promise<NewTokenOfFamily> {
  const now = machine.clock();
  const token = newTokenOfFamily({ ...holder, familyId: newIdentifier() }, now, undefined);
  await insertRefreshToken(machine.database, now, token.row);
  return token;
}
