import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { appRolesOf } from "../applications/find-app-roles.ts";
import { assignedGroupsOf } from "../applications/find-assigned-groups.ts";
import type { ApplicationInTenant } from "../applications/rules/application.ts";
import { directGroupsOf, groupsOf } from "../directory/find-groups.ts";

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
  const membershipsAt = async (party: ApplicationInTenant | undefined): Promise<Memberships> => {
    if (!party) return nothing;
    const [roles, groupIds] = await Promise.all([
      rolesAt(machine, tenantId, userId, party),
      groupsAt(machine, tenantId, userId, party),
    ]);
    return { roles, groupIds };
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

/** All groups, those in groups included; or those people were put into that are assigned to the application. */
async function groupsAt(
  machine: Machine,
  tenantId: TenantId,
  userId: UserId,
  { application, servicePrincipal }: ApplicationInTenant,
): Promise<readonly string[] | undefined> {
  const { groupClaims } = application;
  if (groupClaims.includes("all") || groupClaims.includes("security-groups"))
    return groupsOf(machine.database, tenantId, userId);
  if (!groupClaims.includes("application-groups")) return undefined;
  const [direct, assigned] = await Promise.all([
    directGroupsOf(machine.database, tenantId, userId),
    assignedGroupsOf(machine.database, tenantId, servicePrincipal.servicePrincipalId),
  ]);
  return direct.filter((groupId) => assigned.includes(groupId));
}
