import type { ApplicationObjectId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { selectRegistration } from "./application-query-store.ts";
import {
  selectPresenceDeletedWith,
  undeleteRegistration,
  undeleteServicePrincipal,
} from "./deleted-application-store.ts";
import { forgetApplicationChanges } from "./forget-application-changes.ts";
import { selectIdentifierUriHolder } from "./registration-store.ts";
import type { Application } from "./rules/application.ts";

export type RestoreRegistrationRefusal =
  | { readonly code: "application-not-found" }
  /** A living application has one of its identifier URIs by now. */
  | { readonly code: "identifier-uri-taken"; readonly heldBy: ApplicationObjectId };

/**
 * Brings a deleted registration back with credentials and owners. Its presence in its own tenant comes back too when
 * both went together, so that the application works as before; one that was deleted earlier stays deleted.
 */
export async function restoreRegistration(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly objectId: ApplicationObjectId },
): Promise<Result<Application, RestoreRegistrationRefusal>> {
  const { tenantId, objectId } = input;
  const now = machine.clock();
  const outcome = await machine.database
    .transaction()
    .execute(async (transaction): Promise<Result<Application, RestoreRegistrationRefusal>> => {
      const deleted = await selectRegistration(transaction, tenantId, { objectId }, { deleted: true });
      if (!deleted) return refuse({ code: "application-not-found" });
      const heldBy = await selectIdentifierUriHolder(transaction, deleted);
      if (heldBy) return refuse({ code: "identifier-uri-taken", heldBy });
      if (!(await undeleteRegistration(transaction, deleted)))
        return refuse({ code: "application-not-found" });
      const servicePrincipalId = await restorePresence(transaction, deleted);
      await recordEvent(transaction, now, circumstances, {
        tenantId,
        activity: "application-restored",
        result: "success",
        target: { kind: "application", id: deleted.applicationId, name: deleted.displayName },
        details: { objectId, servicePrincipalId: servicePrincipalId ?? null },
      });
      return accept({ ...deleted, deletedAt: undefined });
    });
  forgetApplicationChanges(machine.database);
  return outcome;
}

async function restorePresence(transaction: DatabaseTransaction, deleted: Application) {
  const presence = await selectPresenceDeletedWith(transaction, deleted);
  if (presence) await undeleteServicePrincipal(transaction, deleted.tenantId, presence);
  return presence;
}
