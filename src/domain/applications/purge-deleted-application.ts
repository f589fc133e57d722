import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import {
  type DeletedApplicationKey,
  type PurgedApplication,
  type PurgedPresence,
  purgeDeletedRegistration,
  purgeDeletedServicePrincipal,
} from "./deleted-application-store.ts";

/**
 * Removes a deleted registration or service principal for good. What the logs say of it stays, in every tenant that
 * loses a service principal with a registration.
 */
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
    for (const presence of purged.presences)
      await recordLoss(transaction, machine.clock(), circumstances, { key, purged, presence });
    return accept("purged");
  });
}

/** Who removes a registration, and from where, is known in its own tenant; others learn that it is gone. */
function recordLoss(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  lost: {
    readonly key: DeletedApplicationKey;
    readonly purged: PurgedApplication;
    readonly presence: PurgedPresence;
  },
): Promise<void> {
  const { key, purged, presence } = lost;
  const { correlationId } = circumstances;
  const elsewhere = {
    actor: { kind: "service" as const },
    correlationId,
    ipAddress: undefined,
    userAgent: undefined,
  };
  return recordEvent(transaction, now, presence.tenantId === key.tenantId ? circumstances : elsewhere, {
    tenantId: presence.tenantId,
    activity: "service-principal-purged",
    result: "success",
    target: { kind: "application", id: purged.applicationId, name: presence.displayName },
    details: { objectId: presence.servicePrincipalId, reason: "application-purged" },
  });
}
