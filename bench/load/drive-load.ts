import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "../measurement.ts";
import { cpuSecondsOf } from "./cpu-seconds.ts";
import type { LoadMessage, LoadOrder, LoadResult } from "./generate-load.ts";

/** How fast visits were served, how long each took, and what it cost. */
export interface MeasuredLoad {
  readonly perSecond: number;
  readonly medianMilliseconds: number;
  readonly slowestPercentMilliseconds: number;
  /** Processor milliseconds per visit; 0 where the system does not tell. */
  readonly serviceCpu: number;
  readonly databaseCpu: number;
  readonly loadCpu: number;
}

export interface WatchedProcesses {
  readonly service: number;
  readonly database: number;
}

/** Runs a load in a process of its own against a service. */
export async function driveLoad(order: LoadOrder, watched: WatchedProcesses): Promise<MeasuredLoad> {
  const child = fork(fileURLToPath(new URL("generate-load.ts", import.meta.url)), { stdio: "inherit" });
  let before = cpuNow(watched);
  const result = await new Promise<LoadResult>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the load generator ended with ${code}`)));
    child.on("message", (message: LoadMessage) => {
      if (message === "measuring") before = cpuNow(watched);
      else if ("result" in message) resolve(message.result);
      else reject(new Error(message.error));
    });
    child.send(order);
  });
  const after = cpuNow(watched);
  const perVisit = (seconds: number) => (seconds * 1000) / result.visits;
  return {
    perSecond: result.visits / result.seconds,
    medianMilliseconds: result.medianMilliseconds,
    slowestPercentMilliseconds: result.slowestPercentMilliseconds,
    serviceCpu: perVisit(after.service - before.service),
    databaseCpu: perVisit(after.database - before.database),
    loadCpu: perVisit(result.ownCpuSeconds),
  };
}

/** The medians of several. */
export function medianLoad(loads: readonly MeasuredLoad[]): MeasuredLoad {
  const of = (name: keyof MeasuredLoad) => median(loads.map((load) => load[name]));
  return {
    perSecond: of("perSecond"),
    medianMilliseconds: of("medianMilliseconds"),
    slowestPercentMilliseconds: of("slowestPercentMilliseconds"),
    serviceCpu: of("serviceCpu"),
    databaseCpu: of("databaseCpu"),
    loadCpu: of("loadCpu"),
  };
}

function cpuNow({ service, database }: WatchedProcesses): { service: number; database: number } {
  return { service: cpuSecondsOf(service, database), database: cpuSecondsOf(database) };
}
