import type { MeasuredLoad } from "../load/drive-load.ts";
import { type Figure, percent } from "../measurement.ts";

/** Where the processor's time went, and the ratio if the load generator had a machine of its own. */
export function costLines(
  load: MeasuredLoad,
  signatures: { readonly rate: number | undefined; readonly perVisit: number },
  cores: number,
): Figure[] {
  const { cost } = load;
  const latency = `${load.medianMilliseconds.toFixed(1)} ms, slowest 1 % above ${load.slowestPercentMilliseconds.toFixed(1)} ms`;
  const lines: Figure[] = [{ what: "  answered in (median)", figure: latency }];
  if (!cost) return lines;
  lines.push({
    what: "  processor: service + database + load generator",
    figure: `${cost.service.toFixed(2)} + ${cost.database.toFixed(2)} + ${cost.load.toFixed(2)} ms`,
  });
  if (signatures.rate !== undefined) {
    const allowed = (cores * 1000) / signatures.rate;
    lines.push({
      what: "  without the load generator's share of the processor",
      figure: `${Math.round((cores * 1000) / (cost.service + cost.database)).toLocaleString("en")}/s at full use`,
      ratio: percent((allowed * signatures.perVisit) / (cost.service + cost.database)),
    });
  }
  return lines;
}
