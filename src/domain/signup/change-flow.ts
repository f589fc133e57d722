import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { forgetUserFlows } from "./find-user-flow.ts";
import type { UserFlow } from "./rules/user-flow.ts";
import { lockUserFlow } from "./user-flow-store.ts";

/**
 * The one way in which a flow, or what hangs on it, is changed: alone, and with an entry in the log. `write` returns
 * what the entry says, or refuses; then nothing is changed.
 */
export async function changeFlow<Refusal extends { readonly code: string }>(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, flowId, name }: Pick<UserFlow, "tenantId" | "flowId" | "name">,
  write: (transaction: DatabaseTransaction) => Promise<Result<Record<string, unknown>, Refusal>>,
): Promise<Result<undefined, Refusal | { readonly code: "flow-not-found" }>> {
  const now = machine.clock();
  const outcome = await machine.database.transaction().execute(async (transaction) => {
    if (!(await lockUserFlow(transaction, tenantId, flowId)))
      return refuse({ code: "flow-not-found" as const });
    const written = await write(transaction);
    if (!written.ok) return written;
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "user-flow-updated",
      result: "success",
      target: { kind: "user-flow", id: flowId, name },
      details: written.value,
    });
    return accept(undefined);
  });
  forgetUserFlows(machine.database);
  return outcome;
}
