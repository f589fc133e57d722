import { homedir } from "node:os";
import type { CommandPort } from "../edges/cli/command-port.ts";
import { configurationFolder } from "../edges/cli/configuration-folder.ts";
import { readConfiguration } from "../platform/config/configuration.ts";
import { migrate } from "../platform/database/migrate.ts";
import { openDatabase } from "../platform/database/open-database.ts";
import { openLog } from "../platform/telemetry/log.ts";
import { openMachine } from "./open-machine.ts";
import { serve } from "./serve.ts";
import { asLastServed } from "./service-record.ts";

/** The commands' way into the house. */
export function commandPort(environment: Readonly<Record<string, string | undefined>>): CommandPort {
  return {
    personalFolder: configurationFolder(process.platform, environment, homedir()),
    serve: ({ https }) =>
      serve(readConfiguration(environment, { mode: "production", https }), { json: false }),
    // The checklist is the last thing on the terminal: a request a line would scroll it away.
    demo: ({ https, json }) =>
      serve(readConfiguration({ LOG_LEVEL: "warn", ...environment }, { mode: "demo", https }), { json }),
    async withMachine(work, options = {}) {
      const configuration = readConfiguration({ LOG_LEVEL: "warn", ...environment }, { mode: "demo" });
      const open = await openMachine(configuration, { serves: false, ...options });
      try {
        return await work(await asLastServed(open.machine, environment));
      } finally {
        await open.close();
      }
    },
    async migrate() {
      const configuration = readConfiguration(environment, { mode: "demo" });
      const opened = await openDatabase({
        databaseUrl: configuration.databaseUrl,
        dataDirectory: configuration.dataDirectory,
        log: openLog(configuration.logLevel),
        shareRunning: true,
      });
      try {
        return (await migrate(opened.database)).applied;
      } finally {
        await opened.close();
      }
    },
  };
}
