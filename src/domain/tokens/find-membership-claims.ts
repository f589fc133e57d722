import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { appRolesOf } from "../applications/find-app-roles.ts";
import type { ApplicationInTenant } from "../applications/rules/application.ts";
import { groupsOf } from "../directory/find-groups.ts";

/** What tokens of one answer say about roles and groups, for the client (ID token) and the resource (access token). */
export interface MembershipClaims {
  readonly client: Memberships;
  readonly resource: Memberships;
}

interface Memberships {
  readonly roles: readonly string[];
  /** Undefined: the application does not want groups. */
  readonly groupIds: readonly string[] | undefined;
}

const nothing: Memberships = { roles: [], groupIds: undefined };

/** Reads only what the tokens will show. */
export async function findMembershipClaims(
  machine: Machine,
  tenantId: TenantId,
  userId: UserId,
  tokens: {
    readonly client: ApplicationInTenant | undefined;
    readonly resource: ApplicationInTenant | undefined;
  },
): Promise<MembershipClaims> {
  const { client, resource } = tokens;
  const wantsGroups = [client, resource].some((party) => party && party.application.groupClaims !== "none");
  const groupIds = wantsGroups ? groupsOf(machine.database, tenantId, userId) : undefined;
  const membershipsAt = async (party: ApplicationInTenant | undefined): Promise<Memberships> => {
    if (!party) return nothing;
    const groups = party.application.groupClaims === "none" ? undefined : await groupIds;
    return { roles: await rolesAt(machine, tenantId, userId, party), groupIds: groups };
  };
  const isOneParty =
    client?.servicePrincipal.servicePrincipalId === resource?.servicePrincipal.servicePrincipalId;
  const [atClient, atResource] = await Promise.all([
    membershipsAt(client),
    isOneParty ? undefined : membershipsAt(resource),
  ]);
  return { client: atClient, resource: atResource ?? atClient };
}

async function rolesAt(
  machine: Machine,
  tenantId: TenantId,
  userId: UserId,
  party: ApplicationInTenant,
): Promise<readonly string[]> {
  // An application without roles for people cannot give any: most applications, and Graph.
  if (!party.application.appRoles.some((role) => role.forUsers)) return [];
  const { servicePrincipalId } = party.servicePrincipal;
  return (await appRolesOf(machine.database, tenantId, servicePrincipalId, userId)).values;
}
