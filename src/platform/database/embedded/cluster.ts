import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { StartRefused } from "../../../foundation/start-refused.ts";
import type { Runtime } from "./find-runtime.ts";

/** The directory that PostgreSQL keeps a Guesthouse's data in ("cluster" is PostgreSQL's word for it). */
export interface Cluster {
  readonly directory: string;
  readonly passwordFile: string;
  readonly logFile: string;
}

/** Names in the cluster: the owner of everything in it, the role Guesthouse works as, and its database. */
export const superuserName = "postgres";
export const roleName = "guesthouse";
export const databaseName = "guesthouse";

/** The cluster below a data directory; it need not exist yet. */
export function clusterBelow(dataDirectory: string): Cluster {
  const directory = join(resolve(dataDirectory), "postgres");
  return {
    directory,
    passwordFile: join(directory, "guesthouse.password"),
    logFile: join(directory, "server.log"),
  };
}

/**
 * How PostgreSQL's own programs call the directory they run in. Its absolute path may lead through a directory
 * closed to the server's user; on Linux this link leads there without passing the directories above.
 */
export function clusterFromWithin(cluster: Cluster): string {
  return process.platform === "linux" ? "/proc/self/cwd" : cluster.directory;
}

/** Whether the cluster is there; refuses one that another major version of PostgreSQL wrote. */
export async function clusterExists(cluster: Cluster, runtime: Runtime): Promise<boolean> {
  const written = (await readUnlessMissing(join(cluster.directory, "PG_VERSION")))?.trim();
  if (written === undefined) return false;
  const ours = runtime.version.split(".")[0];
  if (written === ours) return true;
  const isNewer = Number(written) > Number(ours);
  throw new StartRefused(
    isNewer ? "data-newer-than-program" : "data-older-than-database",
    `${cluster.directory} was written by PostgreSQL ${written}; this Guesthouse brings PostgreSQL ${ours}.\n` +
      (isNewer
        ? "  Start the newer Guesthouse that wrote it, or give this one another GUESTHOUSE_DATA_DIR."
        : "  Run the Guesthouse that wrote it, save the database with pg_dump, and restore it into an empty GUESTHOUSE_DATA_DIR."),
  );
}

/** The password of both roles of this cluster. */
export async function readPassword(cluster: Cluster): Promise<string> {
  return (await readFile(cluster.passwordFile, "utf8")).trim();
}

/** A file's content; undefined when there is no such file. Refuses when it is there and cannot be read. */
export async function readUnlessMissing(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    if (code !== "EACCES") throw error;
    throw new StartRefused(
      "data-directory-not-ours",
      `${path} cannot be read: it belongs to another user.\n` +
        "  Run this as the user that Guesthouse runs as, or correct GUESTHOUSE_DATA_DIR.",
    );
  }
}
