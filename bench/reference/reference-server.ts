import { createServer } from "node:http";
import { openDatabase } from "../../src/platform/database/open-database.ts";
import { openLog } from "../../src/platform/telemetry/log.ts";
import { postgresAdapter } from "./postgres-adapter.ts";
import { referenceProvider } from "./reference-provider.ts";

/**
 * The reference as a process of its own, on the same PostgreSQL with the same settings as Guesthouse.
 * Usage: node bench/reference/reference-server.ts PORT DATA_DIRECTORY
 */
const [port = "", dataDirectory = ""] = process.argv.slice(2);
const opened = await openDatabase({ databaseUrl: undefined, dataDirectory, log: openLog("error") });
const provider = await referenceProvider(`http://localhost:${port}`, await postgresAdapter(opened.pool));
const server = createServer(provider.callback());
server.listen(Number(port), "127.0.0.1", () => process.send?.("ready"));
process.once("SIGTERM", async () => {
  server.close();
  server.closeAllConnections();
  await opened.close();
  process.exit(0);
});
