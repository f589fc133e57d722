import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { openLog } from "../telemetry/log.ts";
import type { RunningJobQueue } from "./job-queue.ts";
import { openJobQueue } from "./open-job-queue.ts";

const { database, connection } = await testDatabase();
const log = openLog("silent");
const opened: RunningJobQueue[] = [];

async function open(doesWork: boolean): Promise<RunningJobQueue> {
  const jobs = await openJobQueue({ connection, log, doesWork });
  opened.push(jobs);
  return jobs;
}

async function enqueue(jobs: RunningJobQueue, ...payloads: object[]): Promise<void> {
  await database.transaction().execute((transaction) => jobs.enqueue(transaction, "send-mail", payloads));
}

async function states(): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; jobs: number }>`
    select state, count(*) as jobs from job.job group by state`.execute(database);
  return Object.fromEntries(rows.map((row) => [row.state, row.jobs]));
}

afterEach(async () => {
  for (const jobs of opened.splice(0)) await jobs.stop({ graceSeconds: 1 });
  await sql`delete from job.job`.execute(database);
});

describe("the job queue", () => {
  it("hands a job to its worker at once, with the payload as it was written", async () => {
    const jobs = await open(true);
    let arrived = Promise.withResolvers<unknown>();
    await jobs.work("send-mail", async (payload) => arrived.resolve(payload));
    let shortest = Number.POSITIVE_INFINITY;
    // Polling alone would take half a second each time, as a round begins when the last has just been polled; the
    // best of many leaves a busy machine out.
    for (let round = 0; round < 60 && shortest >= 300; round += 1) {
      arrived = Promise.withResolvers<unknown>();
      const start = performance.now();
      await enqueue(jobs, { mailId: "1", snake_case: { inner_name: true } });
      expect(await arrived.promise).toEqual({ mailId: "1", snake_case: { inner_name: true } });
      shortest = Math.min(shortest, performance.now() - start);
    }
    expect(shortest).toBeLessThan(300);
  });

  it("knows no job of a transaction that was rolled back", async () => {
    const jobs = await open(false);
    const rolledBack = database.transaction().execute(async (transaction) => {
      await jobs.enqueue(transaction, "send-mail", [{ mailId: "1" }]);
      throw new Error("no");
    });
    await expect(rolledBack).rejects.toThrow("no");
    expect(await states()).toEqual({});
  });

  it("leaves jobs that a command added to the process that does the work", async () => {
    const command = await open(false);
    await expect(command.work("send-mail", async () => undefined)).rejects.toThrow("without doesWork");
    await enqueue(command, { mailId: "1" });
    await command.stop();
    const worker = await open(true);
    const done = Promise.withResolvers<unknown>();
    await worker.work("send-mail", async (payload) => done.resolve(payload));
    expect(await done.promise).toEqual({ mailId: "1" });
  });

  it("takes up what a killed process had begun, at once, but nothing of a living one", async () => {
    const alive = await open(true);
    const isDone = Promise.withResolvers<void>();
    await alive.work("send-mail", () => isDone.promise);
    await enqueue(alive, { mailId: "slow" });
    await expect.poll(states).toEqual({ active: 1 });
    const second = await open(true);
    const taken: unknown[] = [];
    await second.work("send-mail", async (payload) => void taken.push(payload));
    // Whoever takes a seat gives back what it holds for a dead one's before that: it would be done here by now, or
    // be left for the second to complete.
    isDone.resolve();
    await expect.poll(states).toEqual({ completed: 1 });
    expect(taken).toEqual([]);
    await alive.stop();
    await second.stop();

    await sql`update job.job set state = 'active', completed_on = null`.execute(database);
    const third = await open(true);
    await third.work("send-mail", async (payload) => void taken.push(payload));
    await expect.poll(() => taken).toEqual([{ mailId: "slow" }]);
  });

  it("does each job once when several processes work", async () => {
    const seen: number[] = [];
    const queues = [await open(true), await open(true), await open(true)];
    for (const jobs of queues)
      await jobs.work("send-mail", async (payload) => void seen.push((payload as { number: number }).number));
    const numbers = Array.from({ length: 300 }, (_, number) => number);
    const [first] = queues as [RunningJobQueue];
    await enqueue(first, ...numbers.map((number) => ({ number })));
    await expect.poll(() => seen.length).toBe(300);
    expect([...seen].sort((one, other) => one - other)).toEqual(numbers);
  });

  it("lets one job of a batch fail without the others, and tries it again later", async () => {
    const jobs = await open(true);
    await jobs.work("send-mail", async (payload) => {
      if ((payload as { bad: boolean }).bad) throw new Error("not now");
    });
    await enqueue(jobs, { bad: false }, { bad: true }, { bad: false });
    await expect.poll(states).toEqual({ completed: 2, retry: 1 });
  });

  it("adds ten thousand jobs in one transaction", async () => {
    const jobs = await open(false);
    const payloads = Array.from({ length: 10_000 }, (_, number) => ({ tenantId: "t", mailId: `m${number}` }));
    await enqueue(jobs, ...payloads);
    expect(await states()).toEqual({ created: 10_000 });
  });

  it("makes its schema when several processes start on an empty database together", async () => {
    await sql`drop schema job cascade`.execute(database);
    await Promise.all([open(true), open(true), open(false)]);
    await enqueue(opened[0] as RunningJobQueue, { mailId: "1" });
    expect(await states()).toEqual({ created: 1 });
  });
});
