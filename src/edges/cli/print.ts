import { tableLines } from "./rules/table-lines.ts";

/** Prints a line of result. */
export function print(line = ""): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a result for machines, on one line. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Prints a line that is not part of the result: notices, progress, what went wrong. */
export function printAside(line = ""): void {
  process.stderr.write(`${line}\n`);
}

/** Prints rows in columns. */
export function printTable(rows: readonly (readonly string[])[], indent = ""): void {
  for (const line of tableLines(rows)) print(`${indent}${line}`);
}
