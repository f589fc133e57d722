import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A sample application of `examples/`, started the way its README says. */
export interface RunningExample {
  readonly url: string;
  close(): void;
}

/** Starts an example on a free port, and waits for the address it prints. */
export async function startExample(
  name: string,
  environment: Readonly<Record<string, string>>,
): Promise<RunningExample> {
  const script = fileURLToPath(new URL(`../../examples/${name}/serve.mjs`, import.meta.url));
  const child = spawn(process.execPath, [script], {
    env: { PATH: "", PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  for await (const part of child.stdout) {
    printed += String(part);
    const [url] = /http:\/\/localhost:\d+/.exec(printed) ?? [];
    if (url !== undefined) return { url, close: () => void child.kill() };
  }
  throw new Error(`${name} ended before it listened:\n${printed}`);
}
