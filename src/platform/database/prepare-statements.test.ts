import { sql } from "kysely";
import { expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";

const { database } = await testDatabase();

const read = () => sql<{ name: string }>`select * from note where name = ${"a"}`.execute(database);

it("goes on when a table changed under a prepared statement, as in a migration of another node", async () => {
  await sql`create table note (name text)`.execute(database);
  await sql`insert into note values ('a')`.execute(database);
  await read();
  await sql`alter table note add column text text`.execute(database);
  expect((await Promise.all(Array.from({ length: 20 }, read))).map(({ rows }) => rows.length)).toEqual(
    Array.from({ length: 20 }, () => 1),
  );
});

it("tells the real reason inside a transaction, which must be begun anew", async () => {
  await read();
  await sql`alter table note add column more text`.execute(database);
  const inTransaction = database
    .transaction()
    .execute((transaction) => sql`select * from note where name = ${"a"}`.execute(transaction));
  await expect(inTransaction).rejects.toThrow(/cached plan/);
  expect((await read()).rows).toHaveLength(1);
});
