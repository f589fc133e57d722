import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { forgetUserFlows } from "./find-user-flow.ts";
import type { UserFlow } from "./rules/user-flow.ts";
import { deleteUserFlowRow } from "./user-flow-store.ts";

/** Takes a flow away, with its links. Whoever signed up by it stays; whoever is signing up cannot go on. */
export async function deleteUserFlow(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, flowId, name }: Pick<UserFlow, "tenantId" | "flowId" | "name">,
): Promise<void> {
  const now = machine.clock();
  await machine.database.transaction().execute(async (transaction) => {
    if (!(await deleteUserFlowRow(transaction, tenantId, flowId))) return;
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "user-flow-deleted",
      result: "success",
      target: { kind: "user-flow", id: flowId, name },
    });
  });
  forgetUserFlows(machine.database);
}
