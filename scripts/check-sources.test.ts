import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { ArrowTable } from "./arrows.ts";
import { findBrokenArrows } from "./find-broken-arrows.ts";
import { findImpureCode } from "./find-impure-code.ts";
import { findOversize, type SizeAllowances } from "./find-oversize.ts";
import { readSources } from "./read-sources.ts";

const table: ArrowTable = {
  layers: ["foundation", "platform", "domain", "edges", "app"],
  domain: { directory: [], invitations: ["directory"] },
  sharedEdge: "shared",
  libraries: { hono: ["src/edges/", "src/app/"], kysely: ["src/platform/database/", "*-store.ts"] },
};

/** A small house in which every import is allowed. */
const house: Readonly<Record<string, string>> = {
  "src/main.ts": `import { app } from "./app/app.ts"; app();`,
  "src/app/app.ts": `import { home } from "../edges/pages/home-page.ts"; export const app = () => home;`,
  "src/edges/shared/headers.ts": `import { Hono } from "hono"; export const headers = Hono;`,
  "src/edges/pages/home-page.ts": `
    import { html } from "hono/html";
    import { headers } from "../shared/headers.ts";
    import { invite } from "../../domain/invitations/invite-guest.ts";
    export const home = html\`\${headers}\${invite}\`;`,
  "src/edges/graph/users-endpoint.ts": `export const users = [];`,
  "src/domain/directory/rules/user.ts": `
    import type { Id } from "../../../foundation/id.ts";
    export interface User { readonly id: Id }`,
  "src/domain/directory/user-store.ts": `
    import { sql } from "kysely";
    import type { User } from "./rules/user.ts";
    export const find = (): User => sql\`select\` as never;`,
  "src/domain/directory/find-user.ts": `
    import { join } from "node:path";
    import { find } from "./user-store.ts";
    export const findUser = () => join(find().id);`,
  "src/domain/invitations/rules/invitation.ts": `
    import type { User } from "../../directory/rules/user.ts";
    export const invitation = (guest: User, now: Date) => ({ guest, at: new Date(now), process: "by mail" });`,
  "src/domain/invitations/invite-guest.ts": `
    import { findUser } from "../directory/find-user.ts";
    import { clock } from "../../platform/clock.ts";
    import { invitation } from "./rules/invitation.ts";
    export const invite = () => invitation({ id: findUser() }, clock());`,
  "src/platform/clock.ts": `import type { Id } from "../foundation/id.ts"; export const clock = (_?: Id) => new Date();`,
  "src/foundation/id.ts": `export type Id = string;`,
};

