import { describe, expect, it } from "vitest";
import type { Database } from "./database.ts";
import { gatheredWrites } from "./gathered-writes.ts";

const database = {} as Database;

describe("writes that many requests make at once", () => {
  it("go together, each exactly once, and every caller waits for its own", async () => {
    const written: number[][] = [];
    const append = gatheredWrites<number>(async (_database, rows) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      written.push([...rows]);
    });
    await Promise.all(
      Array.from({ length: 1200 }, async (_, row) => {
        await append(database, row);
        expect(written.flat()).toContain(row);
      }),
    );
    expect(written.flat().sort((left, right) => left - right)).toEqual(
      Array.from({ length: 1200 }, (_, row) => row),
    );
    expect(written.length).toBeLessThan(10);
  });

  it("tell all callers of a failed write, and go on with the next", async () => {
    let isBroken = true;
    const append = gatheredWrites<string>(async () => {
      if (isBroken) throw new Error("no connection");
    });
    const both = await Promise.allSettled([append(database, "a"), append(database, "b")]);
    expect(both.map((outcome) => outcome.status)).toEqual(["rejected", "rejected"]);
    isBroken = false;
    await expect(append(database, "c")).resolves.toBeUndefined();
  });
});
