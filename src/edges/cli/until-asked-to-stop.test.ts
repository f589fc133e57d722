import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";

const stopModule = new URL("./until-asked-to-stop.ts", import.meta.url).href;

/** A service that says when it runs, takes a while to stop in order, and ends by itself. */
async function startService(stopMilliseconds: number): Promise<ChildProcess> {
  const script = `
    const { untilAskedToStop } = await import(${JSON.stringify(stopModule)});
    const work = setInterval(() => {}, 1000);
    const asked = untilAskedToStop();
    process.stdout.write("runs\\n");
    await asked;
    await new Promise((resolve) => setTimeout(resolve, ${stopMilliseconds}));
    clearInterval(work);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script]);
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
}

test("a signal that arrives twice, as under npm, stops the service once and in order", async () => {
  const child = await startService(300);
  const ended = once(child, "exit");
  child.kill("SIGINT");
  await wait(100);
  child.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
});

test("SIGTERM stops the service in order", async () => {
  const child = await startService(10);
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("a second Ctrl+C, pressed while the service takes too long, ends it at once", async () => {
  const child = await startService(60_000);
  const ended = once(child, "exit");
  child.kill("SIGINT");
  await wait(1_100);
  child.kill("SIGINT");
  expect(await ended).toEqual([130, null]);
});
