import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { findUser } from "../directory/find-user.ts";
import { selectServicePrincipal } from "./application-store.ts";
import { changeRegistration, type RegistrationKey } from "./change-registration.ts";
import { deleteOwner, insertOwner, selectOwners } from "./owner-store.ts";
import type { Application } from "./rules/application.ts";
import { type ApplicationOwner, mostOwners } from "./rules/application-owner.ts";

export type OwnerRefusal = {
  readonly code: "application-not-found" | "owner-not-found" | "owner-exists" | "too-many-owners";
};

/** Whoever owns an application of the tenant, as stored: some may be deleted by now. */
export function ownersOf(
  handle: DatabaseHandle,
  application: Pick<Application, "tenantId" | "objectId">,
): Promise<ApplicationOwner[]> {
  return selectOwners(handle, application);
}

/** The user or service principal of the tenant behind an id, as an owner. */
export async function findOwner(
  handle: DatabaseHandle,
  tenantId: Application["tenantId"],
  id: string,
): Promise<ApplicationOwner | undefined> {
  const user = await findUser(handle, tenantId, id as never);
  if (user) return { kind: "user", id: user.userId };
  const principal = await selectServicePrincipal(handle, tenantId, { servicePrincipalId: id as never });
  return principal && { kind: "service-principal", id: principal.servicePrincipalId };
}

/** Lets a user or an application manage an application. */
export function addOwner(
  machine: Machine,
  circumstances: Circumstances,
  input: RegistrationKey & { readonly ownerId: string },
): Promise<Result<"added", OwnerRefusal>> {
  const { tenantId, objectId, ownerId } = input;
  return changeRegistration<"added", OwnerRefusal>(
    machine,
    circumstances,
    { tenantId, objectId },
    async ({ transaction, now, application, record }) => {
      const owner = await findOwner(transaction, tenantId, ownerId);
      if (!owner) return refuse({ code: "owner-not-found" });
      if ((await selectOwners(transaction, application)).length >= mostOwners)
        return refuse({ code: "too-many-owners" });
      if (!(await insertOwner(transaction, application, owner, now))) return refuse({ code: "owner-exists" });
      await record("application-owner-added", { owner });
      return accept("added");
    },
  );
}

/** Ends somebody's ownership of an application. */
export function removeOwner(
  machine: Machine,
  circumstances: Circumstances,
  input: RegistrationKey & { readonly ownerId: string },
): Promise<Result<"removed", OwnerRefusal>> {
  const { tenantId, objectId, ownerId } = input;
  return changeRegistration<"removed", OwnerRefusal>(
    machine,
    circumstances,
    { tenantId, objectId },
    async ({ transaction, application, record }) => {
      if (!(await deleteOwner(transaction, application, ownerId))) return refuse({ code: "owner-not-found" });
      await record("application-owner-removed", { ownerId });
      return accept("removed");
    },
  );
}
