import { findTenant } from "../../../../domain/directory/find-tenant.ts";
import { identitiesOf } from "../../../../domain/directory/find-user.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import type { TenantId } from "../../../../foundation/identifiers.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { badRequest } from "../../graph-error.ts";
import { defaultUserProperties, findUserProperty, type ShownUser } from "./user-properties.ts";
import type { UserView } from "./user-view.ts";

/** Throws 400 for a selected property that users do not have. */
export function checkUserSelection(select: readonly string[] | undefined): void {
  const unknown = select?.find((name) => findUserProperty(name) === undefined);
  if (unknown !== undefined)
    throw badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`, {
      code: "UnknownProperty",
      target: "$select",
      message: "Property names are case-sensitive.",
    });
}

/** Users as the wire shows them, with the selected properties in the order they were asked for. */
export async function presentUsers(
  machine: Machine,
  tenantId: TenantId,
  users: readonly { readonly user: User; readonly view: UserView }[],
  select: readonly string[] | undefined,
): Promise<Record<string, unknown>[]> {
  const names = select ?? defaultUserProperties;
  const wantsIdentities = names.includes("identities");
  const [tenant, identities] = await Promise.all([
    findTenant(machine.database, tenantId),
    wantsIdentities
      ? identitiesOf(
          machine.database,
          tenantId,
          users.map(({ user }) => user.userId),
        )
      : undefined,
  ]);
  return users.map(({ user, view }) =>
    presentUser(
      { user, identity: identities?.get(user.userId), initialDomain: tenant?.initialDomain ?? "" },
      names,
      view,
    ),
  );
}

function presentUser(shown: ShownUser, names: readonly string[], view: UserView): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name) => {
      const value = findUserProperty(name)?.read(shown);
      const isHidden = view !== "everything" && !view.has(name);
      return [name, isHidden ? (Array.isArray(value) ? [] : null) : value];
    }),
  );
}
