import { expect, it } from "vitest";
import { findMissingProofs } from "./find-missing-proofs.ts";

const evidence = {
  textOf: (path: string) =>
    path === "test/clients/one.test.ts"
      ? `it("signs in", async () => {});\n// "signs out" is not here`
      : undefined,
  versionOf: (name: string) => (name === "a-client" ? "1.2.3" : undefined),
};

it.each([
  ["| code | yes | [signs in](../test/clients/one.test.ts) |", []],
  ["| implicit | no | |", []],
  ["| `a-client` 1.2.3 | yes | [signs in](../test/clients/one.test.ts) |", []],
  ["text, [elsewhere](guides/one.md), no row", []],
  ["| code | yes | |", ["docs/compatibility.md:1 claims something and names no test"]],
  [
    "| code | differs | [signs out](../test/clients/one.test.ts) |",
    ["docs/compatibility.md:1 names a test that test/clients/one.test.ts does not have: signs out"],
  ],
  [
    "| code | no | [signs in](../test/clients/two.test.ts) |",
    ["docs/compatibility.md:1 names test/clients/two.test.ts, which does not exist"],
  ],
  [
    "| `a-client` 1.2.4 | yes | [signs in](../test/clients/one.test.ts) |",
    ["docs/compatibility.md:1 says a-client 1.2.4; installed is 1.2.3"],
  ],
])("holds a row against its tests: %s", (page, faults) => {
  expect(findMissingProofs(page, evidence)).toEqual(faults);
});
