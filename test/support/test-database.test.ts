import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testDatabase } from "./test-database.ts";

const first = await testDatabase();
const second = await testDatabase();

describe("testDatabase", () => {
  it("gives each caller a database of its own with the schema in it", async () => {
    await first.database.insertInto("setting").values({ name: "colour", value: '{"isDark":true}' }).execute();
    expect(await second.database.selectFrom("setting").selectAll().execute()).toEqual([]);
    expect(await first.database.selectFrom("setting").selectAll().execute()).toEqual([
      { name: "colour", value: { isDark: true } },
    ]);
  });

  it("reads whole numbers as numbers, moments as Date and days as they are written", async () => {
    const { rows } = await sql`
      select count(*) as how_many, 9007199254740993::int8 as too_big,
             timestamptz '2026-03-01 10:00:00+02' as moment, date '2026-03-01' as day`.execute(
      first.database,
    );
    expect(rows).toEqual([
      { howMany: 1, tooBig: "9007199254740993", moment: new Date("2026-03-01T08:00:00Z"), day: "2026-03-01" },
    ]);
  });
});
