#!/usr/bin/env node
// Starts Guesthouse. The server is TypeScript that Node itself runs, which needs Node 24. This file is plain
// JavaScript so that an older Node can read it, find a newer one and hand over to it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const NEEDED_MAJOR = 24;
const entry = new URL("../src/main.ts", import.meta.url);

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
  const child = spawn(binary, [fileURLToPath(entry), ...process.argv.slice(2)], { stdio: "inherit" });
  // Ctrl+C in a terminal reaches the child too; it takes signals that come close together as one.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`Guesthouse could not start ${binary}: ${error.message}`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    if (signal === null) {
      process.exit(code ?? 1);
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) {
  process.argv[1] = fileURLToPath(entry);
  await import(entry.href);
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
  handOver(binary);
}
