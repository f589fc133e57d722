import { findApplicationByServicePrincipal } from "../../../../domain/applications/find-application.ts";
import { findRegistration } from "../../../../domain/applications/query-registrations.ts";
import { findAddressHolders } from "../../../../domain/directory/find-address-holders.ts";
import { findGroups } from "../../../../domain/directory/find-groups.ts";
import type {
  DirectoryObject,
  DirectoryObjectKind,
} from "../../../../domain/directory/rules/directory-object.ts";
import { directoryRoleOfTemplate } from "../../../../domain/directory/rules/directory-role.ts";
import type { ApplicationObjectId } from "../../../../foundation/identifiers.ts";
import { badRequest } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { isApplicationProperty } from "../applications/application-properties.ts";
import { presentApplications } from "../applications/present-applications.ts";
import { isGroupProperty, presentGroup } from "../groups/group-properties.ts";
import { viewOfFoundGroups } from "../groups/group-view.ts";
import { isRoleProperty, presentFoundRole } from "../roles/present-role.ts";
import { isServicePrincipalProperty } from "../service-principals/service-principal-properties.ts";
import { presentUsers } from "../users/present-user.ts";
import { isUserProperty } from "../users/user-properties.ts";
import { viewOfFound } from "../users/user-view.ts";
import { presentFoundServicePrincipal } from "./present-service-principal.ts";
import { seesApplications } from "./sees-applications.ts";

type Shown = Record<string, unknown>;

/** Which type each kind has on the wire. */
export const wireTypes = {
  user: "microsoft.graph.user",
  group: "microsoft.graph.group",
  "service-principal": "microsoft.graph.servicePrincipal",
  application: "microsoft.graph.application",
  "directory-role": "microsoft.graph.directoryRole",
} as const satisfies Record<DirectoryObjectKind, string>;

/** Throws 400 for a selected property that no kind of directory object has. */
export function checkDirectoryObjectSelection(select: readonly string[] | undefined): void {
  const unknown = select?.find(
    (name) =>
      !isUserProperty(name) &&
      !isGroupProperty(name) &&
      !isServicePrincipalProperty(name) &&
      !isApplicationProperty(name) &&
      !isRoleProperty(name),
  );
  if (unknown === undefined) return;
  throw badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.directoryObject'.`);
}

/**
 * Objects of several kinds as the wire shows them, each with its type, and of the selected properties those that its
 * kind has. One that was deleted meanwhile is left out.
 */
export async function presentDirectoryObjects(
  request: GraphRequest,
  objects: readonly DirectoryObject[],
  select: readonly string[] | undefined,
): Promise<Shown[]> {
  const shown = new Map<string, Shown>([
    ...(await showUsers(request, idsOf(objects, "user"), select?.filter(isUserProperty))),
    ...(await showGroups(request, idsOf(objects, "group"), select?.filter(isGroupProperty))),
    ...(await showServicePrincipals(
      request,
      idsOf(objects, "service-principal"),
      select?.filter(isServicePrincipalProperty),
    )),
    ...(await showApplications(
      request,
      idsOf(objects, "application"),
      select?.filter(isApplicationProperty),
    )),
    ...showRoles(request, idsOf(objects, "directory-role"), select?.filter(isRoleProperty)),
  ]);
  return objects.flatMap(({ kind, id }) => {
    const object = shown.get(id);
    return object ? [{ "@odata.type": `#${wireTypes[kind]}`, ...object }] : [];
  });
}

function idsOf<Kind extends DirectoryObjectKind>(objects: readonly DirectoryObject[], kind: Kind) {
  return objects
    .filter((object): object is Extract<DirectoryObject, { kind: Kind }> => object.kind === kind)
    .map((object) => object.id as Extract<DirectoryObject, { kind: Kind }>["id"]);
}

async function showUsers(
  request: GraphRequest,
  userIds: Parameters<typeof findAddressHolders>[3],
  names: readonly string[] | undefined,
): Promise<[string, Shown][]> {
  const { machine, caller } = request;
  if (userIds.length === 0) return [];
  const people = await findAddressHolders(machine.database, caller.tenantId, [], userIds);
  const users = userIds.flatMap((id) => people.named(id) ?? []);
  const seen = users.map((user) => ({ user, view: viewOfFound(caller, user) }));
  const presented = await presentUsers(request, seen, names);
  return users.map((user, index) => [user.userId, presented[index] ?? {}]);
}

async function showGroups(
  { machine, caller }: GraphRequest,
  groupIds: Parameters<typeof findGroups>[2],
  names: readonly string[] | undefined,
): Promise<[string, Shown][]> {
  const groups = await findGroups(machine.database, caller.tenantId, groupIds);
  const view = viewOfFoundGroups(caller);
  return groups.map((group) => [group.groupId, presentGroup(group, names, view)]);
}

async function showServicePrincipals(
  { machine, caller }: GraphRequest,
  ids: readonly Parameters<typeof findApplicationByServicePrincipal>[2][],
  names: readonly string[] | undefined,
): Promise<[string, Shown][]> {
  const found = await Promise.all(
    ids.map((id) => findApplicationByServicePrincipal(machine.database, caller.tenantId, id)),
  );
  return found.flatMap((one) =>
    one ? [[one.servicePrincipal.servicePrincipalId, presentFoundServicePrincipal(caller, one, names)]] : [],
  );
}

async function showApplications(
  { machine, caller }: GraphRequest,
  ids: readonly ApplicationObjectId[],
  names: readonly string[] | undefined,
): Promise<[string, Shown][]> {
  const { tenantId } = caller;
  const found = await Promise.all(
    ids.map((objectId) => findRegistration(machine.database, tenantId, { objectId })),
  );
  const applications = found.filter((one) => one !== undefined);
  if (applications.length === 0) return [];
  const visible = seesApplications(caller) ? "everything" : new Set(["id"]);
  const shown = await presentApplications(machine, tenantId, applications, names, visible);
  return applications.map(({ objectId }, index) => [objectId, shown[index] ?? {}]);
}

function showRoles(
  { caller }: GraphRequest,
  ids: readonly string[],
  names: readonly string[] | undefined,
): [string, Shown][] {
  return ids.flatMap((id) => {
    const role = directoryRoleOfTemplate(id);
    return role ? [[id, presentFoundRole(caller, role, names)]] : [];
  });
}
