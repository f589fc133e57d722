import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { SigningOrder, SigningResult } from "../load/generate-signatures.ts";
import { type Measurement, median, perSecond } from "../measurement.ts";

/** RS256 signatures of this machine on all its cores. */
export const measureSignatures: Measurement = async (run) => {
  run.note("RS256 signatures");
  const child = fork(fileURLToPath(new URL("../load/generate-signatures.ts", import.meta.url)));
  const order: SigningOrder = { seconds: run.seconds / 2, repetitions: run.repetitions };
  child.send(order);
  const [results] = (await once(child, "message")) as [SigningResult[]];
  const rate = median(results.map((result) => result.perSecond));
  const cpu = median(results.map((result) => result.cpuMilliseconds));
  run.signatures = { perSecond: rate, cpuMilliseconds: cpu };
  return [
    {
      what: "RS256 signatures (2048 bits), nothing else running",
      figure: perSecond(rate, "signatures"),
    },
    { what: "  processor for one", figure: `${cpu.toFixed(2)} ms` },
  ];
};
