import type { Group } from "../../../../domain/directory/rules/group.ts";
import type { GroupProperties } from "../../../../domain/directory/rules/group-condition.ts";
import { wireMoment } from "../../graph-response.ts";
import { presentObject } from "../../odata/present-object.ts";
import type { ResourceProperty, ResourceType, Visible } from "../../odata/resource-type.ts";

/** Every property of a group on the wire: all are security groups of the cloud whose members are assigned. */
const groupProperties: Readonly<Record<string, ResourceProperty<Group, GroupProperties>>> = {
  id: { read: (group) => group.groupId, isDefault: true, filter: { type: "id", property: "groupId" } },
  deletedDateTime: {
    read: (group) => wireMoment(group.deletedAt),
    isDefault: true,
    filter: { type: "moment", property: "deletedAt" },
  },
  createdDateTime: {
    read: (group) => wireMoment(group.createdAt),
    isDefault: true,
    filter: { type: "moment", property: "createdAt" },
    order: { property: "createdAt", isAdvanced: true },
  },
  description: {
    read: (group) => group.description ?? null,
    isDefault: true,
    filter: { type: "text", property: "description" },
    search: { by: "words", property: "description" },
  },
  displayName: {
    read: (group) => group.displayName,
    isDefault: true,
    filter: { type: "text", property: "displayName" },
    order: { property: "displayName" },
    search: { by: "words", property: "displayName" },
  },
  groupTypes: { read: () => [], isDefault: true, filter: { type: "list", property: "groupTypes" } },
  mail: { read: () => null, isDefault: true },
  mailEnabled: { read: () => false, isDefault: true, filter: { type: "flag", property: "mailEnabled" } },
  mailNickname: {
    read: (group) => group.mailNickname,
    isDefault: true,
    filter: { type: "text", property: "mailNickname" },
    search: { by: "beginning", property: "mailNickname" },
  },
  membershipRule: { read: () => null, isDefault: true },
  onPremisesSyncEnabled: { read: () => null, isDefault: true },
  proxyAddresses: { read: () => [], isDefault: true },
  securityEnabled: {
    read: () => true,
    isDefault: true,
    filter: { type: "flag", property: "securityEnabled" },
  },
  visibility: { read: () => null, isDefault: true },
};

/** Groups on the wire. */
export const groupType: ResourceType<Group, GroupProperties> = {
  name: "group",
  collection: "groups",
  properties: groupProperties,
};

/** Whether groups have a property of this name; names are case-sensitive. */
export function isGroupProperty(name: string): boolean {
  return Object.hasOwn(groupProperties, name);
}

/** A group as the wire shows it. */
export function presentGroup(
  group: Group,
  select: readonly string[] | undefined,
  visible?: Visible,
): Record<string, unknown> {
  return presentObject(groupType, group, select, visible);
}
