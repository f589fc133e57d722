import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const launcher = fileURLToPath(new URL("../../bin/guesthouse.mjs", import.meta.url));

/** A command as a person starts it at the terminal. */
export interface GuesthouseCommand {
  readonly process: ChildProcess;
  /** Everything it printed so far, on both streams. */
  output(): string;
  /** Waits until it prints something; throws when it ends before that. */
  printed(text: RegExp): Promise<RegExpExecArray>;
  /** Waits for its end: the exit code, null when a signal ended it. */
  ended(): Promise<number | null>;
  /** Sends a signal, unless it has ended, and waits for its end. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `guesthouse ...` with nothing set but what is given. */
export function startCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): GuesthouseCommand {
  const child = spawn(process.execPath, [launcher, ...words], {
    env: {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      LOG_LEVEL: "warn",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let isClosed = false;
  const hasClosed = once(child, "close").then(() => {
    isClosed = true;
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part) => {
      output += String(part);
      child.emit("printed");
    });
  const ended = async () => {
    await hasClosed;
    return child.exitCode;
  };
  return {
    process: child,
    output: () => output,
    ended,
    async printed(text) {
      for (;;) {
        const found = text.exec(output);
        if (found) return found;
        if (isClosed) throw new Error(`${words.join(" ")} ended with ${child.exitCode}:\n${output}`);
        await Promise.race([once(child, "printed"), hasClosed]);
      }
    },
    end(signal = "SIGTERM") {
      if (!isClosed) child.kill(signal);
      return ended();
    },
  };
}

/** Runs a command to its end; throws when it does not end with 0. */
export async function runCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const command = startCommand(words, environment);
  const exitCode = await command.ended();
  if (exitCode !== 0) throw new Error(`${words.join(" ")} ended with ${exitCode}:\n${command.output()}`);
  return command.output();
}
