import type { ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { type Activity, recordEvent } from "../audit/record-event.ts";
import { selectServicePrincipal } from "./application-store.ts";
import { findOwner } from "./change-owners.ts";
import { type ApplicationOwner, mostOwners } from "./rules/application-owner.ts";
import { graphApplicationId } from "./rules/graph-permissions.ts";
import {
  deleteServicePrincipalOwner,
  insertServicePrincipalOwner,
  lockServicePrincipal,
  selectServicePrincipalOwners,
} from "./service-principal-owner-store.ts";

export type ServicePrincipalOwnerRefusal = {
  readonly code:
    | "service-principal-not-found"
    | "built-in"
    | "owner-not-found"
    | "owner-exists"
    | "too-many-owners";
};

interface Key {
  readonly tenantId: TenantId;
  readonly servicePrincipalId: ServicePrincipalId;
}

type Input = Key & { readonly ownerId: string };

/** Whoever owns the presence of an application in a tenant, as stored: some may be deleted by now. */
export function ownersOfServicePrincipal(handle: DatabaseHandle, key: Key): Promise<ApplicationOwner[]> {
  return selectServicePrincipalOwners(handle, key);
}

/** Lets a user or an application manage how a tenant uses an application. */
export function addServicePrincipalOwner(
  machine: Machine,
  circumstances: Circumstances,
  input: Input,
): Promise<Result<"done", ServicePrincipalOwnerRefusal>> {
  return change(machine, circumstances, input, "service-principal-owner-added", async (transaction, now) => {
    const owner = await findOwner(transaction, input.tenantId, input.ownerId);
    if (!owner) return refuse({ code: "owner-not-found" });
    if ((await selectServicePrincipalOwners(transaction, input)).length >= mostOwners)
      return refuse({ code: "too-many-owners" });
    if (!(await insertServicePrincipalOwner(transaction, input, owner, now)))
      return refuse({ code: "owner-exists" });
    return accept({ owner });
  });
}

/** Ends that. */
export function removeServicePrincipalOwner(
  machine: Machine,
  circumstances: Circumstances,
  input: Input,
): Promise<Result<"done", ServicePrincipalOwnerRefusal>> {
  const { ownerId } = input;
  return change(machine, circumstances, input, "service-principal-owner-removed", async (transaction) =>
    (await deleteServicePrincipalOwner(transaction, input, ownerId))
      ? accept({ ownerId })
      : refuse({ code: "owner-not-found" }),
  );
}

function change(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, servicePrincipalId }: Input,
  activity: Activity,
  write: (
    transaction: DatabaseTransaction,
    now: Date,
  ) => Promise<Result<Record<string, unknown>, ServicePrincipalOwnerRefusal>>,
): Promise<Result<"done", ServicePrincipalOwnerRefusal>> {
  const now = machine.clock();
  return machine.database
    .transaction()
    .execute(async (transaction): Promise<Result<"done", ServicePrincipalOwnerRefusal>> => {
      await lockServicePrincipal(transaction, { tenantId, servicePrincipalId });
      const principal = await selectServicePrincipal(transaction, tenantId, { servicePrincipalId });
      if (!principal) return refuse({ code: "service-principal-not-found" });
      const { applicationId: id, displayName: name } = principal;
      // Whoever owned Graph would decide what everybody may do.
      if (id === graphApplicationId) return refuse({ code: "built-in" });
      const written = await write(transaction, now);
      if (!written.ok) return written;
      await recordEvent(transaction, now, circumstances, {
        tenantId,
        activity,
        result: "success",
        target: { kind: "application", id, name },
        details: { servicePrincipalId, ...written.value },
      });
      return accept("done");
    });
}
