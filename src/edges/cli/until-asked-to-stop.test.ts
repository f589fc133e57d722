import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";

const stopModule = new URL("./until-asked-to-stop.ts", import.meta.url).href;

interface Service {
  readonly child: ChildProcess;
  /** The next thing it says. */
  next(): Promise<string>;
}

/**
 * A service that says when it runs and when it was asked to stop, stops in order once it may, and ends by itself. By
 * its clock, which stands still otherwise, some time passes after it was asked.
 */
async function startService(mayStop: string, millisecondsAfter = 0): Promise<Service> {
  const script = `
    let now = 1;
    performance.now = () => now;
    const { untilAskedToStop } = await import(${JSON.stringify(stopModule)});
    const work = setInterval(() => {}, 1000);
    const asked = untilAskedToStop();
    process.stdout.write("runs\\n");
    await asked;
    now += ${millisecondsAfter};
    process.stdout.write("asked\\n");
    await ${mayStop};
    clearInterval(work);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => String((await lines.next()).value);
  expect(await next()).toBe("runs");
  return { child, next };
}

test("a signal that arrives twice, as under npm, stops the service once and in order", async () => {
  // Its own listener is called after the one that is tested: it stops when both signals have been dealt with.
  const untilNext = `new Promise((resolve) => process.once("SIGINT", resolve))`;
  const { child, next } = await startService(untilNext, 999);
  const ended = once(child, "exit");
  child.kill("SIGINT");
  expect(await next()).toBe("asked");
  child.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
});

test("SIGTERM stops the service in order", async () => {
  const { child } = await startService("undefined");
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("a second Ctrl+C, pressed while the service takes too long, ends it at once", async () => {
  const { child, next } = await startService("new Promise(() => {})", 1001);
  const ended = once(child, "exit");
  child.kill("SIGINT");
  expect(await next()).toBe("asked");
  child.kill("SIGINT");
  expect(await ended).toEqual([130, null]);
});
