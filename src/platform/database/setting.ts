import type { DatabaseHandle } from "./database.ts";

/** A fact about the whole deployment, kept in the database. */
export async function readSetting(handle: DatabaseHandle, name: string): Promise<unknown> {
  const row = await handle.selectFrom("setting").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value;
}

/** Sets or replaces a fact. */
export async function writeSetting(handle: DatabaseHandle, name: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value);
  await handle
    .insertInto("setting")
    .values({ name, value: json })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: json }))
    .execute();
}

/** Sets a fact unless it is set, and answers what it is then: the same to all who ask at once. */
export async function keepSetting(handle: DatabaseHandle, name: string, value: unknown): Promise<unknown> {
  await handle
    .insertInto("setting")
    .values({ name, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  return readSetting(handle, name);
}

/** Removes a fact if it still has this value; of several who try at once, one is told that it did. */
export async function removeSetting(handle: DatabaseHandle, name: string, value: unknown): Promise<boolean> {
  const removed = await handle
    .deleteFrom("setting")
    .where("name", "=", name)
    .where("value", "=", JSON.stringify(value))
    .returning("name")
    .executeTakeFirst();
  return removed !== undefined;
}
