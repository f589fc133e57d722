import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "../measurement.ts";
import { cpuSecondsOf } from "./cpu-seconds.ts";
import type { LoadOrder, LoadResult } from "./generate-load.ts";

/** The middle repetition's rate, and what the work cost. */
export interface MeasuredLoad {
  readonly perSecond: number;
  readonly medianMilliseconds: number;
  readonly slowestPercentMilliseconds: number;
  /** Processor milliseconds per visit; undefined where the system does not tell. */
  readonly cost: { readonly service: number; readonly database: number; readonly load: number } | undefined;
}

export interface WatchedProcesses {
  readonly service: number;
  readonly database: number | undefined;
}

/** Runs a load in a process of its own against a service and returns medians of the repetitions. */
export async function driveLoad(order: LoadOrder, watched: WatchedProcesses): Promise<MeasuredLoad> {
  const child = fork(fileURLToPath(new URL("generate-load.ts", import.meta.url)), { stdio: "inherit" });
  const spent = { service: 0, database: 0 };
  let before = { service: 0, database: 0 };
  const results = await new Promise<LoadResult[]>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the load generator ended with ${code}`)));
    child.on("message", (message: string | { results?: LoadResult[]; error?: string }) => {
      if (message === "measuring") before = cpuNow(watched);
      else if (message === "measured") {
        const after = cpuNow(watched);
        spent.service += after.service - before.service;
        spent.database += after.database - before.database;
      } else if (typeof message === "object" && message.results) resolve(message.results);
      else if (typeof message === "object") reject(new Error(message.error));
    });
    child.send(order);
  });
  const visits = results.reduce((sum, result) => sum + result.perSecond * result.seconds, 0);
  const load = results.reduce((sum, result) => sum + result.ownCpuSeconds, 0);
  const perVisit = (seconds: number) => (seconds * 1000) / visits;
  return {
    perSecond: median(results.map((result) => result.perSecond)),
    medianMilliseconds: median(results.map((result) => result.medianMilliseconds)),
    slowestPercentMilliseconds: median(results.map((result) => result.slowestPercentMilliseconds)),
    cost:
      spent.service === 0
        ? undefined
        : { service: perVisit(spent.service), database: perVisit(spent.database), load: perVisit(load) },
  };
}

function cpuNow({ service, database }: WatchedProcesses): { service: number; database: number } {
  return {
    service: cpuSecondsOf(service, database),
    database: database === undefined ? 0 : cpuSecondsOf(database),
  };
}
