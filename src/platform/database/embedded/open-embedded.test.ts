import { spawnSync } from "node:child_process";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canRunAs, startDatabaseProcess } from "../../../../test/support/start-database-process.ts";
import { clusterBelow } from "./cluster.ts";
import { isServerOf, readPostmasterFile } from "./postmaster-file.ts";

const directories: string[] = [];

/** Closed to others (0700), so as root this also shows that the server's user need not enter the directories above. */
async function newDataDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "guesthouse-lifecycle-"));
  directories.push(directory);
  return join(directory, "data");
}

function mayMakeNamespace(uid: number): boolean {
  return spawnSync("unshare", ["--user", "true"], { uid, gid: uid, cwd: "/" }).status === 0;
}

afterAll(async () => {
  for (const directory of directories) await rm(directory, { recursive: true, force: true });
});

describe("one process after another", () => {
  let data: string;
  beforeAll(async () => {
    data = await newDataDirectory();
  });

  it("keeps the data over a restart and leaves no server behind", async () => {
    const first = startDatabaseProcess(data);
    expect(await first.next()).toMatchObject({ state: "ready", visits: 1 });
    expect(await first.end("SIGTERM")).toBe(0);
    expect(await readPostmasterFile(clusterBelow(data))).toBeUndefined();

    const second = startDatabaseProcess(data);
    expect(await second.next()).toMatchObject({ state: "ready", visits: 2 });
  });

  it("takes over the server of a process that was killed, and stops it in the end", async () => {
    const killed = startDatabaseProcess(data);
    const before = await killed.next();
    await killed.end("SIGKILL");

    const next = startDatabaseProcess(data);
    const after = await next.next();
    expect(after).toMatchObject({
      state: "ready",
      serverPid: before.serverPid,
      visits: (before.visits ?? 0) + 1,
    });
    await next.end("SIGTERM");
    expect(await readPostmasterFile(clusterBelow(data))).toBeUndefined();
    await expect.poll(() => isServerOf(clusterBelow(data), after.serverPid ?? 0)).toBe(false);
  });

  it("restarts a left-behind server that ran with other settings", async () => {
    const killed = startDatabaseProcess(data, { kind: "throwaway" });
    const before = await killed.next();
    await killed.end("SIGKILL");

    const after = await startDatabaseProcess(data).next();
    expect(after.state).toBe("ready");
    expect(after.serverPid).not.toBe(before.serverPid);
    const client = new pg.Client(after.connection);
    await client.connect();
    expect((await client.query("show fsync")).rows).toEqual([{ fsync: "on" }]);
    await client.end();
  });

  it("recovers when the whole machine went down", async () => {
    const killed = startDatabaseProcess(data);
    const before = await killed.next();
    await killed.end("SIGKILL");
    process.kill(before.serverPid ?? 0, "SIGKILL");

    const after = await startDatabaseProcess(data).next();
    expect(after).toMatchObject({ state: "ready", visits: (before.visits ?? 0) + 1 });
  });

  it("starts the server again when it dies under a running process", async () => {
    const survivor = startDatabaseProcess(data);
    const before = await survivor.next();
    process.kill(before.serverPid ?? 0, "SIGKILL");

    const runningNow = async (): Promise<number | undefined> =>
      (await readPostmasterFile(clusterBelow(data)))?.pid;
    await expect.poll(runningNow).not.toBe(before.serverPid);
    await expect.poll(() => survivor.visit()).toMatchObject({ state: "visited" });
    expect(await survivor.end("SIGTERM")).toBe(0);
    expect(await runningNow()).toBeUndefined();
  });
});

