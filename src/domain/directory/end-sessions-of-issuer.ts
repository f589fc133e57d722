import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import { announceEndedSessions } from "./announce-ended-sessions.ts";
import { voidSessionsOfIssuer } from "./identity-store.ts";

/**
 * Voids every session and token of the users whom an issuer vouched for, together with the end of the trust in it: else
 * whoever came in by a provider that proved false would stay as long as their refresh tokens.
 */
export async function endSessionsOfIssuer(
  machine: Machine,
  transaction: DatabaseTransaction,
  now: Date,
  { tenantId, issuer }: { readonly tenantId: TenantId; readonly issuer: string },
): Promise<void> {
  const users = await voidSessionsOfIssuer(transaction, tenantId, issuer, now);
  await announceEndedSessions(machine, transaction, now, ...users);
}
