import { createHash } from "node:crypto";
import type { Runtime } from "./find-runtime.ts";

/** The server's settings as parameters of its command line, and a mark by which a later start knows them again. */
export interface ServerSettings {
  readonly parameters: readonly string[];
  readonly mark: string;
}

/** A small server that keeps every acknowledged change. */
const durable: Readonly<Record<string, string>> = {
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  shared_buffers: "128MB",
  max_connections: "100",
  // Nobody replicates from it: less to write for each change, nothing less durable.
  wal_level: "minimal",
  max_wal_senders: "0",
  wal_compression: "on",
  max_wal_size: "1GB",
  jit: "off",
  max_parallel_workers_per_gather: "0",
  timezone: "UTC",
  log_timezone: "UTC",
  // Guesthouse reports failed statements itself; here they would put personal data into a file.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
  log_lock_waits: "off",
};

/** Tests throw their data away. */
const throwaway: Readonly<Record<string, string>> = {
  ...durable,
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
};

/** Settings for data that matter, or for a test's. */
export function serverSettings(runtime: Runtime, isDurable: boolean): ServerSettings {
  const settings = Object.entries(isDurable ? durable : throwaway).map(([name, value]) => `${name}=${value}`);
  const mark = createHash("sha256")
    .update([runtime.directory, runtime.version, ...settings].join("\n"))
    .digest("hex")
    .slice(0, 16);
  return { parameters: [...settings, `guesthouse.mark=${mark}`].flatMap((setting) => ["-c", setting]), mark };
}
