import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const script = fileURLToPath(new URL("database-process.ts", import.meta.url));

/** One line of the process, see database-process.ts. */
export interface DatabaseProcessLine {
  readonly state: "ready" | "refused" | "visited" | "failed" | "closed" | "ended";
  readonly serverPid?: number;
  readonly visits?: number;
  readonly code?: string;
  readonly message?: string;
  readonly connection?: { host: string; port: number; user: string; password: string; database: string };
}

/** A process with the embedded database open. */
export interface DatabaseProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The next thing it says; `ended` when it says no more. */
  next(): Promise<DatabaseProcessLine>;
  /** Asks it to add a row. */
  visit(): Promise<DatabaseProcessLine>;
  /** Sends the signal and waits for its end; returns the exit code, null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface DatabaseProcessSetting {
  readonly kind?: "server" | "command" | "throwaway";
  readonly uid?: number;
}

/** Starts such a process. */
export function startDatabaseProcess(
  dataDirectory: string,
  setting: DatabaseProcessSetting = {},
): DatabaseProcess {
  const user = setting.uid === undefined ? {} : { uid: setting.uid, gid: setting.uid };
  const child = spawn(process.execPath, [script, dataDirectory, setting.kind ?? "server"], {
    ...user,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, "exit");
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
  });
  async function next(): Promise<DatabaseProcessLine> {
    const line = await lines.next();
    return line.done ? { state: "ended" } : JSON.parse(line.value);
  }
  return {
    child,
    pid: child.pid ?? 0,
    next,
    visit: () => {
      child.stdin.write("visit\n");
      return next();
    },
    end: async (signal) => {
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

/** Whether a user other than root can run programs of this working copy (not below /root, for example). */
export function canRunAs(uid: number): boolean {
  if (process.getuid?.() !== 0) return false;
  const check = `require("node:fs").accessSync(${JSON.stringify(script)})`;
  return spawnSync(process.execPath, ["-e", check], { uid, gid: uid, cwd: "/" }).status === 0;
}
