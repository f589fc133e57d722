import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import {
  type DeletedApplicationKey,
  purgeDeletedRegistration,
  purgeDeletedServicePrincipal,
} from "./deleted-application-store.ts";

/** Removes a deleted registration or service principal for good. What the logs say of it stays. */
export async function purgeDeletedApplication(
  machine: Machine,
  circumstances: Circumstances,
  key: DeletedApplicationKey,
): Promise<Result<"purged", { readonly code: "object-not-found" }>> {
  const { tenantId, kind, id } = key;
  return machine.database.transaction().execute(async (transaction) => {
    const purged =
      kind === "application"
        ? await purgeDeletedRegistration(transaction, tenantId, id)
        : await purgeDeletedServicePrincipal(transaction, tenantId, id);
    if (!purged) return refuse({ code: "object-not-found" });
    await recordEvent(transaction, machine.clock(), circumstances, {
      tenantId,
      activity: `${kind}-purged`,
      result: "success",
      target: { kind: "application", id: purged.applicationId, name: purged.displayName },
      details: { objectId: id },
    });
    return accept("purged");
  });
}
