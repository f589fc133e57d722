import { findSignInActivity } from "../../../../domain/audit/find-sign-in-activity.ts";
import { findTenant } from "../../../../domain/directory/find-tenant.ts";
import { identitiesOf } from "../../../../domain/directory/find-user.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { presentObject } from "../../odata/present-object.ts";
import type { Visible } from "../../odata/resource-type.ts";
import { checkMaySeeSignIns } from "../audit-logs/may-read-logs.ts";
import { userTypeOfTenant } from "./user-type-of-tenant.ts";
import { viewOfFound } from "./user-view.ts";

/** Users as the wire shows them, with the selected properties in the order they were asked for. */
export async function presentUsers(
  { machine, caller }: GraphRequest,
  users: readonly { readonly user: User; readonly view: Visible }[],
  select: readonly string[] | undefined,
): Promise<Record<string, unknown>[]> {
  const { database } = machine;
  const { tenantId } = caller;
  const wantsIdentities = select?.includes("identities") ?? false;
  const wantsActivity = select?.includes("signInActivity") ?? false;
  // Left out in silence, it would look as if nobody had ever signed in.
  if (wantsActivity) checkMaySeeSignIns(caller);
  const userIds = users.map(({ user }) => user.userId);
  const [type, tenant, identities, activities] = await Promise.all([
    userTypeOfTenant(machine, tenantId),
    wantsIdentities ? findTenant(database, tenantId) : undefined,
    wantsIdentities ? identitiesOf(database, tenantId, userIds) : undefined,
    wantsActivity ? findSignInActivity(database, tenantId, userIds) : undefined,
  ]);
  const initialDomain = tenant?.initialDomain ?? "";
  return users.map(({ user, view }) => {
    const { userId } = user;
    const shown = {
      user,
      identity: identities?.get(userId),
      initialDomain,
      activity: activities?.get(userId),
    };
    return presentObject(type, shown, select, view);
  });
}

/** Users that the caller came upon, each as they may see them, with the type that objects of several types bear. */
export async function presentFoundUsers(
  request: GraphRequest,
  users: readonly User[],
  select: readonly string[] | undefined,
): Promise<Record<string, unknown>[]> {
  const seen = users.map((user) => ({ user, view: viewOfFound(request.caller, user) }));
  const presented = await presentUsers(request, seen, select);
  return presented.map((user) => ({ "@odata.type": "#microsoft.graph.user", ...user }));
}
