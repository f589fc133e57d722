import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { SigningOrder } from "../load/generate-signatures.ts";
import { type Measurement, median, perSecond, type Run } from "../measurement.ts";

/** RS256 signatures of this machine on all its cores. */
export const measureSignatures: Measurement = async (run) => {
  const rate = await signatureRate(run);
  return [
    { what: "RS256 signatures (2048 bits), nothing else running", figure: perSecond(rate, "signatures") },
  ];
};

/** The rate, measured once in a run. */
async function signatureRate(run: Run): Promise<number> {
  run.note("RS256 signatures");
  const child = fork(fileURLToPath(new URL("../load/generate-signatures.ts", import.meta.url)));
  const order: SigningOrder = { seconds: run.seconds / 2, repetitions: run.repetitions };
  child.send(order);
  const [rates] = (await once(child, "message")) as [number[]];
  const rate = median(rates);
  run.rates.set("signatures", rate);
  return rate;
}
