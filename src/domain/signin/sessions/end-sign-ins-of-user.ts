import type { TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { DatabaseTransaction } from "../../../platform/database/database.ts";
import { tenantIssuer } from "../../directory/rules/external-identity.ts";
import type { SessionApplication } from "../rules/session-account.ts";
import {
  deleteAccountsOfIdentity,
  deleteApplicationsOfIdentity,
  deleteApplicationsOfUser,
} from "./session-user-store.ts";

/**
 * Takes a user's sign-ins out of every session, as far as they rest on a proof from before a moment. What a member
 * signed in to elsewhere as a guest rests on the same proof and ends with it. Returns what has ended.
 */
export async function endSignInsOfUser(
  transaction: DatabaseTransaction,
  input: { readonly tenantId: TenantId; readonly userId: UserId; readonly before: Date },
): Promise<readonly SessionApplication[]> {
  const { tenantId, userId, before } = input;
  const identity = { issuer: tenantIssuer(tenantId), subject: userId };
  const asUser = await deleteApplicationsOfUser(transaction, tenantId, userId, before);
  const elsewhere = await deleteApplicationsOfIdentity(transaction, identity, before);
  await deleteAccountsOfIdentity(transaction, identity, before);
  return [...asUser, ...elsewhere];
}
