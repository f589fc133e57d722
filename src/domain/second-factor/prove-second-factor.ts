import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { stepOfCode } from "./app-code.ts";
import { type CodeRefusal, countCodeTry, forgiveCodeTry, recordCodeRefusal } from "./count-code-try.ts";
import { upsertProof } from "./proof-store.ts";
import { type FactorHolder, idsOfHolder } from "./rules/factor-holder.ts";
import { selectFactor, useStep } from "./second-factor-store.ts";

/**
 * Somebody enters a code of their app in a browser. A right one counts once, and is remembered for this account of this
 * browser's session in this tenant alone.
 */
export async function proveSecondFactor(
  machine: Machine,
  circumstances: Circumstances,
  { holder, typed }: { readonly holder: FactorHolder; readonly typed: string },
): Promise<Result<undefined, CodeRefusal>> {
  const { user } = holder;
  const { tenantId, userId } = user;
  const waitSeconds = await countCodeTry(machine, circumstances, user);
  // Beyond the limit nothing is judged, and nothing logged: who knows the first proof could fill the log.
  if (waitSeconds !== undefined) return refuse({ code: "too-many-tries", retryAfterSeconds: waitSeconds });
  const now = machine.clock();
  const factor = await selectFactor(machine.database, tenantId, userId);
  const step =
    factor && stepOfCode(machine.masterKey.decrypt("second-factor", factor.secretEncrypted), typed, now);
  const proved =
    factor !== undefined &&
    step !== undefined &&
    (await machine.database.transaction().execute(async (transaction) => {
      const { factorId } = factor;
      if (!(await useStep(transaction, tenantId, factorId, step))) return false;
      await upsertProof(transaction, idsOfHolder(holder), { factorId, provedAt: now });
      return true;
    }));
  if (!proved) {
    await recordCodeRefusal(machine, circumstances, user);
    return refuse({ code: "code-wrong" });
  }
  await forgiveCodeTry(machine, circumstances, user);
  return accept(undefined);
}
