import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { canRunAs, startDatabaseProcess } from "../../../../test/support/start-database-process.ts";
import { openLog } from "../../telemetry/log.ts";
import { clusterBelow } from "./cluster.ts";
import { findRuntime } from "./find-runtime.ts";
import { openEmbedded } from "./open-embedded.ts";
import { disarmStaleLockFiles } from "./postmaster-file.ts";

const parent = await mkdtemp(join(tmpdir(), "guesthouse-refusals-"));
const data = join(parent, "data");
const cluster = clusterBelow(data);
const isRoot = process.getuid?.() === 0;

afterAll(() => rm(parent, { recursive: true, force: true }));

async function open(): Promise<void> {
  const server = await openEmbedded({
    dataDirectory: data,
    kind: "server",
    isDurable: false,
    log: openLog("silent"),
  });
  await server.close();
}

describe("openEmbedded refuses", () => {
  it("a platform that npm brought no PostgreSQL for", async () => {
    await expect(findRuntime("sunos", "x64")).rejects.toMatchObject({
      code: "platform-without-database",
      message: expect.stringMatching(/sunos x64.*DATABASE_URL/s),
    });
  });

  it("data that another major version of PostgreSQL wrote, newer or older", async () => {
    await open();
    const versionFile = join(cluster.directory, "PG_VERSION");
    const version = await readFile(versionFile, "utf8");
    await writeFile(versionFile, "99\n");
    await expect(open()).rejects.toMatchObject({
      code: "data-newer-than-program",
      message: expect.stringContaining("PostgreSQL 99"),
    });
    await writeFile(versionFile, "9\n");
    await expect(open()).rejects.toMatchObject({ code: "data-older-than-database" });
    await writeFile(versionFile, version);
    await expect(open()).resolves.toBeUndefined();
  });

  it.skipIf(!canRunAs(1000))("data of another user, said to a person who may not read it", async () => {
    await chmod(parent, 0o755);
    const stranger = startDatabaseProcess(data, { kind: "command", uid: 1000 });
    expect(await stranger.next()).toMatchObject({
      code: "data-directory-not-ours",
      message: expect.stringContaining(data),
    });
  });

  it.skipIf(isRoot && !canRunAs(1000))("a data directory that cannot be written", async () => {
    await chmod(parent, 0o555);
    const place = join(parent, "elsewhere");
    const stranger = startDatabaseProcess(place, isRoot ? { uid: 1000 } : {});
    expect(await stranger.next()).toMatchObject({
      code: "data-directory-not-writable",
      message: expect.stringMatching(/elsewhere.*GUESTHOUSE_DATA_DIR/s),
    });
    await chmod(parent, 0o755);
  });
});

describe("openEmbedded does not refuse", () => {
  it("lock files left by a crash whose process id another program has now", async () => {
    await open();
    const other = spawn("sleep", ["60"], isRoot ? { uid: 60_947, gid: 60_947 } : {});
    const lockFile = join(cluster.directory, "postmaster.pid");
    const left = `${other.pid}\n${cluster.directory}\n1700000000\n5432\n.\n\n  1234567         0\nready\n`;
    await writeFile(lockFile, left);
    await writeFile(join(cluster.directory, ".s.PGSQL.5432.lock"), left);
    await expect(open()).resolves.toBeUndefined();

    await writeFile(lockFile, left);
    await disarmStaleLockFiles(cluster);
    expect(await readFile(lockFile, "utf8")).toBe(left.replace(String(other.pid), "2147483646"));
    other.kill();
  });
});
