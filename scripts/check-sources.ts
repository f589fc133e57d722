import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { arrows } from "./arrows.ts";
import { findBrokenArrows } from "./find-broken-arrows.ts";
import { findImpureCode } from "./find-impure-code.ts";
import { findOversize, type SizeAllowances } from "./find-oversize.ts";
import { readSources } from "./read-sources.ts";

/**
 * Checks src against the architecture: arrows and circles, owners of libraries, pure rules, SQL in stores, sizes.
 * Usage: node scripts/check-sources.ts
 */

const root = fileURLToPath(new URL("..", import.meta.url));
const allowancesFile = new URL("size-allowances.json", import.meta.url);
const allowances = JSON.parse(readFileSync(allowancesFile, "utf8")) as SizeAllowances;

const sources = readSources(root, "src");
const imports = sources.reduce((sum, source) => sum + source.imports.length, 0);
// A reader that sees nothing would find nothing wrong.
if (sources.length === 0 || imports === 0) throw new Error("No sources or no imports were read.");

const findings = [
  ...findBrokenArrows(sources, arrows),
  ...findImpureCode(sources),
  ...findOversize(sources, allowances),
];
for (const { rule, file, line, message } of findings) console.error(`${file}:${line}  ${rule}: ${message}`);
console.log(`${sources.length} files, ${imports} imports, ${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
