import { mkdirSync, mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { oneAtATime } from "./one-at-a-time.ts";

const folder = mkdtempSync(join(tmpdir(), "guesthouse-one-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("begins the second work when the first has ended, even in failure", async () => {
  const path = join(folder, "two");
  const happened: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = oneAtATime(path, async () => {
    happened.push("first begins");
    await gate.promise;
    happened.push("first ends");
    throw new Error("in vain");
  });
  const second = oneAtATime(path, async () => happened.push("second begins"));
  gate.resolve();
  await expect(first).rejects.toThrow("in vain");
  await second;
  expect(happened).toEqual(["first begins", "first ends", "second begins"]);
});

it("does not wait for a command that was ended in the middle of its work", async () => {
  const path = join(folder, "abandoned");
  mkdirSync(path);
  const anHourAgo = Date.now() / 1000 - 3600;
  utimesSync(path, anHourAgo, anHourAgo);
  expect(await oneAtATime(path, async () => "done")).toBe("done");
});
