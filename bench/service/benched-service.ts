import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type OpenMachine, openMachine } from "../../src/app/open-machine.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { type DemoDescription, startGuesthouse } from "../../test/support/start-guesthouse.ts";
import type { WatchedProcesses } from "../load/drive-load.ts";

/** The real service as a process of its own, on the embedded PostgreSQL with the settings of production. */
export interface BenchedService {
  readonly port: number;
  readonly publicUrl: string;
  readonly dataDirectory: string;
  readonly demo: DemoDescription;
  readonly processes: WatchedProcesses;
  /** Works on the service's data from this process. */
  openBeside(): Promise<OpenMachine>;
  remove(): Promise<void>;
}

/** Starts the service with the demo's organisations, logging every request as production does. */
export async function startBenchedService(): Promise<BenchedService> {
  const running = await startGuesthouse({
    logFile: "/dev/null",
    environment: { NODE_ENV: "production", LOG_LEVEL: "info", ...benchEnvironment() },
  });
  const { dataDirectory, publicUrl } = running;
  const port = Number(new URL(publicUrl).port);
  const service = running.process.pid ?? 0;
  return {
    port,
    publicUrl,
    dataDirectory,
    demo: running.demo,
    processes: { service, database: databaseProcess(dataDirectory) },
    openBeside: () =>
      openMachine(
        readConfiguration(
          { GUESTHOUSE_DATA_DIR: dataDirectory, PORT: String(port), LOG_LEVEL: "warn" },
          { mode: "demo" },
        ),
        { serves: false },
      ),
    remove: () => running.remove(),
  };
}

/** `BENCH_NODE_OPTIONS="--cpu-prof --cpu-prof-dir=DIR"` profiles the service alone. */
function benchEnvironment(): Record<string, string> {
  const options = process.env["BENCH_NODE_OPTIONS"];
  return options ? { NODE_OPTIONS: options } : {};
}

/** The process id of the embedded PostgreSQL below a data directory. */
export function databaseProcess(dataDirectory: string): number {
  return Number(readFileSync(join(dataDirectory, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}
