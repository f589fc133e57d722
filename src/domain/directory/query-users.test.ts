import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { Comparison } from "../../foundation/condition.ts";
import type { EmailAddress } from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { createGuests } from "./create-guest.ts";
import { createMember } from "./create-member.ts";
import { createTenant } from "./create-tenant.ts";
import { deleteUser } from "./delete-user.ts";
import { countUsers, queryUsers } from "./query-users.ts";
import type { UserCondition, UserProperties } from "./rules/user-condition.ts";
import { selectUserPageQuery } from "./user-query-store.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
let tenantId: TenantId;
let deletedId: UserId;

beforeAll(async () => {
  const tenant = accepted(
    await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
  );
  tenantId = tenant.tenantId;
  accepted(
    await createMember(machine, byOperator, {
      tenantId,
      userPrincipalName: "Megan@contoso.guesthouse.internal",
      displayName: "Megan",
      password: "a long enough secret",
      jobTitle: "50%_Manager",
    }),
  );
  const people = [
    "Ann@one.example",
    "ben@one.example",
    "cyd@two.example",
    "dot@two.example",
  ] as EmailAddress[];
  const guests = await database.transaction().execute((transaction) =>
    createGuests(
      transaction,
      machine.clock(),
      people.map((address) => ({ tenant, address })),
    ),
  );
  deletedId = guests[3]?.user.userId as UserId;
  await deleteUser(machine, byOperator, { tenantId, userId: deletedId });
});

async function names(where?: UserCondition): Promise<string[]> {
  const users = await queryUsers(database, tenantId, { where, limit: 50, orderBy: "displayName" });
  expect(await countUsers(database, tenantId, { where })).toBe(users.length);
  return users.map((user) => user.displayName);
}

const compare = (comparison: Comparison<UserProperties>): UserCondition => ({ compare: comparison });

describe("queryUsers", () => {
  it.each<[string, UserCondition, string[]]>([
    ["kind", compare({ property: "kind", operator: "eq", value: "guest" }), ["Ann", "ben", "cyd"]],
    ["kind, turned round", compare({ property: "kind", operator: "ne", value: "guest" }), ["Megan"]],
    [
      "a mail address in another case",
      compare({ property: "mail", operator: "eq", value: "ANN@one.EXAMPLE" }),
      ["Ann"],
    ],
    [
      "a user principal name in another case",
      compare({
        property: "userPrincipalName",
        operator: "eq",
        value: "ann_ONE.example#EXT#@contoso.guesthouse.internal",
      }),
      ["Ann"],
    ],
    [
      "one of several",
      compare({ property: "mail", operator: "in", value: ["BEN@one.example", "cyd@two.example"] }),
      ["ben", "cyd"],
    ],
    ["a beginning", compare({ property: "displayName", operator: "startsWith", value: "b" }), ["ben"]],
    ["an ending", compare({ property: "mail", operator: "endsWith", value: "@ONE.example" }), ["Ann", "ben"]],
    [
      "signs that mean something to SQL",
      compare({ property: "jobTitle", operator: "startsWith", value: "50%_" }),
      ["Megan"],
    ],
    [
      "signs that would match anything if they did",
      compare({ property: "jobTitle", operator: "contains", value: "%m_n" }),
      [],
    ],
    [
      "an empty property",
      compare({ property: "jobTitle", operator: "eq", value: null }),
      ["Ann", "ben", "cyd"],
    ],
    ["a filled property", compare({ property: "jobTitle", operator: "ne", value: null }), ["Megan"]],
    [
      "unequal, where an empty property is unequal too",
      compare({ property: "jobTitle", operator: "ne", value: "50%_manager" }),
      ["Ann", "ben", "cyd"],
    ],
    [
      "not equal, where an empty property is not equal too",
      { not: compare({ property: "jobTitle", operator: "eq", value: "50%_manager" }) },
      ["Ann", "ben", "cyd"],
    ],
    [
      "a flag",
      compare({ property: "showInAddressList", operator: "eq", value: false }),
      ["Ann", "ben", "cyd"],
    ],
    [
      "a time",
      compare({ property: "createdAt", operator: "ge", value: new Date("2026-03-01T10:00:01Z") }),
      [],
    ],
    [
      "one of many addresses",
      compare({ property: "otherMails", operator: "any", value: "Ann@One.Example" }),
      ["Ann"],
    ],
    [
      "a primary proxy address",
      compare({ property: "proxyAddresses", operator: "any", value: "smtp:ANN@one.example" }),
      ["Ann"],
    ],
    [
      "the beginning of one of many",
      compare({ property: "proxyAddresses", operator: "anyStartsWith", value: "SMTP:c" }),
      ["cyd"],
    ],
    [
      "both, and either",
      {
        and: [
          compare({ property: "kind", operator: "eq", value: "guest" }),
          {
            or: [
              compare({ property: "displayName", operator: "eq", value: "ANN" }),
              compare({ property: "displayName", operator: "gt", value: "c" }),
            ],
          },
        ],
      },
      ["Ann", "cyd"],
    ],
    ["no alternative at all", { or: [] }, []],
    ["an object id that is none", compare({ property: "userId", operator: "eq", value: "' or 1=1" }), []],
    ["object ids that are none", compare({ property: "userId", operator: "in", value: ["x", "y"] }), []],
  ])("finds by %s", async (_, where, expected) => {
    expect(await names(where)).toEqual(expected);
  });

  it("finds by object id, in any case of letters", async () => {
    const [ann] = await queryUsers(database, tenantId, { limit: 1, orderBy: "displayName" });
    const userId = (ann?.userId ?? "").toUpperCase();
    expect(await names(compare({ property: "userId", operator: "eq", value: userId }))).toEqual(["Ann"]);
    expect(await names(compare({ property: "userId", operator: "in", value: [userId] }))).toEqual(["Ann"]);
  });

  it.each([undefined, "displayName", "createdAt"] as const)(
    "walks through all users by %s, each once",
    async (orderBy) => {
      for (const direction of ["ascending", "descending"] as const) {
        const seen: string[] = [];
        let after: UserId | undefined;
        for (;;) {
          const page = await queryUsers(database, tenantId, { after, limit: 2, orderBy, direction });
          seen.push(...page.map((user) => user.displayName));
          after = page.at(-1)?.userId;
          if (page.length < 2) break;
        }
        expect([...seen].sort()).toEqual(["Ann", "Megan", "ben", "cyd"]);
        if (orderBy === "displayName")
          expect(seen).toEqual(
            direction === "ascending" ? ["Ann", "ben", "cyd", "Megan"] : ["Megan", "cyd", "ben", "Ann"],
          );
      }
    },
  );

  it("shows deleted users only when they are asked for", async () => {
    const deleted = await queryUsers(database, tenantId, { deleted: true, limit: 9 });
    expect(deleted.map((user) => user.userId)).toEqual([deletedId]);
    expect(await countUsers(database, tenantId, { deleted: true })).toBe(1);
  });

  it("shows nobody of another tenant", async () => {
    const other = accepted(
      await createTenant(machine, byOperator, { displayName: "Fabrikam", name: "fabrikam" }),
    );
    expect(await queryUsers(database, other.tenantId, { limit: 9 })).toEqual([]);
  });
});

