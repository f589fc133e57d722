import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { AuthenticatorApp } from "./rules/authenticator-app.ts";
import { selectFactor } from "./second-factor-store.ts";

/** The authenticator app of a user, if they have set one up. */
export async function findAuthenticatorApp(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
): Promise<AuthenticatorApp | undefined> {
  const row = await selectFactor(handle, tenantId, userId);
  return row && { factorId: row.factorId, setUpAt: row.setUpAt };
}
