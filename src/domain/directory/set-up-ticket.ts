import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { readSetting, removeSetting, writeSetting } from "../../platform/database/setting.ts";
import type { Machine } from "../../platform/machine.ts";
import { hashOpaqueToken, newOpaqueToken, sameDigest } from "../../platform/secrets/opaque-token.ts";
import { listTenants } from "./find-tenant.ts";

const settingName = "set-up-ticket";

/**
 * A fresh ticket for setting up the first tenant, or undefined when there is one already. Each start of a service
 * without tenants makes a new ticket; the earlier ones end.
 */
export async function newSetUpTicket(machine: Machine): Promise<string | undefined> {
  if ((await listTenants(machine.database)).length > 0) return undefined;
  const ticket = newOpaqueToken();
  await writeSetting(machine.database, settingName, hashOpaqueToken(ticket).toString("base64url"));
  return ticket;
}

/** Whether a ticket opens the set-up: it is the newest, and there is still no tenant. */
export async function isSetUpTicket(machine: Machine, ticket: string): Promise<boolean> {
  const stored = await readSetting(machine.database, settingName);
  if (typeof stored !== "string" || (await listTenants(machine.database)).length > 0) return false;
  return sameDigest(Buffer.from(stored, "base64url"), hashOpaqueToken(ticket));
}

/** Uses a ticket up; false when it is not the one, or was used a moment ago. */
export function takeSetUpTicket(transaction: DatabaseTransaction, ticket: string): Promise<boolean> {
  return removeSetting(transaction, settingName, hashOpaqueToken(ticket).toString("base64url"));
}
