import fc from "fast-check";
import { expect, it } from "vitest";
import { GraphError } from "../graph-error.ts";
import { parseSearch } from "./parse-search.ts";

const clause = (property: string, text: string) => ({ kind: "clause", property, text });

it.each([
  ['"displayName:ann"', clause("displayName", "ann")],
  ['"displayName:a:b \\"c\\" \\\\"', clause("displayName", 'a:b "c" \\')],
  ['"a:1" OR "b:2" AND "c:3"', ["or", clause("a", "1"), ["and", clause("b", "2"), clause("c", "3")]]],
  ['("a:1" OR "b:2") AND "c:3"', ["and", ["or", clause("a", "1"), clause("b", "2")], clause("c", "3")]],
  ['"a:1"AND"b:2"', ["and", clause("a", "1"), clause("b", "2")]],
] as const)("reads %s", (text, expected) => {
  const tree = (part: unknown): unknown =>
    Array.isArray(part) ? { kind: part[0], operands: part.slice(1).map(tree) } : part;
  expect(parseSearch(text)).toEqual(tree(expected));
});

it.each([
  "",
  "ann",
  "displayName:ann",
  '"displayName"',
  '":ann"',
  '"a:1" "b:2"',
  '"a:1" and "b:2"',
  '"a:1" OR',
  '("a:1"',
  '"a:1")',
  '"a:1',
  Array.from({ length: 21 }, () => '"a:1"').join(" OR "),
  `${"(".repeat(6)}"a:1"${")".repeat(6)}`,
  `"a:${"x".repeat(2100)}"`,
])("says where %.40s breaks", (text) => {
  expect(() => parseSearch(text)).toThrow(GraphError);
});

it("gives a tree or the one typed refusal, whatever it is given", () => {
  const sign = fc.constantFrom('"', "\\", "(", ")", ":", " ", "AND", "OR", "a", "'", "\n", "é");
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
      try {
        parseSearch(signs.join(""));
      } catch (error) {
        expect(error).toBeInstanceOf(GraphError);
      }
    }),
  );
});
