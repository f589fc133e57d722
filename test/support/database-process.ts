// A process that opens the embedded database, for tests that need several processes or kill one.
// Usage: node database-process.ts DATA_DIRECTORY server|command|throwaway
// It writes one line of JSON for each thing that happens, answers the line "visit" and ends in order on SIGTERM.
import { createInterface } from "node:readline";
import type pg from "pg";
import { StartRefused } from "../../src/foundation/start-refused.ts";
import { clusterBelow } from "../../src/platform/database/embedded/cluster.ts";
import { openEmbedded } from "../../src/platform/database/embedded/open-embedded.ts";
import { readPostmasterFile } from "../../src/platform/database/embedded/postmaster-file.ts";
import { openPool } from "../../src/platform/database/open-pool.ts";
import { openLog } from "../../src/platform/telemetry/log.ts";

const [dataDirectory = "", kind] = process.argv.slice(2);
const log = openLog("silent");

function tell(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function countVisit(pool: pg.Pool): Promise<number> {
  await pool.query("create table if not exists visit (pid integer not null)");
  await pool.query("insert into visit values ($1)", [process.pid]);
  return (await pool.query("select count(*) as visits from visit")).rows[0].visits;
}

try {
  const server = await openEmbedded({
    dataDirectory,
    kind: kind === "command" ? "command" : "server",
    isDurable: kind !== "throwaway",
    log,
  });
  const pool = openPool(server.connection, 2, log);
  process.on("SIGTERM", async () => {
    await pool.end();
    await server.close();
    tell({ state: "closed" });
    process.exit(0);
  });
  const serverPid = (await readPostmasterFile(clusterBelow(dataDirectory)))?.pid;
  tell({ state: "ready", serverPid, visits: await countVisit(pool), connection: server.connection });
  createInterface({ input: process.stdin }).on("line", async () => {
    tell(
      await countVisit(pool).then(
        (visits) => ({ state: "visited", visits }),
        (error) => ({ state: "failed", error: String(error) }),
      ),
    );
  });
} catch (error) {
  const code = error instanceof StartRefused ? error.code : "unexpected";
  tell({ state: "refused", code, message: String((error as Error).message) });
  process.exit(1);
}
