import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";

const { database } = await testDatabase();

/** The statements that this connection keeps prepared. */
function prepared(): Promise<string[]> {
  return database.connection().execute(async (connection) => {
    await connection.selectFrom("setting").selectAll().where("name", "=", "x").execute();
    await connection.selectFrom("setting").selectAll().where("name", "=", "y").execute();
    await connection
      .selectFrom("setting")
      .selectAll()
      .where("name", ">", "y")
      .orderBy("name")
      .limit(5)
      .execute();
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      connection,
    );
    return rows.map((row) => row.statement).filter((statement) => statement.includes("setting"));
  });
}

describe("statements that come again and again", () => {
  it("are prepared once per connection, lists are not", async () => {
    const statements = await prepared();
    expect(statements).toHaveLength(1);
    expect(statements[0]).not.toContain("order by");
  });

  it("go on after a table changed under them", async () => {
    await sql`create table changing (id int)`.execute(database);
    const read = () => sql`select * from changing where id > ${0}`.execute(database);
    await read();
    await sql`alter table changing add column name text`.execute(database);
    await read().catch(() => undefined);
    await expect(read()).resolves.toBeDefined();
  });

  it("still fail one by one", async () => {
    await expect(sql`select 1 / ${0}::int`.execute(database)).rejects.toMatchObject({ code: "22012" });
    await expect(sql`select 1 / ${1}::int as one`.execute(database)).resolves.toMatchObject({
      rows: [{ one: 1 }],
    });
  });
});
