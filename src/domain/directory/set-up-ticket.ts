import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import { keepSetting, readSetting, removeSetting } from "../../platform/database/setting.ts";
import type { Machine } from "../../platform/machine.ts";
import type { MasterKey } from "../../platform/secrets/master-key.ts";
import { newOpaqueToken, sameDigest } from "../../platform/secrets/opaque-token.ts";
import { listTenants } from "./find-tenant.ts";

const settingName = "set-up-ticket";

/**
 * The ticket for setting up the first tenant, or undefined when there is one already. It is made from a stored
 * random text and the master key: nodes that start together tell the same one, and the database alone tells none.
 */
export async function findSetUpTicket({ database, masterKey }: Machine): Promise<string | undefined> {
  if ((await listTenants(database)).length > 0) return undefined;
  const seed = String(await keepSetting(database, settingName, newOpaqueToken()));
  return ticketOf(masterKey, seed).toString("base64url");
}

/** Whether a ticket opens the set-up: there is still no tenant. */
export async function isSetUpTicket({ database, masterKey }: Machine, ticket: string): Promise<boolean> {
  if ((await listTenants(database)).length > 0) return false;
  return (await seedOf(database, masterKey, ticket)) !== undefined;
}

/** Uses a ticket up; false when it is not the one, or was used a moment ago. */
export async function takeSetUpTicket(
  transaction: DatabaseTransaction,
  masterKey: MasterKey,
  ticket: string,
): Promise<boolean> {
  const seed = await seedOf(transaction, masterKey, ticket);
  return seed !== undefined && removeSetting(transaction, settingName, seed);
}

function ticketOf(masterKey: MasterKey, seed: string): Buffer {
  return masterKey.authenticate("set-up", seed);
}

/** What a ticket was made from, if it was made here. */
async function seedOf(
  handle: DatabaseHandle,
  masterKey: MasterKey,
  ticket: string,
): Promise<string | undefined> {
  const seed = await readSetting(handle, settingName);
  if (typeof seed !== "string") return undefined;
  return sameDigest(ticketOf(masterKey, seed), Buffer.from(ticket, "base64url")) ? seed : undefined;
}
