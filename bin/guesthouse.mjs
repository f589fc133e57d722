#!/usr/bin/env node
// Starts Guesthouse. The server is TypeScript that Node itself runs, which needs Node 24. This file is plain
// JavaScript so that an older Node can read it, find a newer one and hand over to it.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const NEEDED_MAJOR = 24;
const LAUNCHER_PID = "GUESTHOUSE_LAUNCHER_PID";
const PARENT_CHECK_MILLISECONDS = 500;

const launcher = fileURLToPath(import.meta.url);
const main = new URL("../src/main.ts", import.meta.url);

/** The Node that the development dependency `node` brings, or undefined where it is not installed. */
function nodeFromDependencies() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve("node/package.json"));
    const binary = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** Runs the same command in another Node and ends as it ends. */
function handOver(binary) {
  const child = spawn(binary, [launcher, ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, [LAUNCHER_PID]: String(process.pid) },
  });
  // Ctrl+C in a terminal reaches the child too; it takes signals that come close together as one.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`Guesthouse could not start ${binary}: ${error.message}`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** The parent of a process, where the system shows it as a file (Linux). */
function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1];
  } catch {
    return undefined;
  }
}

/**
 * Stops in order when whoever started this process is gone. npm puts a shell between itself and us, which does not
 * pass on signals: without this, ending npm would leave a server behind that nobody sees.
 */
function stopWithStarter() {
  const byLauncher = process.env[LAUNCHER_PID] === String(process.ppid);
  delete process.env[LAUNCHER_PID];
  const byNpm = process.env.npm_lifecycle_script?.includes("guesthouse") ?? false;
  if (!byLauncher && !byNpm) return;
  const parent = process.ppid;
  const grandparent = byLauncher ? undefined : parentOf(parent);
  const check = setInterval(() => {
    if (process.ppid === parent && (grandparent === undefined || parentOf(parent) === grandparent)) return;
    clearInterval(check);
    process.kill(process.pid, "SIGTERM");
  }, PARENT_CHECK_MILLISECONDS);
  check.unref();
}

if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) {
  stopWithStarter();
  process.argv[1] = fileURLToPath(main);
  await import(main.href);
} else {
  const binary = nodeFromDependencies();
  if (binary === undefined) {
    console.error(
      `Guesthouse needs Node ${NEEDED_MAJOR} or newer; this is Node ${process.versions.node} (${process.execPath}).\n` +
        `Install Node ${NEEDED_MAJOR} (https://nodejs.org), or, to try Guesthouse or work on it, run "npm ci" in its\n` +
        `folder: that brings a Node ${NEEDED_MAJOR} of its own and leaves yours as it is.`,
    );
    process.exit(1);
  }
  stopWithStarter();
  handOver(binary);
}
