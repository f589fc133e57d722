import type { Database } from "../database/database.ts";
import { keepSetting } from "../database/setting.ts";
import type { MasterKey } from "./master-key.ts";

/**
 * Whether this is the master key the data was made with. The first one asked about is recorded, by a digest that
 * does not open anything.
 */
export async function isRecordedMasterKey(database: Database, masterKey: MasterKey): Promise<boolean> {
  const mark = masterKey.authenticate("data-mark", "guesthouse").toString("base64url");
  return (await keepSetting(database, "master-key-mark", mark)) === mark;
}
