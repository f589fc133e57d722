import type { GroupId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { appRolesOf } from "../applications/find-app-roles.ts";
import { assignedGroupsOf } from "../applications/find-assigned-groups.ts";
import type { ApplicationInTenant } from "../applications/rules/application.ts";
import { directGroupsOf, findGroups, groupsOf } from "../directory/find-groups.ts";
import { rolesOf } from "../directory/find-roles.ts";
import { directoryRoles } from "../directory/rules/directory-role.ts";
import type { Memberships } from "./rules/membership-claims.ts";
import type { WantedClaims } from "./rules/wanted-claims.ts";

/** An application that a token is about or for, and what it wants to read in it. */
export interface TokenReader {
  readonly party: ApplicationInTenant;
  readonly wanted: WantedClaims;
}

/** What tokens of one answer say about memberships, for the client (ID token) and the resource (access token). */
export interface MembershipsOfAnswer {
  readonly client: Memberships;
  readonly resource: Memberships;
}

const nothing: Memberships = { roles: [], groups: undefined, groupsAreRoles: false, directoryRoleIds: [] };

/** Reads only what the tokens will show. */
export async function findMembershipClaims(
  machine: Machine,
  tenantId: TenantId,
  userId: UserId,
  tokens: { readonly client: TokenReader | undefined; readonly resource: TokenReader | undefined },
): Promise<MembershipsOfAnswer> {
  const { client, resource } = tokens;
  const membershipsAt = async (reader: TokenReader | undefined): Promise<Memberships> => {
    if (!reader) return nothing;
    const [roles, groups, directoryRoleIds] = await Promise.all([
      rolesAt(machine, tenantId, userId, reader.party),
      groupsAt(machine, tenantId, userId, reader),
      directoryRolesFor(machine, tenantId, userId, reader.party),
    ]);
    const groupsAreRoles = groups !== undefined && writesGroups(reader, "emit_as_roles");
    return { roles, groups, groupsAreRoles, directoryRoleIds };
  };
  const [atClient, atResource] = await Promise.all([
    membershipsAt(client),
    isSameReader(client, resource) ? undefined : membershipsAt(resource),
  ]);
  return { client: atClient, resource: atResource ?? atClient };
}

/** One application, asking for its groups in one way in both tokens: read once. */
function isSameReader(one: TokenReader | undefined, other: TokenReader | undefined): boolean {
  return (
    one?.party.servicePrincipal.servicePrincipalId === other?.party.servicePrincipal.servicePrincipalId &&
    [...(one?.wanted.get("groups") ?? [])].join() === [...(other?.wanted.get("groups") ?? [])].join()
  );
}

function writesGroups({ wanted }: TokenReader, as: "emit_as_roles" | "cloud_displayname"): boolean {
  return wanted.get("groups")?.has(as) ?? false;
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
  reader: TokenReader,
): Promise<readonly string[] | undefined> {
  const { application, servicePrincipal } = reader.party;
  const { groupClaims } = application;
  if (groupClaims.includes("all") || groupClaims.includes("security-groups"))
    return groupsOf(machine.database, tenantId, userId);
  if (!groupClaims.includes("application-groups")) return undefined;
  const [direct, assigned] = await Promise.all([
    directGroupsOf(machine.database, tenantId, userId),
    assignedGroupsOf(machine.database, tenantId, servicePrincipal.servicePrincipalId),
  ]);
  const groupIds = direct.filter((groupId) => assigned.includes(groupId));
  // Names only of groups that somebody chose for the application: any other group could be given the same name.
  return writesGroups(reader, "cloud_displayname") ? namesOf(machine, tenantId, groupIds) : groupIds;
}

async function namesOf(
  machine: Machine,
  tenantId: TenantId,
  groupIds: readonly GroupId[],
): Promise<readonly string[]> {
  const groups = await findGroups(machine.database, tenantId, groupIds);
  return groups.map((group) => group.displayName);
}

async function directoryRolesFor(
  machine: Machine,
  tenantId: TenantId,
  userId: UserId,
  { application: { groupClaims } }: ApplicationInTenant,
): Promise<readonly string[]> {
  if (!groupClaims.includes("all") && !groupClaims.includes("directory-roles")) return [];
  const roles = await rolesOf(machine.database, tenantId, userId);
  return roles.map((role) => directoryRoles[role].templateId).sort();
}