describe("a page among many users", () => {
  const plan = async (where: UserCondition, after?: UserId) => {
    const query = selectUserPageQuery(database, tenantId, { where, after, limit: 100 });
    return JSON.stringify(await query.explain("json"));
  };

  beforeAll(async () => {
    await sql`
      insert into "user" (tenant_id, user_id, user_principal_name, kind, is_external, display_name, mail_nickname,
        mail, redemption_state, sessions_valid_from, created_at)
      select ${tenantId}, gen_random_uuid(), 'many' || n || '@contoso.example',
        case when n % 2 = 0 then 'guest' else 'member' end, n % 2 = 0, 'Many ' || n, 'many' || n,
        'many' || n || '@many.example', case when n % 2 = 0 then 'pending' end, now(), now()
      from generate_series(1, 20000) n`.execute(database);
    await sql`insert into external_identity (tenant_id, issuer, subject, user_id, provider_kind, linked_at)
      select ${tenantId}, 'mail', mail, user_id, 'email-code', now() from "user" where kind = 'guest'`.execute(
      database,
    );
    await sql`analyze "user", external_identity`.execute(database);
  });

  it("of guests reads only the rows it shows, on the first page and on a late one", async () => {
    const where = compare({ property: "kind", operator: "eq", value: "guest" });
    for (const after of [undefined, "e0000000-0000-4000-8000-000000000000" as UserId]) {
      const found = await plan(where, after);
      expect(found).toContain('"user_kind"');
      expect(found).not.toContain("Sort");
    }
  });

  it.each(["mail", "userPrincipalName", "displayName"] as const)(
    "of whoever has a certain %s expects one row, and so goes by the index",
    async (property) => {
      const found = await plan(compare({ property, operator: "eq", value: "many77@many.example" }));
      expect(found).toMatch(/"Index Name":"user_(mail|principal_name_unique|display_name)"/);
      expect(found).toMatch(/"Plan Rows":1,/);
    },
  );

  it("of whoever has a certain word in their name goes by the index of words", async () => {
    const where = compare({ property: "displayName", operator: "hasWords", value: "many 777" });
    expect(await plan(where)).toContain('"user_display_name_words"');
    expect((await queryUsers(database, tenantId, { where, limit: 99 })).length).toBe(11);
  });

  it("of whoever proves who they are in a certain way goes by what the provider calls them", async () => {
    const equal = (property: string, value: string) =>
      ({ compare: { property, operator: "eq" as const, value } }) as const;
    const where = compare({
      property: "identities",
      operator: "anyWith",
      that: { and: [equal("issuer", "mail"), equal("subject", "MANY78@many.example")] },
    });
    expect(await plan(where)).toContain('"external_identity_subject"');
    const found = await queryUsers(database, tenantId, { where, limit: 9 });
    expect(found.map((user) => user.displayName)).toEqual(["Many 78"]);
  });

  it("of reports goes by the manager", async () => {
    const managerId = "11111111-2222-4333-8444-555555555555";
    const found = await plan(compare({ property: "managerId", operator: "eq", value: managerId }));
    expect(found).toContain('"user_manager"');
  });
});
