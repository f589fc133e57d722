import type { MeasuredLoad } from "../load/drive-load.ts";
import { type Figure, percent } from "../measurement.ts";

/** How long visitors waited, and where the processor's time went. `signing`: what of it signatures take at least. */
export function loadLines(load: MeasuredLoad, signing?: number): Figure[] {
  const { serviceCpu, databaseCpu, loadCpu } = load;
  const lines: Figure[] = [
    {
      what: "  answered in (median)",
      figure: `${load.medianMilliseconds.toFixed(1)} ms, slowest 1 % above ${load.slowestPercentMilliseconds.toFixed(1)} ms`,
    },
  ];
  if (serviceCpu === 0) return lines;
  lines.push({
    what: "  processor: service + database + load generator",
    figure: `${[serviceCpu, databaseCpu, loadCpu].map((part) => part.toFixed(2)).join(" + ")} ms`,
    ...(signing === undefined
      ? {}
      : { ratio: `signing is ${percent(signing / (serviceCpu + databaseCpu))} of the first two` }),
  });
  return lines;
}
