import { findTenant } from "../../../../domain/directory/find-tenant.ts";
import { identitiesOf } from "../../../../domain/directory/find-user.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import type { TenantId } from "../../../../foundation/identifiers.ts";
import type { Machine } from "../../../../platform/machine.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { presentObject } from "../../odata/present-object.ts";
import type { Visible } from "../../odata/resource-type.ts";
import { userTypeOfTenant } from "./user-type-of-tenant.ts";
import { viewOfFound } from "./user-view.ts";

/** Users as the wire shows them, with the selected properties in the order they were asked for. */
export async function presentUsers(
  machine: Machine,
  tenantId: TenantId,
  users: readonly { readonly user: User; readonly view: Visible }[],
  select: readonly string[] | undefined,
): Promise<Record<string, unknown>[]> {
  const wantsIdentities = select?.includes("identities") ?? false;
  const userIds = users.map(({ user }) => user.userId);
  const [type, tenant, identities] = await Promise.all([
    userTypeOfTenant(machine, tenantId),
    wantsIdentities ? findTenant(machine.database, tenantId) : undefined,
    wantsIdentities ? identitiesOf(machine.database, tenantId, userIds) : undefined,
  ]);
  const initialDomain = tenant?.initialDomain ?? "";
  return users.map(({ user, view }) =>
    presentObject(type, { user, identity: identities?.get(user.userId), initialDomain }, select, view),
  );
}

/** Users that the caller came upon, each as they may see them, with the type that objects of several types bear. */
export async function presentFoundUsers(
  { machine, caller }: GraphRequest,
  users: readonly User[],
  select: readonly string[] | undefined,
): Promise<Record<string, unknown>[]> {
  const seen = users.map((user) => ({ user, view: viewOfFound(caller, user) }));
  const presented = await presentUsers(machine, caller.tenantId, seen, select);
  return presented.map((user) => ({ "@odata.type": "#microsoft.graph.user", ...user }));
}
