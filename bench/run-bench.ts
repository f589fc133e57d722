import { availableParallelism, cpus, totalmem } from "node:os";
import type { Figure, Measurement, Run } from "./measurement.ts";
import { measureCsvImport } from "./measurements/csv-import.ts";
import { measureGraphCalls } from "./measurements/graph-calls.ts";
import { measureInvitations } from "./measurements/invitations.ts";
import { measureRefreshes } from "./measurements/refreshes.ts";
import { measureSignIns, measureTokens } from "./measurements/tokens-and-sign-ins.ts";
import { measureUserPages } from "./measurements/user-pages.ts";
import { printTable } from "./print-table.ts";
import { databaseVersion } from "./service/database-version.ts";

/**
 * Measures the service. Usage: npm run bench -- [--quick] [NAME…]
 * Without a name everything is measured; ratios compare figures of the same run.
 */

const measurements: Readonly<Record<string, Measurement>> = {
  tokens: measureTokens,
  "sign-ins": measureSignIns,
  invitations: measureInvitations,
  "csv-import": measureCsvImport,
  "user-pages": measureUserPages,
  refreshes: measureRefreshes,
  "graph-calls": measureGraphCalls,
};

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const unknown = asked.filter((name) => !(name in measurements));
if (unknown.length > 0) {
  console.error(
    `There is no measurement ${unknown.join(", ")}. There are: ${Object.keys(measurements).join(", ")}`,
  );
  process.exit(2);
}
const isQuick = process.argv.includes("--quick");
const run: Run = {
  isQuick,
  connections: 64,
  seconds: isQuick ? 2 : 6,
  repetitions: isQuick ? 1 : 5,
  note: (text) => console.error(`measuring ${text} …`),
};

const wanted = new Set(asked.length === 0 ? Object.keys(measurements) : asked);
console.log(
  [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, PostgreSQL ${await databaseVersion()}`,
    "Service, database and load generator are processes of their own and share these cores.",
    `Rates are medians of ${run.repetitions} × ${run.seconds} s after a warm-up, with ${run.connections} clients at once; ratios compare figures of this run.`,
  ].join("\n"),
);
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(measurements)) {
  if (!wanted.has(name)) continue;
  try {
    figures.push(...(await measure(run)));
  } catch (error) {
    figures.push({ what: name, figure: `could not be measured: ${(error as Error).message.split("\n")[0]}` });
    console.error(error);
  }
}
printTable(figures);
