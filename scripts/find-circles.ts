import type { Finding, SourceFile } from "./read-sources.ts";

/** Finds files that import each other in a circle; one finding for each knot, with a way round it. */
export function findCircles(sources: readonly SourceFile[]): Finding[] {
  const neighbours = new Map(
    sources.map((source) => [source.path, source.imports.flatMap(({ file }) => (file ? [file] : []))]),
  );
  const inCircleSeen = new Set<string>();
  const findings: Finding[] = [];
  for (const { path } of sources) {
    if (inCircleSeen.has(path)) continue;
    const way = wayBackTo(path, neighbours);
    if (way === undefined) continue;
    for (const file of way) inCircleSeen.add(file);
    findings.push({ rule: "no-circles", file: path, line: 1, message: [...way, path].join(" → ") });
  }
  return findings;
}

/** The shortest way from a file through its imports back to itself, or undefined. */
function wayBackTo(start: string, neighbours: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const reachedFrom = new Map<string, string>();
  const queue = [start];
  for (const file of queue) {
    for (const next of neighbours.get(file) ?? []) {
      if (next === start) return trace(start, file, reachedFrom);
      if (reachedFrom.has(next)) continue;
      reachedFrom.set(next, file);
      queue.push(next);
    }
  }
  return undefined;
}

function trace(start: string, last: string, reachedFrom: ReadonlyMap<string, string>): string[] {
  const way = [last];
  for (let file = last; file !== start; ) {
    file = reachedFrom.get(file) ?? start;
    way.unshift(file);
  }
  return way;
}
