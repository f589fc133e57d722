import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { ServerUser } from "./server-user.ts";

/** How a program is run: as whom, where, and what it reads. */
export interface ProgramSetting {
  readonly user: ServerUser | undefined;
  /** Entered before the user changes, so it may lie below a directory that the user cannot enter. */
  readonly cwd: string;
  readonly input?: string;
  /** Run in a Linux user namespace where our own user has the id of this one. */
  readonly appearAs?: ServerUser | undefined;
}

export interface ProgramResult {
  readonly succeeded: boolean;
  /** Everything it wrote, or why it could not be run. */
  readonly output: string;
}

/** Runs a program of PostgreSQL to its end. */
export function runProgram(
  program: string,
  parameters: readonly string[],
  setting: ProgramSetting,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    let output = "";
    const child = start(program, parameters, setting);
    if (child instanceof Error) return resolve({ succeeded: false, output: child.message });
    child.stdout.on("data", (part) => (output += part));
    child.stderr.on("data", (part) => (output += part));
    child.stdin.on("error", () => undefined); // It ended without reading; its output says why.
    child.stdin.end(setting.input ?? "");
    child.on("error", (error) => resolve({ succeeded: false, output: error.message }));
    child.on("close", (code) => resolve({ succeeded: code === 0, output: output.trim() }));
  });
}

function start(
  program: string,
  parameters: readonly string[],
  setting: ProgramSetting,
): ChildProcessWithoutNullStreams | Error {
  const { appearAs: mask, user, cwd } = setting;
  const disguise = mask
    ? ["unshare", "--user", `--map-user=${mask.uid}`, `--map-group=${mask.gid}`, "--"]
    : [];
  const [command = program, ...rest] = [...disguise, program, ...parameters];
  try {
    return spawn(command, rest, { ...user, cwd, env: programEnvironment() });
  } catch (error) {
    return error as Error; // Most failures are events; a refused change of user is thrown.
  }
}

/** Nothing of our own environment: it may hold secrets, and locale settings would change what is written. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const inherited = process.platform === "win32" ? ["SystemRoot", "TEMP", "PATH"] : ["PATH"];
  const kept = inherited.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" };
}
