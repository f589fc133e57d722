import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { StartRefused } from "../../../foundation/start-refused.ts";
import type { Log } from "../../telemetry/log.ts";
import { noRuntime, programOf, type Runtime } from "./find-runtime.ts";
import { runProgram } from "./run-program.ts";
import type { ServerUser } from "./server-user.ts";

/**
 * A runtime that the server's user can run. A Guesthouse that is root and was installed below a directory closed
 * to others (such as /root, mode 0700) keeps a copy of PostgreSQL where its server's user can reach it.
 */
export async function reachRuntime(
  installed: Runtime,
  user: ServerUser | undefined,
  log: Log,
  shelves: readonly string[] = ["/var/lib/guesthouse", tmpdir()],
): Promise<Runtime> {
  const obstacle = await whyItDoesNotRun(installed, user);
  if (!obstacle) return installed;
  if (!user) throw noRuntime(process.platform, process.arch, obstacle);
  for (const shelf of shelves) {
    const copy = await keepCopy(installed, shelf).catch((error: Error) => {
      log.debug({ shelf, error: error.message }, "no copy of PostgreSQL could be kept here");
      return undefined;
    });
    if (copy && !(await whyItDoesNotRun(copy, user))) return copy;
  }
  throw noRuntime(process.platform, process.arch, obstacle);
}

async function whyItDoesNotRun(runtime: Runtime, user: ServerUser | undefined): Promise<string | undefined> {
  const result = await runProgram(programOf(runtime, "postgres"), ["--version"], {
    user,
    cwd: dirname(process.execPath),
  });
  if (user && /\b(EPERM|EINVAL)\b/.test(result.output)) throw cannotChangeUser(result.output);
  return result.succeeded ? undefined : result.output;
}

function cannotChangeUser(why: string): StartRefused {
  return new StartRefused(
    "cannot-change-user",
    `PostgreSQL refuses to run as root, and this root may not run programs as another user (${why}).\n` +
      "  Start Guesthouse as an ordinary user, give its container the capabilities SETUID, SETGID and CHOWN,\n" +
      "  or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

/** A complete copy below `shelf` that only root can change: one that is there already, or a new one. */
async function keepCopy(installed: Runtime, shelf: string): Promise<Runtime> {
  const directory = join(shelf, `guesthouse-postgres-${installed.version}-${process.arch}`);
  const copy = { directory, version: installed.version };
  if ((await isOurs(directory)) && (await isComplete(installed.directory, directory))) return copy;
  await mkdir(shelf, { recursive: true, mode: 0o755 });
  const building = await mkdtemp(`${directory}-`);
  await cp(installed.directory, building, { recursive: true, verbatimSymlinks: true, filter: isNeededToRun });
  await openForReading(building);
  await rm(directory, { recursive: true, force: true });
  try {
    await rename(building, directory);
    return copy;
  } catch {
    // Another process was quicker, or somebody else holds the name: this copy serves as well under its own.
    return { directory: building, version: installed.version };
  }
}

/** In a directory that everybody may write, a name proves nothing: it must be root's, closed to others' changes. */
async function isOurs(directory: string): Promise<boolean> {
  const found = await lstat(directory).catch(() => undefined);
  return found?.isDirectory() === true && found.uid === 0 && (found.mode & 0o022) === 0;
}

async function isComplete(source: string, copy: string): Promise<boolean> {
  for (const path of await filesToRun(source)) {
    const [wanted, found] = await Promise.all([
      lstat(join(source, path)),
      lstat(join(copy, path)).catch(() => undefined),
    ]);
    if (found?.size !== wanted.size) return false;
  }
  return true;
}

async function filesToRun(source: string): Promise<string[]> {
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isNeededToRun)
    .map((path) => path.slice(source.length + 1));
}

/** Headers and static libraries are for those who build against PostgreSQL. */
function isNeededToRun(path: string): boolean {
  return !path.endsWith(".a") && !/\/(include|pkgconfig|pgxs)(\/|$)/.test(path);
}

async function openForReading(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const isProgram =
      entry.isDirectory() || dirname(join(entry.parentPath, entry.name)) === join(directory, "bin");
    await chmod(join(entry.parentPath, entry.name), isProgram ? 0o755 : 0o644);
  }
}
