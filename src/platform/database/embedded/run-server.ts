import { spawn } from "node:child_process";
import { open, readFile, rename, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { type Cluster, clusterFromWithin } from "./cluster.ts";
import { programOf, type Runtime } from "./find-runtime.ts";
import { disarmStaleLockFiles, isAlive, isServerOf, readPostmasterFile } from "./postmaster-file.ts";
import { programEnvironment, runProgram } from "./run-program.ts";
import type { ServerSettings } from "./server-settings.ts";
import type { ServerUser } from "./server-user.ts";

/** Everything that is needed to run this cluster's server. */
export interface ServerPlan {
  readonly cluster: Cluster;
  readonly runtime: Runtime;
  readonly user: ServerUser | undefined;
  readonly settings: ServerSettings;
}

const pollMilliseconds = 15;
const rotateLogAtBytes = 1_000_000;

/**
 * Starts the server and waits until it takes connections or recovers from a crash. Returns false when it could
 * not start now but another try may: another server of this cluster was quicker, or took the port.
 * The server outlives us: only stopServer ends it.
 */
export async function startServer(
  plan: ServerPlan,
  useSocket: boolean = canUseSocket(plan.cluster),
): Promise<boolean> {
  const listening = useSocket ? onSocket : onPort(await choosePort(plan.cluster));
  await disarmStaleLockFiles(plan.cluster);
  const logStart = await prepareLog(plan.cluster);
  const exit =
    process.platform === "win32" ? launchOnWindows(plan, listening) : await launch(plan, listening);
  while (exit.reason === undefined) {
    const lock = await readPostmasterFile(plan.cluster);
    if (lock && lock.pid === (exit.pid ?? lock.pid)) return true;
    await pause(pollMilliseconds);
  }
  const told = (await readFile(plan.cluster.logFile)).subarray(logStart).toString();
  if (/lock file ".*" already exists|pre-existing shared memory block|TCP\/IP sockets/.test(told))
    return false;
  if (useSocket && /Unix-domain sockets/.test(told)) return startServer(plan, false);
  throw new Error(`The embedded database did not start (${exit.reason}). It said:\n${told.slice(-3000)}`);
}

interface Launch {
  pid: number | undefined;
  reason: string | undefined;
}

async function launch(plan: ServerPlan, listening: readonly string[]): Promise<Launch> {
  const log = await open(plan.cluster.logFile, "a", 0o600);
  const child = spawn(
    programOf(plan.runtime, "postgres"),
    ["-D", clusterFromWithin(plan.cluster), ...listening, ...plan.settings.parameters],
    {
      ...plan.user,
      cwd: plan.cluster.directory,
      env: programEnvironment(),
      stdio: ["ignore", log.fd, log.fd],
      detached: true, // Ctrl-C at a terminal reaches us only; we stop the server when we are done with it.
    },
  );
  const launched: Launch = { pid: child.pid, reason: undefined };
  child.on("error", (error) => (launched.reason = error.message));
  child.on("exit", (code, signal) => (launched.reason = `it ended with ${signal ?? `code ${code}`}`));
  child.unref();
  await log.close();
  return launched;
}

/** On Windows only pg_ctl can shed an administrator's rights, which PostgreSQL refuses to run with. */
function launchOnWindows(plan: ServerPlan, listening: readonly string[]): Launch {
  const launched: Launch = { pid: undefined, reason: undefined };
  const options = [...listening, ...plan.settings.parameters].map((part) => `"${part}"`).join(" ");
  const parameters = ["start", "-W", "-D", plan.cluster.directory, "-l", plan.cluster.logFile, "-o", options];
  void runProgram(programOf(plan.runtime, "pg_ctl"), parameters, {
    user: undefined,
    cwd: plan.cluster.directory,
  }).then((result) => {
    if (!result.succeeded) launched.reason = result.output;
  });
  return launched;
}

/** In the cluster's own directory, which nobody else can enter. */
const onSocket = ["-k", ".", "-p", "5432", "-c", "listen_addresses=", "-c", "unix_socket_permissions=0700"];

/** Where there is no socket: reachable from this machine alone, by whoever knows the password. */
function onPort(port: number): string[] {
  return ["-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];
}

/**
 * Windows has no sockets that serve, other systems limit the length of their paths: 104 bytes is the least
 * (macOS), the ending zero included.
 */
function canUseSocket(cluster: Cluster): boolean {
  return process.platform !== "win32" && Buffer.byteLength(`${cluster.directory}/.s.PGSQL.5432`) < 104;
}

/** The port of the server that crashed, so that the pool finds the new one there; else any that is free. */
async function choosePort(cluster: Cluster): Promise<number> {
  const crashed = await readPostmasterFile(cluster);
  if (crashed && !crashed.hasSocket) {
    const same = await findFreePort(crashed.port).catch(() => undefined);
    if (same !== undefined) return same;
  }
  return findFreePort(0);
}

function findFreePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Keeps the log and the one before it; returns where this start's part begins. */
async function prepareLog(cluster: Cluster): Promise<number> {
  const size = await stat(cluster.logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size < rotateLogAtBytes) return size;
  await rename(cluster.logFile, `${cluster.logFile}.1`);
  return 0;
}

/**
 * Stops the cluster's server in order: connections are closed, everything is written, the files need no recovery.
 * A server that takes longer than `patienceSeconds` is cut short, which costs a recovery at the next start.
 */
export async function stopServer(plan: ServerPlan, patienceSeconds = 30): Promise<void> {
  const running = await readPostmasterFile(plan.cluster);
  if (!running || !(await isServerOf(plan.cluster, running.pid))) return;
  await signalServer(plan, running.pid, "fast");
  if (await ended(plan.cluster, running.pid, patienceSeconds)) return;
  await signalServer(plan, running.pid, "immediate");
  await ended(plan.cluster, running.pid, 5);
}

async function signalServer(plan: ServerPlan, pid: number, mode: "fast" | "immediate"): Promise<void> {
  if (process.platform === "win32") {
    const parameters = ["stop", "-W", "-m", mode, "-D", plan.cluster.directory];
    await runProgram(programOf(plan.runtime, "pg_ctl"), parameters, {
      user: undefined,
      cwd: plan.cluster.directory,
    });
    return;
  }
  if (isAlive(pid)) process.kill(pid, mode === "fast" ? "SIGINT" : "SIGQUIT");
}

/** The lock file goes last. The process id alone is no sign: an ended orphan may wait for its reaper. */
async function ended(cluster: Cluster, pid: number, patienceSeconds: number): Promise<boolean> {
  const deadline = performance.now() + patienceSeconds * 1000;
  while (performance.now() < deadline) {
    const lock = await readPostmasterFile(cluster);
    if (lock?.pid !== pid || !(await isServerOf(cluster, pid))) return true;
    await pause(pollMilliseconds);
  }
  return false;
}
