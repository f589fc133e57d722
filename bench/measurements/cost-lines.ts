import type { MeasuredLoad } from "../load/drive-load.ts";
import { type Figure, percent, type Run } from "../measurement.ts";

/** How long visitors waited, and where the processor's time went. */
export function costLines(run: Run, load: MeasuredLoad, signatures: number): Figure[] {
  const { cost, medianMilliseconds, slowestPercentMilliseconds } = load;
  const answered = `${medianMilliseconds.toFixed(1)} ms, slowest 1 % above ${slowestPercentMilliseconds.toFixed(1)} ms`;
  const lines: Figure[] = [{ what: "  answered in (median)", figure: answered }];
  if (!cost) return lines;
  const parts = [cost.service, cost.database, cost.load].map((part) => part.toFixed(2));
  const signing = run.signatures && signatures * run.signatures.cpuMilliseconds;
  lines.push({
    what: "  processor: service + database + load generator",
    figure: `${parts.join(" + ")} ms`,
    ...(signing
      ? { ratio: `signing is ${percent(signing / (cost.service + cost.database))} of the first two` }
      : {}),
  });
  return lines;
}
