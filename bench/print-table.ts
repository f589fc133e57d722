import type { Figure } from "./measurement.ts";

const headings = ["", "figure", "ratio", "goal", ""];

/** Prints the table. */
export function printTable(figures: readonly Figure[]): void {
  const rows = figures.map((figure) => [
    figure.what,
    figure.figure,
    figure.ratio ?? "",
    figure.goal ?? "",
    figure.isMet === undefined ? "" : figure.isMet ? "met" : "missed",
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  console.log("");
  console.log(line(headings));
  console.log(`|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`);
  for (const row of rows) console.log(line(row));
}
