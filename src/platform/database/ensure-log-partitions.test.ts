import { sql } from "kysely";
import { expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { ensureLogPartitions } from "./ensure-log-partitions.ts";

const { database } = await testDatabase();

it("makes the months once, when several nodes start together", async () => {
  const now = new Date("2031-12-05T00:00:00Z");
  await Promise.all(Array.from({ length: 4 }, () => ensureLogPartitions(database, now)));
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relname in ('audit_event_2031_12', 'audit_event_2032_01', 'sign_in_event_2031_12', 'sign_in_event_2032_01')
  `.execute(database);
  expect(rows).toHaveLength(4);
});
