import type { ApiConnectorId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { findApiConnector } from "./api-connectors/find-api-connectors.ts";
import { changeFlow } from "./change-flow.ts";
import { writeFlowConnector } from "./flow-part-store.ts";
import type { ConnectorStep } from "./rules/api-connector.ts";
import type { UserFlow } from "./rules/user-flow.ts";

/** Has a flow ask an API at a step, another than before or none. */
export function setFlowConnector(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly flow: UserFlow;
    readonly step: ConnectorStep;
    readonly connectorId: ApiConnectorId | undefined;
  },
): Promise<Result<undefined, { readonly code: "flow-not-found" | "part-not-found" }>> {
  const { flow, step, connectorId } = input;
  const { tenantId } = flow;
  return changeFlow(machine, circumstances, flow, async (transaction) => {
    const connector = connectorId && (await findApiConnector(transaction, { tenantId, connectorId }));
    if (connectorId && !connector) return refuse({ code: "part-not-found" as const });
    await writeFlowConnector(transaction, flow, step, connectorId);
    return accept({ step, asks: connector?.displayName ?? null });
  });
}
