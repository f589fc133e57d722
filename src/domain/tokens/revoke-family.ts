import type { TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { revokeTokensOfFamily } from "./refresh-token-store.ts";

/**
 * Ends everything that grew from one sign-in. A rotation that was under way stores its successor unseen by the
 * first pass, so passes are repeated until one finds nothing alive.
 */
export async function revokeFamily(machine: Machine, tenantId: TenantId, familyId: string): Promise<void> {
  const now = machine.clock();
  for (;;) {
    if ((await revokeTokensOfFamily(machine.database, tenantId, familyId, now)) === 0) return;
  }
}
