import { existsSync, realpathSync } from "node:fs";
import { open } from "node:fs/promises";
import { stringify } from "csv-stringify/sync";
import { CommandRefused } from "./command-refused.ts";
import { harmlessCell } from "./rules/harmless-cell.ts";
import type { RowResult } from "./rules/row-result.ts";

/** Where the result of each row is written, as soon as it is known. */
export interface ResultsFile {
  readonly path: string;
  write(results: readonly RowResult[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes the results file of an import: the one named, or a new one beside the import. Only its owner may read it.
 * Throws CommandRefused when it cannot be made.
 */
export async function makeResultsFile(
  importPath: string,
  options: { readonly path: string | undefined; readonly withLinks: boolean; readonly delimiter: string },
): Promise<ResultsFile> {
  const path = options.path ?? freePathBeside(importPath);
  if (existsSync(path) && realpathSync(path) === realpathSync(importPath))
    throw new CommandRefused("The results cannot be written over the file that is read (--results).");
  const file = await open(path, "w", 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new CommandRefused(`The results cannot be written to ${path}: ${error.message}`);
  });
  await file.chmod(0o600);
  const lines = (rows: readonly (readonly string[])[]) =>
    stringify(
      rows.map((row) => row.map(harmlessCell)),
      { delimiter: options.delimiter },
    );
  const columns = ["row", "email", "result", "user_id", "error", ...(options.withLinks ? ["link"] : [])];
  await file.appendFile(lines([columns]));
  return {
    path,
    async write(results) {
      const rows = results.map(({ row, email, result, userId, error, link }) => [
        String(row),
        email,
        result,
        userId ?? "",
        error ?? "",
        ...(options.withLinks ? [link ?? ""] : []),
      ]);
      if (rows.length > 0) await file.appendFile(lines(rows));
    },
    async close() {
      await file.sync();
      await file.close();
    },
  };
}

/** Earlier results are kept: they may hold links that cannot be had again. */
function freePathBeside(importPath: string): string {
  const base = `${importPath.replace(/\.csv$/i, "")}.results`;
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? `${base}.csv` : `${base}.${number}.csv`;
    if (!existsSync(path)) return path;
  }
}
