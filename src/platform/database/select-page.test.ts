import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import type { Comparison } from "../../foundation/condition.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { type ListedTable, type PageQuery, selectPage } from "./select-page.ts";

const { database } = await testDatabase();
const tenantId = "11111111-1111-4111-8111-111111111111" as TenantId;

type Properties = {
  readonly name: "text";
  readonly length: "number";
  readonly createdAt: "moment";
  readonly mails: "list";
  readonly siblings: "objects";
};

/** Groups whose mails are the letters of their name, and whose siblings have a name of the same length. */
const table: ListedTable<Properties> = {
  name: "group",
  id: "group_id",
  columns: {
    name: { type: "text", sql: "lower(display_name)" },
    length: { type: "number", sql: "length(display_name)" },
    createdAt: { type: "moment", sql: "created_at" },
    mails: { type: "list", sql: "string_to_array(lower(display_name), null)" },
    siblings: {
      type: "objects",
      from: `"group" sibling where sibling.tenant_id = "group".tenant_id
        and sibling.group_id <> "group".group_id and length(sibling.display_name) = length("group".display_name)`,
      fields: { name: { type: "text", sql: "lower(sibling.display_name)" } },
    },
  },
};

beforeAll(async () => {
  await sql`insert into tenant (tenant_id, display_name, initial_domain, pairwise_salt, created_at)
    values (${tenantId}, 'Contoso', 'contoso.example', '\\x00', now())`.execute(database);
  // Two of them a microsecond apart, which JavaScript cannot tell from each other.
  await sql`insert into "group" (tenant_id, group_id, display_name, mail_nickname, created_at)
    select ${tenantId}, gen_random_uuid(), name, 'x', moment::timestamptz from (values
      ('Ann', '2026-01-01T00:00:00.000001Z'), ('Ben', '2026-01-01T00:00:00.000002Z'),
      ('Cyril', '2026-01-02T00:00:00Z'), ('Dora', '2026-01-03T00:00:00Z')) made (name, moment)`.execute(
    database,
  );
});

const page = async (query: Partial<PageQuery<Properties>>) => {
  const select = database
    .selectFrom("group")
    .select(["groupId", "displayName"])
    .where("tenantId", "=", tenantId);
  return selectPage(database, table, tenantId, { limit: 9, ...query }, select);
};
const names = async (comparison: Comparison<Properties>) =>
  (await page({ where: { compare: comparison }, orderBy: "name" })).map((group) => group.displayName);

describe("a condition", () => {
  it.each<[Comparison<Properties>, string[]]>([
    [{ property: "length", operator: "gt", value: 3 }, ["Cyril", "Dora"]],
    [{ property: "length", operator: "le", value: 3.5 }, ["Ann", "Ben"]],
    [{ property: "length", operator: "ne", value: null }, ["Ann", "Ben", "Cyril", "Dora"]],
    [{ property: "mails", operator: "count", is: "eq", value: 4 }, ["Dora"]],
    [{ property: "siblings", operator: "count", is: "ge", value: 1 }, ["Ann", "Ben"]],
    [
      {
        property: "siblings",
        operator: "anyWith",
        that: { compare: { property: "name", operator: "eq", value: "ANN" } },
      },
      ["Ben"],
    ],
    [{ property: "name", operator: "hasWords", value: "c" }, ["Cyril"]],
  ])("%j", async (comparison, expected) => {
    expect(await names(comparison)).toEqual(expected);
  });
});

describe("pages", () => {
  it.each(["name", "length", "createdAt", undefined] as const)(
    "by %s show everybody once, in both directions",
    async (orderBy) => {
      for (const direction of ["ascending", "descending"] as const) {
        const whole = (await page({ orderBy, direction })).map((group) => group.displayName);
        const seen: string[] = [];
        let after: string | undefined;
        do {
          const [one] = await page({ orderBy, direction, after, limit: 1 });
          if (one) seen.push(one.displayName);
          after = one?.groupId;
        } while (after !== undefined);
        expect(seen).toEqual(whole);
        expect(new Set(seen).size).toBe(4);
      }
    },
  );

  it("begin anew where the last one seen is gone, rather than leave somebody out", async () => {
    const after = "22222222-2222-4222-8222-222222222222";
    for (const direction of ["ascending", "descending"] as const)
      expect(await page({ orderBy: "name", direction, after })).toHaveLength(4);
  });
});