/** The rules that a house breaks, each with the file it is broken in. */
function broken(changes: Readonly<Record<string, string>>, allowances: SizeAllowances = {}): string[] {
  const root = mkdtempSync(join(tmpdir(), "guesthouse-sources-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries({ ...house, ...changes })) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const sources = readSources(root, "src");
  const findings = [
    ...findBrokenArrows(sources, table),
    ...findImpureCode(sources),
    ...findOversize(sources, allowances),
  ];
  return findings.map(({ rule, file }) => `${rule} ${file}`);
}

const lines = (count: number): string => "//\n".repeat(count);

test("a house in order has no finding", () => {
  expect(broken({})).toEqual([]);
});

test.each([
  [
    "a circle",
    "no-circles",
    "src/domain/directory/a.ts",
    {
      "src/domain/directory/a.ts": `import { b } from "./b.ts"; export const a = () => b;`,
      "src/domain/directory/b.ts": `import { c } from "./c.ts"; export const b = () => c;`,
      "src/domain/directory/c.ts": `import { a } from "./a.ts"; export const c = () => a;`,
    },
  ],
  [
    "a circle of types alone",
    "no-circles",
    "src/domain/directory/a.ts",
    {
      "src/domain/directory/a.ts": `import type { B } from "./b.ts"; export interface A { b: B }`,
      "src/domain/directory/b.ts": `export interface B { a: import("./a.ts").A }`,
    },
  ],
  [
    "a circle closed by exporting again",
    "no-circles",
    "src/platform/a.ts",
    {
      "src/platform/a.ts": `export { b } from "./b.ts";`,
      "src/platform/b.ts": `export * from "./a.ts"; export const b = 1;`,
    },
  ],
  [
    "an upward import of the platform",
    "layers-point-down",
    "src/platform/a.ts",
    {
      "src/platform/a.ts": `import type { User } from "../domain/directory/rules/user.ts"; export type A = User;`,
    },
  ],
  [
    "an upward import at run time",
    "layers-point-down",
    "src/domain/directory/a.ts",
    { "src/domain/directory/a.ts": `export const a = () => import("../../edges/pages/home-page.ts");` },
  ],
  [
    "a domain folder that imports against its arrow",
    "domain-arrows",
    "src/domain/directory/a.ts",
    { "src/domain/directory/a.ts": `export { invite } from "../invitations/invite-guest.ts";` },
  ],
  [
    "an edge that imports another edge",
    "edges-do-not-meet",
    "src/edges/pages/a.ts",
    { "src/edges/pages/a.ts": `export { users } from "../graph/users-endpoint.ts";` },
  ],
  [
    "an edge that imports a store",
    "stores-stay-home",
    "src/edges/pages/a.ts",
    { "src/edges/pages/a.ts": `export { find } from "../../domain/directory/user-store.ts";` },
  ],
  [
    "a store used by another domain folder",
    "stores-stay-home",
    "src/domain/invitations/a.ts",
    { "src/domain/invitations/a.ts": `export { find } from "../directory/user-store.ts";` },
  ],
  [
    "a rule that imports a use case",
    "rules-are-pure",
    "src/domain/invitations/rules/a.ts",
    { "src/domain/invitations/rules/a.ts": `export { invite } from "../invite-guest.ts";` },
  ],
  [
    "a protocol rule that reads a file",
    "rules-use-no-library",
    "src/edges/graph/rules/a.ts",
    { "src/edges/graph/rules/a.ts": `export { readFileSync } from "node:fs";` },
  ],
  [
    "a library outside its owner's folder",
    "libraries-have-owners",
    "src/domain/directory/a.ts",
    { "src/domain/directory/a.ts": `export { Hono } from "hono";` },
  ],
  [
    "a library that nobody owns",
    "libraries-have-owners",
    "src/platform/a.ts",
    { "src/platform/a.ts": `export { pad } from "left-pad";` },
  ],
  [
    "a library in the foundation",
    "foundation-uses-no-library",
    "src/foundation/kysely-store.ts",
    { "src/foundation/kysely-store.ts": `export { sql } from "kysely";` },
  ],
  [
    "what runs importing a test's support",
    "source-imports-source",
    "src/platform/a.ts",
    { "src/platform/a.ts": `export { fake } from "../../test/support/fake.ts";` },
  ],
  [
    "a domain folder that the table does not know",
    "every-folder-is-known",
    "src/domain/governance/a.ts",
    { "src/domain/governance/a.ts": `export const a = 1;` },
  ],
  [
    "a query in a use case",
    "sql-lives-in-stores",
    "src/domain/directory/a.ts",
    { "src/domain/directory/a.ts": `export const a = (db: any) => db.selectFrom("user").selectAll();` },
  ],
  [
    "a clock in a rule",
    "rules-know-no-outside",
    "src/domain/directory/rules/a.ts",
    { "src/domain/directory/rules/a.ts": `export const a = () => Date.now();` },
  ],
  [
    "the present moment in a rule",
    "rules-know-no-outside",
    "src/domain/directory/rules/a.ts",
    { "src/domain/directory/rules/a.ts": `export const a = () => new Date();` },
  ],
  [
    "chance in a rule",
    "rules-know-no-outside",
    "src/domain/directory/rules/a.ts",
    { "src/domain/directory/rules/a.ts": `export const a = () => Math.random();` },
  ],
  [
    "the environment in a rule",
    "rules-know-no-outside",
    "src/domain/directory/rules/a.ts",
    { "src/domain/directory/rules/a.ts": `export const a = () => process.env["A"];` },
  ],
  [
    "a call to the outside in a rule",
    "rules-know-no-outside",
    "src/domain/directory/rules/a.ts",
    { "src/domain/directory/rules/a.ts": `export const a = () => fetch("http://a.example");` },
  ],
  [
    "a file of more than 300 lines",
    "short-files-and-functions",
    "src/platform/a.ts",
    { "src/platform/a.ts": `${lines(300)}export const a = 1;` },
  ],
  [
    "a function of more than 60 lines",
    "short-files-and-functions",
    "src/platform/a.ts",
    { "src/platform/a.ts": `export const a = () => {\n${lines(59)}};` },
  ],
])("%s is found", (_name, rule, file, changes: Readonly<Record<string, string>>) => {
  expect(broken(changes)).toEqual([`${rule} ${file}`]);
});

test("SQL in a rule is found as a library and as a query", () => {
  const rule = `import { sql } from "kysely"; export const a = sql\`select\`;`;
  expect(broken({ "src/domain/directory/rules/a.ts": rule })).toEqual([
    "rules-use-no-library src/domain/directory/rules/a.ts",
    "libraries-have-owners src/domain/directory/rules/a.ts",
    "sql-lives-in-stores src/domain/directory/rules/a.ts",
  ]);
});

test("a list of words may be as long as it needs", () => {
  expect(broken({ "src/edges/pages/words/en.ts": `${lines(400)}export const english = {};` })).toEqual([]);
});

test("a long file is accepted at the length the list allows, and not one line longer", () => {
  const long = { "src/platform/a.ts": `${lines(319)}export const a = 1;` };
  expect(broken(long, { "src/platform/a.ts": 320 })).toEqual([]);
  expect(broken(long, { "src/platform/a.ts": 319 })).toEqual(["short-files-and-functions src/platform/a.ts"]);
});

test("an allowance that is larger than needed must shrink, and go when it is not needed", () => {
  const long = { "src/platform/a.ts": `${lines(319)}export const a = 1;` };
  expect(broken(long, { "src/platform/a.ts": 321 })).toEqual([
    "allowances-shrink scripts/size-allowances.json",
  ]);
  expect(broken({}, { "src/platform/clock.ts": 400 })).toEqual([
    "allowances-shrink scripts/size-allowances.json",
  ]);
});

test("a file that cannot be parsed stops the check", () => {
  expect(() => broken({ "src/platform/a.ts": `import {` })).toThrow("src/platform/a.ts cannot be parsed");
});
