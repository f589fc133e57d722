import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The key of every test machine, so that commands read what tests have written. */
const masterKey = Buffer.alloc(32, 7).toString("base64");

/** Starts `guesthouse ARGUMENTS` as a process of its own on a test's database. */
export function startCommand(
  databaseUrl: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, ["src/main.ts", ...parameters], {
    env: {
      ...process.env,
      NODE_ENV: "test",
      NO_COLOR: "1",
      // Half the time of a command would be spent on reading the same sources again.
      NODE_COMPILE_CACHE: "node_modules/.cache/compile",
      DATABASE_URL: databaseUrl,
      GUESTHOUSE_MASTER_KEY: masterKey,
      GUESTHOUSE_DATA_DIR: "",
      GUESTHOUSE_PUBLIC_URL: "http://localhost:9",
      LOG_LEVEL: "warn",
      SMTP_URL: "",
      PORT: "",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs a command to its end. */
export async function guesthouse(
  databaseUrl: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const child = startCommand(databaseUrl, parameters, environment);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => (stdout += String(chunk)));
  child.stderr.on("data", (chunk) => (stderr += String(chunk)));
  await once(child, "close");
  return { exitCode: child.exitCode, stdout, stderr };
}

/** The one line of JSON that a command with --json prints. */
// biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects there
export function printedJson(result: CommandResult): any {
  if (result.stdout.trim() === "") throw new Error(`nothing was printed:\n${result.stderr}`);
  return JSON.parse(result.stdout);
}
