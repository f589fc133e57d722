import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const launcher = fileURLToPath(new URL("../../bin/guesthouse.mjs", import.meta.url));

test("arguments reach the command line, and its exit code comes back", () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [launcher, ...args], { encoding: "utf8" });
  expect(run("demo", "--help")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("guesthouse demo"),
  });
  expect(run("no-such-command").status).not.toBe(0);
});

test.runIf(process.platform === "linux")(
  "a service whose npm was killed stops in order and leaves nothing behind",
  async () => {
    const data = mkdtempSync(join(tmpdir(), "guesthouse-launcher-"));
    onTestFinished(() => rmSync(data, { recursive: true, force: true }));
    // As npm does it: a shell of its own between itself and the command. `; true` keeps the shell there.
    const npm = spawn("sh", ["-c", `"${process.execPath}" "${launcher}" demo; true`], {
      env: {
        ...process.env,
        npm_lifecycle_script: "node bin/guesthouse.mjs demo",
        GUESTHOUSE_DATA_DIR: data,
        DATABASE_URL: "",
        PORT: "0",
        LOG_LEVEL: "warn",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    // The pipe closes when the last process that writes to it has ended.
    const everyoneEnded = once(npm.stdout, "close");
    let printed = "";
    const ready = new Promise<void>((resolve) => {
      npm.stdout.on("data", (chunk) => {
        printed += String(chunk);
        if (printed.includes("is ready")) resolve();
      });
    });
    await Promise.race([ready, everyoneEnded]);
    expect(printed).toContain("is ready");
    npm.kill("SIGKILL");
    await everyoneEnded;
  },
);
