import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  comparisonOperators,
  type FilterTree,
  filterFunctions,
  type Literal,
  type PropertyPath,
} from "./filter-tree.ts";
import { deepestNesting, mostComparisons, parseFilter } from "./parse-filter.ts";

function parsed(text: string): FilterTree | string {
  const result = parseFilter(text);
  return result.ok ? result.value : `${result.refusal.code} at ${result.refusal.position}`;
}

function print(tree: FilterTree): string {
  switch (tree.kind) {
    case "and":
    case "or":
      return tree.operands.map(printOperand).join(` ${tree.kind} `);
    case "not":
      return `not ${printOperand(tree.operand)}`;
    case "compare":
      return `${tree.path} ${tree.operator} ${printLiteral(tree.literal)}`;
    case "in":
      return `${tree.path} in (${tree.literals.map(printLiteral).join(",")})`;
    case "call":
      return `${tree.function}(${tree.path},${printLiteral({ type: "text", value: tree.text })})`;
    case "any":
      return `${tree.path}/any(${tree.variable}:${print(tree.condition)})`;
  }
}

function printOperand(tree: FilterTree): string {
  return tree.kind === "and" || tree.kind === "or" ? `(${print(tree)})` : print(tree);
}

function printLiteral(literal: Literal): string {
  if (literal.type === "null") return "null";
  return literal.type === "text" ? `'${literal.value.replaceAll("'", "''")}'` : String(literal.value);
}

const path: fc.Arbitrary<PropertyPath> = fc.constantFrom(
  "mail",
  "userType",
  "status/errorCode",
  "x",
  "x/issuer",
);
const text = fc.string({ unit: "binary", maxLength: 20 });
const literal: fc.Arbitrary<Literal> = fc.oneof(
  text.map((value) => ({ type: "text" as const, value })),
  fc.uuid().map((value) => ({ type: "guid" as const, value })),
  fc.integer({ min: -999, max: 999_999 }).map((value) => ({ type: "number" as const, value })),
  fc.boolean().map((value) => ({ type: "boolean" as const, value })),
  fc.constantFrom<Literal>(
    { type: "null" },
    { type: "moment", value: "2024-01-01T00:00:00Z" },
    { type: "moment", value: "2024-01-01T00:00:00.1234567+02:00" },
  ),
);
const { tree } = fc.letrec<{ tree: FilterTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.record({
      kind: fc.constant("compare" as const),
      path,
      operator: fc.constantFrom(...comparisonOperators),
      literal,
    }),
    fc.record({
      kind: fc.constant("in" as const),
      path,
      literals: fc.array(literal, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant("call" as const),
      function: fc.constantFrom(...filterFunctions),
      path,
      text,
    }),
    fc.record({
      kind: fc.constantFrom("and" as const, "or" as const),
      operands: fc.array(tie("tree"), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("not" as const), operand: tie("tree") }),
    fc.record({
      kind: fc.constant("any" as const),
      path: fc.constantFrom("otherMails", "identities"),
      variable: fc.constant("x"),
      condition: tie("tree"),
    }),
  ),
}));

describe("reading a filter", () => {
  it("gives back every tree that was printed", () => {
    fc.assert(
      fc.property(tree, (made) => {
        fc.pre(print(made).length < 4000);
        expect(parseFilter(print(made))).toEqual({ ok: true, value: made });
      }),
    );
  });

  it("refuses anything else with a position in it, and never throws", () => {
    const pieces = fc.constantFrom(
      "(",
      ")",
      "'",
      "''",
      "and",
      "not",
      "eq",
      "mail",
      "/any(",
      ":",
      ",",
      "null",
      " ",
    );
    const noise = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces).map((some) => some.join(" ")),
    );
    fc.assert(
      fc.property(noise, (typed) => {
        const result = parseFilter(typed);
        if (result.ok) return;
        expect(result.refusal.code).toMatch(/^filter-/);
        expect(result.refusal.position).toBeGreaterThanOrEqual(0);
        expect(result.refusal.position).toBeLessThanOrEqual(typed.length);
      }),
    );
  });

  it("binds not before and, and and before or", () => {
    expect(parsed("not a eq 1 and b eq 2 or c eq 3")).toEqual({
      kind: "or",
      operands: [
        {
          kind: "and",
          operands: [
            {
              kind: "not",
              operand: { kind: "compare", path: "a", operator: "eq", literal: { type: "number", value: 1 } },
            },
            { kind: "compare", path: "b", operator: "eq", literal: { type: "number", value: 2 } },
          ],
        },
        { kind: "compare", path: "c", operator: "eq", literal: { type: "number", value: 3 } },
      ],
    });
  });

  it("takes words in any case, doubled quotes, and blanks anywhere", () => {
    expect(parsed("  StartsWith( displayName , 'O''Brien' )  ")).toEqual({
      kind: "call",
      function: "startswith",
      path: "displayName",
      text: "O'Brien",
    });
    expect(parsed("otherMails/any(x:x eq 'a@b.example')")).toMatchObject({ kind: "any", path: "otherMails" });
    expect(parsed("id EQ 5E6F0C1A-7a4e-4a36-9f55-0e3a7f1f7d21")).toMatchObject({
      literal: { type: "guid", value: "5e6f0c1a-7a4e-4a36-9f55-0e3a7f1f7d21" },
    });
  });

  it.each([
    ["", "filter-malformed at 0"],
    ["mail", "filter-malformed at 4"],
    ["mail is 'x'", "filter-malformed at 5"],
    ["mail eq", "filter-malformed at 7"],
    ["mail eq 'x", "filter-malformed at 8"],
    ["mail eq 'x' and", "filter-malformed at 15"],
    ["(mail eq 'x'", "filter-malformed at 12"],
    ["mail eq 'x')", "filter-malformed at 11"],
    ["mail in ()", "filter-malformed at 9"],
    ["startswith(mail,5)", "filter-malformed at 16"],
    ["mail eq 'x'; drop table user", "filter-malformed at 11"],
  ])("%j: %s", (typed, expected) => {
    expect(parsed(typed)).toBe(expected);
  });

  it("refuses what is too deep, too wide or too long before it costs anything", () => {
    const nested = (depth: number) => `${"(".repeat(depth)}a eq 1${")".repeat(depth)}`;
    expect(parseFilter(nested(deepestNesting)).ok).toBe(true);
    expect(parsed(nested(deepestNesting + 1))).toMatch(/^filter-too-large/);
    expect(parsed(`${"not ".repeat(1000)}a eq 1`)).toMatch(/^filter-too-large/);
    const wide = (count: number) => Array.from({ length: count }, () => "a eq 1").join(" or ");
    expect(parseFilter(wide(mostComparisons)).ok).toBe(true);
    expect(parsed(wide(mostComparisons + 1))).toMatch(/^filter-too-large/);
    expect(parsed(`a in (${"1,".repeat(200)}1)`)).toMatch(/^filter-too-large/);
    expect(parsed(`a eq '${"x".repeat(9000)}'`)).toMatch(/^filter-too-large/);
  });
});
