import { readlink, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Cluster, readUnlessMissing } from "./cluster.ts";

/** What a running server (or one that was killed) says about itself in its lock file, postmaster.pid. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly hasSocket: boolean;
  readonly isReady: boolean;
}

/** The lock file of this cluster's server; undefined: none is running, or it is only starting to. */
export async function readPostmasterFile(cluster: Cluster): Promise<PostmasterFile | undefined> {
  const text = await readUnlessMissing(lockFileOf(cluster));
  const [pid, , , port, socket, , , status] = (text ?? "").split("\n");
  if (!pid || !port || socket === undefined) return undefined;
  return {
    pid: Number(pid),
    port: Number(port),
    hasSocket: socket.trim() !== "",
    isReady: status?.trim() === "ready",
  };
}

/** Whether a process of this id exists. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether the process of this id is this cluster's server, and not another one that got the id later. */
export async function isServerOf(cluster: Cluster, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  const place = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return place === (await realpath(cluster.directory));
}

/**
 * After a crash the lock files (the server's and its socket's) may name a process id that exists although the
 * server does not: another program got it (in containers almost always), or nobody has reaped the dead one.
 * PostgreSQL would take it for a running server and refuse to start. The id is replaced by one that cannot exist;
 * the rest stays, because PostgreSQL finds survivors of the crash by it.
 */
export async function disarmStaleLockFiles(cluster: Cluster): Promise<void> {
  for (const lockFile of [lockFileOf(cluster), join(cluster.directory, ".s.PGSQL.5432.lock")]) {
    const text = await readUnlessMissing(lockFile);
    const pid = Number(text?.split("\n")[0]);
    if (text && isAlive(pid) && !(await isServerOf(cluster, pid))) {
      await writeFile(lockFile, text.replace(/^\d+/, impossiblePid));
    }
  }
}

const impossiblePid = "2147483646";

function lockFileOf(cluster: Cluster): string {
  return join(cluster.directory, "postmaster.pid");
}
