import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100;

/**
 * Processor time of a process and its children, ended ones included and `without` left out. 0 where there is no
 * /proc.
 */
export function cpuSecondsOf(processId: number, without?: number): number {
  const processes = readProcesses();
  const sum = (id: number): number => {
    if (id === without) return 0;
    let ticks = processes.get(id)?.ticks ?? 0;
    for (const [child, { parent }] of processes) if (parent === id) ticks += sum(child);
    return ticks;
  };
  return sum(processId) / ticksPerSecond;
}

function readProcesses(): Map<number, { parent: number; ticks: number }> {
  const processes = new Map<number, { parent: number; ticks: number }>();
  let names: string[] = [];
  try {
    names = readdirSync("/proc");
  } catch {
    return processes;
  }
  for (const name of names) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // The name of the program, in parentheses, may contain blanks.
      const fields = readFileSync(`/proc/${name}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")
        .map(Number);
      const [parent = 0] = fields.slice(1, 2);
      const ticks = fields.slice(11, 15).reduce((total, value) => total + value, 0);
      processes.set(Number(name), { parent, ticks });
    } catch {
      // It ended while we looked.
    }
  }
  return processes;
}
