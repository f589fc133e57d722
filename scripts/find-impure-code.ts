import { Visitor } from "oxc-parser";
import { type Finding, lineAt, type SourceFile } from "./read-sources.ts";

/** What comes from outside the arguments. A rule gets these passed in, so that it says the same every time. */
const outsideWorld = new Set([
  "process",
  "fetch",
  "crypto",
  "performance",
  "globalThis",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "console",
]);

const queryBuilders = new Set(["selectFrom", "insertInto", "updateTable", "deleteFrom", "mergeInto"]);

/** Finds clocks, randomness and the outside world in rules/, and SQL outside the stores. */
export function findImpureCode(sources: readonly SourceFile[]): Finding[] {
  return sources.flatMap((source) => {
    if (source.path.endsWith(".test.ts")) return [];
    return [
      ...(source.path.includes("/rules/") ? findOutsideWorld(source) : []),
      ...(mayHoldSql(source.path) ? [] : findSql(source)),
    ];
  });
}

function mayHoldSql(path: string): boolean {
  return path.endsWith("-store.ts") || path.startsWith("src/platform/database/");
}

function findOutsideWorld(source: SourceFile): Finding[] {
  const found: Finding[] = [];
  const report = (start: number, what: string): void => {
    const message = `${what} in a rule: pass the value in`;
    found.push({
      rule: "rules-know-no-outside",
      file: source.path,
      line: lineAt(source.text, start),
      message,
    });
  };
  const property = (node: { object: unknown; property: unknown }): string =>
    `${nameOf(node.object)}.${nameOf(node.property)}`;
  const reference = (node: unknown): void => {
    const name = nameOf(node);
    if (name !== undefined && outsideWorld.has(name)) report((node as { start: number }).start, name);
  };
  new Visitor({
    MemberExpression: (node) => {
      const path = property(node);
      if (path === "Date.now" || path === "Math.random") report(node.start, path);
      reference(node.object);
    },
    NewExpression: (node) => {
      if (nameOf(node.callee) === "Date" && node.arguments.length === 0) report(node.start, "new Date()");
    },
    CallExpression: (node) => {
      if (nameOf(node.callee) === "Date") report(node.start, "Date()");
      reference(node.callee);
    },
    VariableDeclarator: (node) => reference(node.init),
  }).visit(source.program);
  return found;
}

function findSql(source: SourceFile): Finding[] {
  const found: Finding[] = [];
  const report = (start: number, what: string): void => {
    const message = `${what}: SQL belongs into a -store.ts file`;
    found.push({ rule: "sql-lives-in-stores", file: source.path, line: lineAt(source.text, start), message });
  };
  new Visitor({
    CallExpression: ({ callee, start }) => {
      if (callee.type !== "MemberExpression") return;
      const name = nameOf(callee.property);
      if (name !== undefined && queryBuilders.has(name)) report(start, `.${name}(…)`);
    },
    TaggedTemplateExpression: ({ tag, start }) => {
      if (nameOf(tag) === "sql") report(start, "sql`…`");
    },
  }).visit(source.program);
  return found;
}

function nameOf(node: unknown): string | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  const { type, name } = node as { type?: string; name?: string };
  return type === "Identifier" ? name : undefined;
}
