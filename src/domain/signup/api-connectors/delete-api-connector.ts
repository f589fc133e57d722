import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { Circumstances } from "../../audit/circumstances.ts";
import { recordEvent } from "../../audit/record-event.ts";
import { forgetUserFlows } from "../find-user-flow.ts";
import { type ConnectorKey, deleteConnectorRow } from "./api-connector-store.ts";
import { findApiConnector } from "./find-api-connectors.ts";

/** Deletes a connector; flows that called it go on without. */
export async function deleteApiConnector(
  machine: Machine,
  circumstances: Circumstances,
  key: ConnectorKey,
): Promise<Result<undefined, { readonly code: "connector-not-found" }>> {
  const outcome = await machine.database.transaction().execute(async (transaction) => {
    const connector = await findApiConnector(transaction, key);
    if (!connector || !(await deleteConnectorRow(transaction, key)))
      return refuse({ code: "connector-not-found" } as const);
    await recordEvent(transaction, machine.clock(), circumstances, {
      tenantId: key.tenantId,
      activity: "api-connector-deleted",
      result: "success",
      target: { kind: "api-connector", id: key.connectorId, name: connector.displayName },
    });
    return accept(undefined);
  });
  forgetUserFlows(machine.database);
  return outcome;
}
