import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../../test/support/free-port.ts";
import type { WatchedProcesses } from "../load/drive-load.ts";
import { databaseProcess } from "../service/benched-service.ts";

/** The running reference. */
export interface RunningReference {
  readonly port: number;
  readonly processes: WatchedProcesses;
  remove(): Promise<void>;
}

/** Starts the reference on an empty database. */
export async function startReference(): Promise<RunningReference> {
  const dataDirectory = mkdtempSync(join(tmpdir(), "guesthouse-reference-"));
  const port = await freePort();
  const program = fileURLToPath(new URL("reference-server.ts", import.meta.url));
  const child = fork(program, [String(port), dataDirectory], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error("the reference did not start"))),
  ]);
  return {
    port,
    processes: { service: child.pid ?? 0, database: databaseProcess(dataDirectory) },
    async remove() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
