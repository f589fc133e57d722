import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { SigningOrder, SigningResult } from "./generate-signatures.ts";

/** Signs for a while, in a process of its own, on all cores. */
export async function driveSignatures(seconds: number): Promise<SigningResult> {
  const child = fork(fileURLToPath(new URL("generate-signatures.ts", import.meta.url)));
  child.send({ seconds } satisfies SigningOrder);
  const [result] = (await once(child, "message")) as [SigningResult];
  return result;
}
