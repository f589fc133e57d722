import { StartRefused } from "../../foundation/start-refused.ts";
import type { Mode } from "../../platform/config/configuration.ts";
import type { Database } from "../../platform/database/database.ts";
import { readSetting, writeSetting } from "../../platform/database/setting.ts";

const markName = "data-kind";

/**
 * Data belongs to the mode it was made in. Throws StartRefused when production is started on a demo's data, whose
 * passwords everybody knows, or a demo on an organisation's real data.
 */
export async function claimDataFor(mode: Mode, database: Database, where: string): Promise<void> {
  const mark = await readSetting(database, markName);
  if (mark === undefined) return writeSetting(database, markName, mode);
  if (mark === mode) return;
  throw mode === "production"
    ? new StartRefused(
        "demo-data-in-production",
        `The data in ${where} belongs to a demo: its accounts have passwords that everybody knows.\n` +
          "  Start production with another GUESTHOUSE_DATA_DIR or DATABASE_URL.",
      )
    : new StartRefused(
        "production-data-in-demo",
        `The data in ${where} belongs to a production service; a demo would add accounts with known passwords.\n` +
          "  Start the demo with another GUESTHOUSE_DATA_DIR or DATABASE_URL.",
      );
}