describe("several processes at once", () => {
  let data: string;
  beforeAll(async () => {
    data = await newDataDirectory();
  });

  it("lets one of several first starts win and refuses the others, naming it", async () => {
    const rivals = [1, 2, 3].map(() => startDatabaseProcess(data));
    const outcomes = await Promise.all(rivals.map((rival) => rival.next()));
    const winners = rivals.filter((_, index) => outcomes[index]?.state === "ready");
    expect(winners).toHaveLength(1);
    for (const outcome of outcomes.filter((candidate) => candidate.state !== "ready")) {
      expect(outcome).toMatchObject({
        state: "refused",
        code: "data-directory-in-use",
        message: expect.stringContaining(`process ${winners[0]?.pid} `),
      });
    }
  });

  it("lets a command use the server of a running service, and leaves it running", async () => {
    const service = startDatabaseProcess(data);
    const { serverPid } = await service.next();
    const command = startDatabaseProcess(data, { kind: "command" });
    expect(await command.next()).toMatchObject({ state: "ready", serverPid });
    expect(await command.end("SIGTERM")).toBe(0);
    expect(await service.visit()).toMatchObject({ state: "visited" });
  });

  it("runs the server for a command alone, and the service waits until the command is over", async () => {
    const command = startDatabaseProcess(data, { kind: "command" });
    expect(await command.next()).toMatchObject({ state: "ready" });
    const service = startDatabaseProcess(data);
    const serviceIsReady = service.next();
    expect(await Promise.race([serviceIsReady, pause(700, "waiting")])).toBe("waiting");
    await command.end("SIGTERM");
    expect(await serviceIsReady).toMatchObject({ state: "ready" });
  });
});

describe("the first start", () => {
  it("can be killed at any moment: a later one completes it", async () => {
    const data = await newDataDirectory();
    for (const milliseconds of [200, 500, 800, 1100, 1400]) {
      const killed = startDatabaseProcess(data);
      await pause(milliseconds);
      await killed.end("SIGKILL");
    }
    expect(await startDatabaseProcess(data).next()).toMatchObject({ state: "ready" });
  });

  it("makes a server on a socket that answers nobody without the password", async () => {
    const data = await newDataDirectory();
    const { connection } = await startDatabaseProcess(data).next();
    expect(connection?.host).toBe(clusterBelow(data).directory);
    const stranger = new pg.Client({ ...connection, password: "guess" });
    await expect(stranger.connect()).rejects.toMatchObject({ code: "28P01" });
    const owner = new pg.Client(connection);
    await owner.connect();
    const shown = await owner.query(
      "select current_setting('listen_addresses') as addresses, current_setting('is_superuser') as su",
    );
    expect(shown.rows).toEqual([{ addresses: "", su: "off" }]);
    await owner.end();
  });

  it("uses a port of the loopback address where the path is too long for a socket", async () => {
    const data = join(await newDataDirectory(), "a-directory-with-a-long-name".repeat(4));
    const process = startDatabaseProcess(data);
    const { connection } = await process.next();
    expect(connection?.host).toBe("127.0.0.1");
    const client = new pg.Client(connection);
    await client.connect();
    expect((await client.query("show listen_addresses")).rows).toEqual([{ listen_addresses: "127.0.0.1" }]);
    await client.end();
    expect(await process.end("SIGTERM")).toBe(0);
  });

  it.skipIf(!canRunAs(1000))("works for an ordinary user, whose data root can run later", async () => {
    const parent = await mkdtemp(join(tmpdir(), "guesthouse-ordinary-"));
    directories.push(parent);
    await chown(parent, 1000, 1000);
    const data = join(parent, "data");
    const ordinary = startDatabaseProcess(data, { uid: 1000 });
    expect(await ordinary.next()).toMatchObject({ state: "ready", visits: 1 });
    await ordinary.end("SIGTERM");
    expect(await startDatabaseProcess(data).next()).toMatchObject({ state: "ready", visits: 2 });
  });

  it.skipIf(!canRunAs(4242) || !mayMakeNamespace(4242))("works for a user without a name", async () => {
    const parent = await mkdtemp(join(tmpdir(), "guesthouse-nameless-"));
    directories.push(parent);
    await chown(parent, 4242, 4242);
    const nameless = startDatabaseProcess(join(parent, "data"), { uid: 4242 });
    expect(await nameless.next()).toMatchObject({ state: "ready", visits: 1 });
  });
});
