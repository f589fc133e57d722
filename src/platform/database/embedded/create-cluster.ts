import { randomBytes } from "node:crypto";
import { lchown, mkdir, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { StartRefused } from "../../../foundation/start-refused.ts";
import { type Cluster, clusterFromWithin, databaseName, roleName, superuserName } from "./cluster.ts";
import { programOf, type Runtime } from "./find-runtime.ts";
import { isAlive } from "./postmaster-file.ts";
import { type ProgramSetting, runProgram } from "./run-program.ts";
import { findNamedUser, type ServerUser } from "./server-user.ts";

/**
 * Makes the cluster under another name and gives it its own when it is complete and on disk. So a start that is
 * killed half-way leaves nothing that looks like data, and of two first starts at once one wins.
 */
export async function createCluster(
  cluster: Cluster,
  runtime: Runtime,
  user: ServerUser | undefined,
): Promise<void> {
  const parent = dirname(cluster.directory);
  await makeWritable(parent);
  await removeUnfinished(cluster);
  const unfinished = { ...cluster, directory: `${cluster.directory}.new-${process.pid}` };
  await mkdir(unfinished.directory, { mode: 0o700 });
  try {
    const maker = await chooseMaker(user);
    if (maker.user) await handOver(unfinished.directory, maker.user);
    await initialise(unfinished, runtime, maker);
    await makeRolesAndDatabase(unfinished, runtime, maker);
    if (user) await handOver(unfinished.directory, user);
    await writeToDisk(unfinished.directory);
    await rename(unfinished.directory, cluster.directory);
    await syncDirectory(parent);
  } catch (error) {
    await rm(unfinished.directory, { recursive: true, force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== "ENOTEMPTY" && code !== "EEXIST") throw error;
  }
}

/** As whom the cluster is made. */
type Maker = Pick<ProgramSetting, "user" | "appearAs">;

/** The programs that make a cluster insist on a user with a name, which the one they are for may not have. */
async function chooseMaker(user: ServerUser | undefined): Promise<Maker> {
  if (user) return { user: await findNamedUser() };
  return { user, appearAs: hasName() ? undefined : await findNamedUser() };
}

function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

async function makeWritable(dataDirectory: string): Promise<void> {
  try {
    await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
    const probe = join(dataDirectory, `.writable-${process.pid}`);
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    throw new StartRefused(
      "data-directory-not-writable",
      `The data directory ${dataDirectory} cannot be written: ${(error as Error).message}.\n` +
        "  It is set by GUESTHOUSE_DATA_DIR (default ./data). Make it writable for the user that Guesthouse runs as,\n" +
        "  choose another one, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
}

async function removeUnfinished(cluster: Cluster): Promise<void> {
  const prefix = `${basename(cluster.directory)}.new-`;
  const parent = dirname(cluster.directory);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length));
    if (pid === process.pid || !isAlive(pid)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

async function initialise(cluster: Cluster, runtime: Runtime, maker: Maker): Promise<void> {
  const result = await runProgram(
    programOf(runtime, "initdb"),
    [
      `--pgdata=${clusterFromWithin(cluster)}`,
      `--username=${superuserName}`,
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--auth=trust", // Replaced below, before the first server starts.
      "--no-sync", // Done once at the end, together with what is added.
      "--no-instructions",
    ],
    { ...maker, cwd: cluster.directory },
  );
  if (!result.succeeded) throw cannotCreate(cluster, result.output);
  const whoMayConnect = ["local all all", "host all all 127.0.0.1/32"].map(
    (line) => `${line} scram-sha-256\n`,
  );
  await writeFile(join(cluster.directory, "pg_hba.conf"), whoMayConnect.join(""));
}

/** In PostgreSQL's single-user mode: nobody else can connect, and the password passes through a pipe only. */
async function makeRolesAndDatabase(cluster: Cluster, runtime: Runtime, maker: Maker): Promise<void> {
  const password = randomBytes(24).toString("base64url");
  const result = await runProgram(
    programOf(runtime, "postgres"),
    ["--single", "-F", "-D", clusterFromWithin(cluster), "-c", "exit_on_error=true", "postgres"],
    {
      ...maker,
      cwd: cluster.directory,
      input:
        `ALTER ROLE ${superuserName} PASSWORD '${password}';\n` +
        `CREATE ROLE ${roleName} LOGIN PASSWORD '${password}';\n` +
        `CREATE DATABASE ${databaseName} OWNER ${roleName};\n`,
    },
  );
  if (!result.succeeded) throw cannotCreate(cluster, result.output);
  await writeFile(join(cluster.directory, basename(cluster.passwordFile)), password, { mode: 0o600 });
}

function cannotCreate(cluster: Cluster, output: string): Error {
  if (!/could not look up effective user ID|unshare/.test(output)) {
    return new Error(
      `The embedded database could not be set up in ${cluster.directory}: ${output.slice(-2000)}`,
    );
  }
  return new StartRefused(
    "user-without-name",
    `PostgreSQL refuses to be set up by a user without a name, and /etc/passwd has none for id ${process.getuid?.()}.\n` +
      "  Start Guesthouse as a user that has one (in a container: as root, or for example with --user node),\n" +
      "  or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

/** Gives a directory and everything in it to the server's user: after making it, and after root restored it. */
export async function handOver(directory: string, user: ServerUser): Promise<void> {
  if ((await stat(directory)).uid === user.uid) return;
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(paths.map((path) => lchown(path, user.uid, user.gid)));
  await lchown(directory, user.uid, user.gid); // Last: it is the sign that all is done.
}

async function writeToDisk(directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    await syncFile(join(entry.parentPath, entry.name));
  }
  for (const entry of entries.filter((candidate) => candidate.isDirectory())) {
    await syncDirectory(join(entry.parentPath, entry.name));
  }
  await syncDirectory(directory);
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync();
  await file.close();
}

async function syncDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return; // Windows cannot sync a directory, and does not need it.
  const directory = await open(path, "r");
  await directory.sync();
  await directory.close();
}
