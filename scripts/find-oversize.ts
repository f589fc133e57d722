import { Visitor } from "oxc-parser";
import { type Finding, lineAt, type SourceFile } from "./read-sources.ts";

const MOST_LINES_OF_A_FILE = 300;
const MOST_LINES_OF_A_FUNCTION = 60;

/** Lists that are looked up and not read: words of a language, and migrations, which never change once they ran. */
const LISTS = ["/words/", "/migrations/"];

/** What may be longer, for now: `src/x.ts` or `src/x.ts#functionName` → lines. The list can only shrink. */
export type SizeAllowances = Readonly<Record<string, number>>;

interface Measure {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly lines: number;
  readonly most: number;
}

/** Finds files and functions that are too long, and allowances that are larger than needed. */
export function findOversize(sources: readonly SourceFile[], allowances: SizeAllowances): Finding[] {
  const measures = sources.filter(({ path }) => !path.endsWith(".test.ts")).flatMap(measure);
  const tooLong = measures.filter(({ name, lines, most }) => lines > Math.max(most, allowances[name] ?? 0));
  return [
    ...tooLong.map(({ name, file, line, lines, most }) => ({
      rule: "short-files-and-functions",
      file,
      line,
      message: `${name} has ${lines} lines; at most ${allowances[name] ?? most}`,
    })),
    ...Object.entries(allowances).flatMap(([name, allowed]) => {
      const needed = Math.max(
        0,
        ...measures.filter((one) => one.name === name).map(({ lines, most }) => (lines > most ? lines : 0)),
      );
      if (needed >= allowed) return [];
      const message = needed === 0 ? "is no longer too long: take it off the list" : `needs only ${needed}`;
      return [
        {
          rule: "allowances-shrink",
          file: "scripts/size-allowances.json",
          line: 1,
          message: `${name} ${message}`,
        },
      ];
    }),
  ];
}

function measure(source: SourceFile): Measure[] {
  const { path, text, program } = source;
  const lines = text.trimEnd().split("\n").length;
  const isList = LISTS.some((folder) => path.includes(folder));
  const found: Measure[] = isList
    ? []
    : [{ name: path, file: path, line: 1, lines, most: MOST_LINES_OF_A_FILE }];
  let nameOfNext: string | undefined;
  const add = (node: { start: number; end: number; id?: { name: string } | null }): void => {
    const line = lineAt(text, node.start);
    const name = `${path}#${node.id?.name ?? nameOfNext ?? `line ${line}`}`;
    nameOfNext = undefined;
    found.push({
      name,
      file: path,
      line,
      lines: lineAt(text, node.end) - line + 1,
      most: MOST_LINES_OF_A_FUNCTION,
    });
  };
  new Visitor({
    VariableDeclarator: (node) => {
      const isFunction =
        node.init?.type === "ArrowFunctionExpression" || node.init?.type === "FunctionExpression";
      nameOfNext = isFunction && node.id.type === "Identifier" ? node.id.name : undefined;
    },
    FunctionDeclaration: add,
    FunctionExpression: add,
    ArrowFunctionExpression: (node) => add({ start: node.start, end: node.end }),
  }).visit(program);
  return found;
}
