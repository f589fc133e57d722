import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import type { Database } from "./database.ts";
import { answersInOrder, gathered, gatheredWrites, type NumberedRow, rowsInOrder } from "./gathered.ts";

const { database } = await testDatabase();
const nowhere = {} as Database;

describe("writes that many requests make at once", () => {
  it("go together, each exactly once, and every caller waits for its own", async () => {
    const written: number[][] = [];
    const append = gatheredWrites<number>(async (_handle, rows) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      written.push([...rows]);
    });
    await Promise.all(
      Array.from({ length: 1200 }, async (_, row) => {
        await append(nowhere, row);
        expect(written.flat()).toContain(row);
      }),
    );
    expect(written.flat().sort((left, right) => left - right)).toEqual(
      Array.from({ length: 1200 }, (_, row) => row),
    );
    expect(written.length).toBeLessThan(10);
  });

  it("tell all callers when nobody knows whether they were written, and go on with the next", async () => {
    let isBroken = true;
    let attempts = 0;
    const append = gatheredWrites<string>(async () => {
      attempts += 1;
      if (isBroken) throw new Error("Connection terminated unexpectedly");
    });
    const both = await Promise.allSettled([append(nowhere, "a"), append(nowhere, "b")]);
    expect(both.map((outcome) => outcome.status)).toEqual(["rejected", "rejected"]);
    expect(attempts).toBe(1);
    isBroken = false;
    await expect(append(nowhere, "c")).resolves.toBeUndefined();
  });
});

const half = gathered<string, number | undefined>(async (handle, asks) => {
  const { rows } = await sql<NumberedRow & { half: number }>`select number, 10 / text::int as half
    from unnest(${asks}::text[]) with ordinality as asked (text, number)
    where text <> 'nobody'`.execute(handle);
  return answersInOrder(asks, rows, (row) => row.half);
});

describe("questions that many requests ask at once", () => {
  it("are answered each with its own", async () => {
    expect(await Promise.all(["1", "nobody", "5"].map((ask) => half(database, ask)))).toEqual([
      10,
      undefined,
      2,
    ]);
  });

  it("do not suffer from one that the database refuses", async () => {
    const outcomes = await Promise.allSettled(["2", "0", "no number", "5"].map((ask) => half(database, ask)));
    expect(outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : "refused"))).toEqual([
      5,
      "refused",
      "refused",
      2,
    ]);
  });

  it("see what their own transaction wrote", async () => {
    const countOf = gathered<string, number>(async (handle, asks) => {
      const { rows } = await sql<NumberedRow>`select asked.number
        from unnest(${asks}::text[]) with ordinality as asked (name, number)
        join setting on setting.name = asked.name`.execute(handle);
      return rowsInOrder(asks, rows).map((own) => own.length);
    });
    await database.transaction().execute(async (transaction) => {
      await transaction.insertInto("setting").values({ name: "gathered", value: "1" }).execute();
      expect(await countOf(transaction, "gathered")).toBe(1);
      expect(await countOf(database, "gathered")).toBe(0);
    });
    expect(await countOf(database, "gathered")).toBe(1);
  });
});
