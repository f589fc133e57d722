import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { demoDescription } from "../../src/app/demo/demo-file.ts";
import { freePort } from "./free-port.ts";

export type DemoDescription = ReturnType<typeof demoDescription>;

/** A Guesthouse that runs as a process of its own, the way a person starts it. */
export interface RunningGuesthouse {
  readonly process: ChildProcess;
  readonly publicUrl: string;
  readonly dataDirectory: string;
  readonly demo: DemoDescription;
  /** Everything it printed so far. */
  output(): string;
  /** Asks it to stop and waits; the data directory stays. */
  stop(): Promise<number | null>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

export interface StartOptions {
  readonly dataDirectory?: string;
  readonly port?: number;
  readonly https?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where its log goes, instead of being kept for `output`. */
  readonly logFile?: string;
}

const startSeconds = 150;

/** Starts the demo on a free port, with its own PostgreSQL, and waits until it says it is ready. */
export async function startGuesthouse(options: StartOptions = {}): Promise<RunningGuesthouse> {
  const dataDirectory = options.dataDirectory ?? mkdtempSync(join(tmpdir(), "guesthouse-"));
  const demoFile = join(dataDirectory, "demo.json");
  rmSync(demoFile, { force: true });
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, ["src/main.ts", "demo", ...(options.https ? ["--https"] : [])], {
    env: {
      ...process.env,
      NODE_ENV: "test",
      DATABASE_URL: "",
      SMTP_URL: "",
      LOG_LEVEL: "warn",
      GUESTHOUSE_DATA_DIR: dataDirectory,
      PORT: String(port),
      ...options.environment,
    },
    stdio: ["ignore", "pipe", options.logFile ? openSync(options.logFile, "w") : "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => (printed += String(chunk)));
  await waitForFile(demoFile, child, () => printed);
  const demo = JSON.parse(readFileSync(demoFile, "utf8")) as DemoDescription;

  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    return child.exitCode;
  };
  return {
    process: child,
    publicUrl: demo.publicUrl,
    dataDirectory,
    demo,
    output: () => printed,
    stop,
    async remove() {
      await stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function waitForFile(path: string, child: ChildProcess, output: () => string): Promise<void> {
  const end = Date.now() + startSeconds * 1000;
  while (!existsSync(path)) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > end) {
      child.kill("SIGKILL");
      throw new Error(`Guesthouse did not start:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
