import type { Group } from "../../../../domain/directory/rules/group.ts";
import { badRequest } from "../../graph-error.ts";
import { wireMoment } from "../../graph-response.ts";

/** Every property of a group on the wire: all are security groups of the cloud whose members are assigned. */
const groupProperties: Readonly<Record<string, (group: Group) => unknown>> = {
  id: (group) => group.groupId,
  deletedDateTime: () => null,
  createdDateTime: (group) => wireMoment(group.createdAt),
  description: (group) => group.description ?? null,
  displayName: (group) => group.displayName,
  groupTypes: () => [],
  mail: () => null,
  mailEnabled: () => false,
  mailNickname: (group) => group.mailNickname,
  membershipRule: () => null,
  onPremisesSyncEnabled: () => null,
  proxyAddresses: () => [],
  securityEnabled: () => true,
  visibility: () => null,
};

/** Whether groups have a property of this name. */
export function isGroupProperty(name: string): boolean {
  return Object.hasOwn(groupProperties, name);
}

/** Throws 400 for a selected property that groups do not have. */
export function checkGroupSelection(select: readonly string[] | undefined): void {
  const unknown = select?.find((name) => !isGroupProperty(name));
  if (unknown !== undefined)
    throw badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.group'.`);
}

/** A group as the wire shows it. */
export function presentGroup(
  group: Group,
  select: readonly string[] = Object.keys(groupProperties),
): Record<string, unknown> {
  return Object.fromEntries(select.map((name) => [name, groupProperties[name]?.(group)]));
}
