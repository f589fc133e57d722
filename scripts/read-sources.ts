import { readdirSync, readFileSync } from "node:fs";
import { dirname, posix, relative, resolve, sep } from "node:path";
import { parseSync, Visitor } from "oxc-parser";

type Program = ReturnType<typeof parseSync>["program"];

/** One import, export-from, `import()` or `import("x").Type`; type-only ones count as much as the others. */
export interface ImportedModule {
  readonly specifier: string;
  /** The file from the root of the tree (`src/domain/x.ts`), or undefined for a library or a part of Node. */
  readonly file: string | undefined;
  readonly line: number;
}

export interface SourceFile {
  /** From the root of the tree, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly imports: readonly ImportedModule[];
}

/** What a check complains about. */
export interface Finding {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** The line, from 1, of a place in a text. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Reads every TypeScript and JavaScript file below `folder` of the tree at `root`. Throws when one cannot be parsed. */
export function readSources(root: string, folder: string): SourceFile[] {
  return readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.m?[jt]s$/.test(entry.name))
    .map((entry) => relative(root, resolve(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort()
    .map((path) => readSource(root, path));
}

function readSource(root: string, path: string): SourceFile {
  const text = readFileSync(resolve(root, path), "utf8");
  const parsed = parseSync(path, text);
  const [error] = parsed.errors;
  if (error !== undefined) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const { program } = parsed;
  return { path, text, program, imports: readImports(path, text, program) };
}

function readImports(path: string, text: string, program: Program): ImportedModule[] {
  const found: ImportedModule[] = [];
  const add = (source: { type: string; start: number; value?: unknown } | null): void => {
    if (source === null || typeof source.value !== "string") return;
    const specifier = source.value;
    const file = specifier.startsWith(".") ? posix.join(dirname(path), specifier) : undefined;
    found.push({ specifier, file, line: lineAt(text, source.start) });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
  }).visit(program);
  return found;
}
