import { findRuntime } from "../../src/platform/database/embedded/find-runtime.ts";

/** The version of the PostgreSQL that comes along. */
export async function databaseVersion(): Promise<string> {
  return (await findRuntime()).version;
}
