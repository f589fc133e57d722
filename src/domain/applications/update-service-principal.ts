import type { ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { type Activity, recordEvent } from "../audit/record-event.ts";
import { selectServicePrincipal } from "./application-store.ts";
import { forgetApplicationChanges } from "./forget-application-changes.ts";
import { writeServicePrincipal } from "./registration-store.ts";
import type { SingleSignOnMode } from "./rules/application.ts";
import { graphApplicationId } from "./rules/graph-permissions.ts";

/** What a tenant decides about an application that it uses; what is left out stays, null empties. */
export interface ServicePrincipalChanges {
  readonly accountEnabled?: boolean;
  readonly assignmentRequired?: boolean;
  readonly description?: string | null;
  readonly notes?: string | null;
  readonly loginUrl?: string | null;
  readonly singleSignOnMode?: SingleSignOnMode | null;
  readonly tags?: readonly string[];
}

export type ServicePrincipalRefusal = { readonly code: "service-principal-not-found" | "built-in" };

interface Key {
  readonly tenantId: TenantId;
  readonly servicePrincipalId: ServicePrincipalId;
}

/** Changes how a tenant uses an application. */
export function updateServicePrincipal(
  machine: Machine,
  circumstances: Circumstances,
  { changes, ...key }: Key & { readonly changes: ServicePrincipalChanges },
): Promise<Result<"done", ServicePrincipalRefusal>> {
  return write(machine, circumstances, key, {
    activity: "service-principal-updated",
    columns: changes,
    details: { changed: changes },
  });
}

/** Ends the use of an application in a tenant; its registration stays where it is. */
export function deleteServicePrincipal(
  machine: Machine,
  circumstances: Circumstances,
  key: Key,
): Promise<Result<"done", ServicePrincipalRefusal>> {
  return write(machine, circumstances, key, {
    activity: "service-principal-deleted",
    columns: { deletedAt: machine.clock() },
    details: {},
  });
}

async function write(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, servicePrincipalId }: Key,
  change: {
    readonly activity: Activity;
    readonly columns: Parameters<typeof writeServicePrincipal>[3];
    readonly details: Record<string, unknown>;
  },
): Promise<Result<"done", ServicePrincipalRefusal>> {
  const outcome = await machine.database
    .transaction()
    .execute(async (transaction): Promise<Result<"done", ServicePrincipalRefusal>> => {
      const principal = await selectServicePrincipal(transaction, tenantId, { servicePrincipalId });
      if (!principal) return refuse({ code: "service-principal-not-found" });
      const { applicationId: id, displayName: name } = principal;
      if (id === graphApplicationId) return refuse({ code: "built-in" });
      await writeServicePrincipal(transaction, tenantId, servicePrincipalId, change.columns);
      await recordEvent(transaction, machine.clock(), circumstances, {
        tenantId,
        activity: change.activity,
        result: "success",
        target: { kind: "application", id, name },
        details: { servicePrincipalId, ...change.details },
      });
      return accept("done");
    });
  forgetApplicationChanges(machine.database);
  return outcome;
}
