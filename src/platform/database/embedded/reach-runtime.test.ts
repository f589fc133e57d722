import { chmod, cp, lstat, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openLog } from "../../telemetry/log.ts";
import { findRuntime, programOf } from "./find-runtime.ts";
import { reachRuntime } from "./reach-runtime.ts";
import { runProgram } from "./run-program.ts";

const closed = await mkdtemp(join(tmpdir(), "guesthouse-closed-")); // mode 0700
const log = openLog("silent");
const user = { uid: 60_947, gid: 60_947 };

afterAll(() => rm(closed, { recursive: true, force: true }));

describe("reachRuntime", () => {
  it("uses what npm installed where that runs", async () => {
    const installed = await findRuntime();
    expect(await reachRuntime(installed, undefined, log)).toEqual(installed);
  });

  it("says why when nothing can be done", async () => {
    const missing = { directory: join(closed, "nowhere"), version: "18.4" };
    await expect(reachRuntime(missing, undefined, log)).rejects.toMatchObject({
      code: "platform-without-database",
      message: expect.stringContaining("ENOENT"),
    });
  });

  it.skipIf(process.getuid?.() !== 0)(
    "keeps a copy where the server's user reaches it, when root's own is closed",
    async () => {
      const found = await findRuntime();
      const installed = { directory: join(closed, "native"), version: found.version };
      await cp(found.directory, installed.directory, { recursive: true, verbatimSymlinks: true });
      await chmod(join(installed.directory, "bin", "postgres"), 0o700); // As an installation with umask 077 leaves it.
      const shelf = await mkdtemp(join(tmpdir(), "guesthouse-shelf-"));
      await chmod(shelf, 0o755);

      const copy = await reachRuntime(installed, user, log, [join(closed, "not-a-shelf"), shelf]);
      expect(copy.directory.startsWith(shelf)).toBe(true);
      const result = await runProgram(programOf(copy, "initdb"), ["--version"], { user, cwd: "/" });
      expect(result).toMatchObject({ succeeded: true, output: expect.stringContaining(found.version) });
      expect(await reachRuntime(installed, user, log, [shelf])).toEqual(copy);

      // A name that somebody else took in a directory open to all is not trusted.
      await rm(copy.directory, { recursive: true });
      await mkdir(copy.directory, { mode: 0o777 });
      await chmod(copy.directory, 0o777);
      await writeFile(join(copy.directory, "planted"), "");
      const second = await reachRuntime(installed, user, log, [shelf]);
      await expect(lstat(join(second.directory, "planted"))).rejects.toMatchObject({ code: "ENOENT" });
      await rm(shelf, { recursive: true });
    },
  );
});
