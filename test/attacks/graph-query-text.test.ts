import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { selectUserPageQuery } from "../../src/domain/directory/user-query-store.ts";
import { GraphError } from "../../src/edges/graph/graph-error.ts";
import { compileFilter } from "../../src/edges/graph/odata/compile-filter.ts";
import { compileSearch } from "../../src/edges/graph/odata/compile-search.ts";
import { parseFilter } from "../../src/edges/graph/odata/parse-filter.ts";
import { parseSearch } from "../../src/edges/graph/odata/parse-search.ts";
import { userType } from "../../src/edges/graph/resources/users/user-properties.ts";
import { type GraphTenant, graphStage } from "../support/graph-stage.ts";

const { machine, call, organisation } = await graphStage();
let contoso: GraphTenant;
let token = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  await contoso.member("anna");
  token = await contoso.appToken(["User.Read.All", "Group.Read.All"]);
});

const properties = Object.keys(userType.properties);
const odd = fc.constantFrom(
  "'",
  "''",
  '"',
  "\\",
  "%",
  "_",
  ";--",
  "\u0001",
  "\u2028",
  "\ud800",
  "é",
  "😀",
  "$1",
  "/*",
);
const typed = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.array(odd, { maxLength: 6 }).map((signs) => signs.join("")),
);
const quoted = typed.map((text) => `'${text.replaceAll("'", "''")}'`);
const value = fc.oneof(
  quoted,
  fc.constantFrom(
    "null",
    "true",
    "1e400",
    "-1",
    "999999999999999",
    "0.5",
    "2026-02-30",
    "9999-12-31T23:59:60Z",
  ),
  fc.constantFrom("0000-01-01", "11111111-2222-4333-8444-555555555555", "2026-01-01T00:00:00+25:00"),
);
const path = fc.oneof(
  fc.constantFrom(...properties),
  fc.constantFrom("x", "x/issuer", "a/b/c", "__proto__", "$count"),
);

/** Filters that look like filters, and hold what they should not. */
const condition = fc.oneof(
  fc.tuple(path, fc.constantFrom("eq", "ne", "ge", "lt"), value).map((parts) => parts.join(" ")),
  fc.tuple(path, value, value).map(([name, one, other]) => `${name} in (${one},${other})`),
  fc
    .tuple(fc.constantFrom("startswith", "endswith", "contains"), path, quoted)
    .map(([called, name, text]) => `${called}(${name},${text})`),
  fc.tuple(path, value).map(([name, one]) => `${name}/any(x:x eq ${one})`),
  fc
    .tuple(path, value)
    .map(([name, one]) => `${name}/any(x:x/issuer eq ${one} or x/issuerAssignedId eq ${one})`),
  fc.tuple(path, value).map(([name, one]) => `${name}/$count ge ${one}`),
);
const filter = fc.oneof(
  condition,
  fc.tuple(condition, fc.constantFrom("and", "or"), condition).map((parts) => parts.join(" ")),
  condition.map((one) => `not(${one})`),
  typed,
);
const search = fc.oneof(
  fc
    .tuple(fc.constantFrom("displayName", "mail", "givenName", "id", "nothing"), typed)
    .map(([name, text]) => `"${name}:${text.replaceAll(/["\\]/g, "\\$&")}"`),
  typed,
);

async function statusOf(path: string, options: Readonly<Record<string, string>>): Promise<number> {
  const query = new URLSearchParams({ $count: "true", ...options });
  const answer = await call(`GET ${path}?${query}`, token, { headers: { consistencylevel: "eventual" } });
  return answer.status;
}

describe("whatever is asked of a list", () => {
  const isAnswered = async (options: Readonly<Record<string, string>>) => {
    for (const path of ["/users", "/groups", "/users/$count"])
      expect([200, 400], `${path} ${JSON.stringify(options)}`).toContain(await statusOf(path, options));
  };

  it("by $filter is answered or refused, and nothing fails inside", async () => {
    await fc.assert(
      fc.asyncProperty(filter, (text) => isAnswered({ $filter: text })),
      { numRuns: 200 },
    );
  });

  it("by $search is answered or refused, and nothing fails inside", async () => {
    await fc.assert(
      fc.asyncProperty(search, (text) => isAnswered({ $search: text })),
      { numRuns: 100 },
    );
  });

  it("by the other options is answered or refused, and nothing fails inside", async () => {
    const option = fc.constantFrom(
      "$orderby",
      "$select",
      "$expand",
      "$top",
      "$skiptoken",
      "$format",
      "$skip",
    );
    const text = fc.oneof(path, typed, fc.constantFrom("manager($select=", "displayName desc", "QTAx"));
    await fc.assert(
      fc.asyncProperty(option, text, (name, given) => isAnswered({ [name]: given })),
      { numRuns: 100 },
    );
  });
});

describe("what a caller writes", () => {
  const marker = "zqmarker";
  const marked = typed.map((text) => `${marker}${text}${marker}`);

  function expectApart(where: () => Parameters<typeof selectUserPageQuery>[2]["where"]): void {
    let condition: ReturnType<typeof where>;
    try {
      condition = where();
    } catch (error) {
      expect(error).toBeInstanceOf(GraphError);
      return;
    }
    const query = { where: condition, limit: 5, orderBy: "displayName" as const };
    const { sql } = selectUserPageQuery(machine.database, contoso.tenant.tenantId, query).compile();
    expect(sql.toLowerCase()).not.toContain(marker);
  }

  it("in a filter is a parameter of the statement and never its text", () => {
    const asked = fc.tuple(fc.constantFrom(...properties), marked).chain(([name, text]) => {
      const literal = `'${text.replaceAll("'", "''")}'`;
      return fc.constantFrom(
        `${name} eq ${literal}`,
        `${name} ne ${literal}`,
        `${name} in (${literal},${literal})`,
        `startswith(${name},${literal})`,
        `endswith(${name},${literal})`,
        `${name}/any(x:x eq ${literal})`,
        `${name}/any(x:endswith(x,${literal}))`,
        `${name}/any(x:x/issuer eq ${literal})`,
        `${marker} eq ${literal}`,
      );
    });
    fc.assert(
      fc.property(asked, (text) => {
        const tree = parseFilter(text);
        if (tree.ok) expectApart(() => compileFilter(userType, tree.value).condition);
      }),
      { numRuns: 500 },
    );
  });

  it("in a search is a parameter of the statement and never its text", () => {
    const asked = fc
      .tuple(fc.constantFrom(...properties), marked)
      .map(([name, text]) => `"${name}:${text.replaceAll(/["\\]/g, "\\$&")}"`);
    fc.assert(
      fc.property(asked, (text) => expectApart(() => compileSearch(userType, parseSearch(text)).condition)),
      { numRuns: 300 },
    );
  });
});
