import { readdirSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { arrows } from "./arrows.ts";
import { keepUpToDate } from "./keep-up-to-date.ts";

/**
 * Draws the picture and the table of arrows in docs/architecture.md from the tables that the check uses.
 * Usage: node scripts/draw-architecture.ts [--check]
 */

const BEGIN = "<!-- made by scripts/draw-architecture.ts: change scripts/arrows.ts and run npm run docs -->";
const END = "<!-- end of what is made -->";

/** The folders of a layer that hold a file; git does not keep empty ones. */
function foldersOf(layer: string): string[] {
  const folder = fileURLToPath(new URL(`../src/${layer}`, import.meta.url));
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  const places = files.map((file) => relative(folder, file.parentPath).split(sep)[0] ?? "");
  return [...new Set(places.filter((place) => place !== ""))].sort();
}

/** Leaves out an arrow where a longer way over other arrows leads to the same folder: the picture stays readable. */
function longestArrows(folder: string): string[] {
  const direct = arrows.domain[folder] ?? [];
  const reach = (from: string): string[] => (arrows.domain[from] ?? []).flatMap((to) => [to, ...reach(to)]);
  return direct.filter((to) => !direct.some((other) => other !== to && reach(other).includes(to)));
}

function drawPicture(): string {
  const chain = arrows.layers.toReversed();
  return [
    "```mermaid",
    "flowchart TB",
    `  ${chain.map((layer) => `${layer}["${describe(layer)}"]`).join("\n  ")}`,
    `  ${chain.join(" --> ")}`,
    "```",
    "",
    "Inside `domain`, one folder per feature:",
    "",
    "```mermaid",
    "flowchart TB",
    ...Object.keys(arrows.domain).flatMap((folder) => {
      const targets = longestArrows(folder);
      return targets.length === 0 ? [`  ${folder}`] : targets.map((to) => `  ${folder} --> ${to}`);
    }),
    "```",
  ].join("\n");
}

function describe(layer: string): string {
  const folders = layer === "domain" ? Object.keys(arrows.domain) : foldersOf(layer);
  return folders.length === 0 ? layer : `${layer}<br/>${folders.join(" · ")}`;
}

function drawTable(): string {
  const rows = Object.entries(arrows.domain).map(
    ([folder, to]) => `| ${folder} | ${to.length === 0 ? "no other" : to.join(", ")} |`,
  );
  return ["| domain folder | may import |", "|---|---|", ...rows].join("\n");
}

keepUpToDate("docs/architecture.md", (present) => {
  const [before, rest] = present.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error("docs/architecture.md lacks the place to draw in.");
  return `${before}${BEGIN}\n\n${drawPicture()}\n\n${drawTable()}\n\n${END}${after}`;
});
