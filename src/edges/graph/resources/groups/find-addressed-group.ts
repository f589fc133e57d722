import { findGroup } from "../../../../domain/directory/find-groups.ts";
import { ownsGroup } from "../../../../domain/directory/find-related-objects.ts";
import type { Group } from "../../../../domain/directory/rules/group.ts";
import { type GroupId, parseGuid } from "../../../../foundation/identifiers.ts";
import { addressedKey } from "../../addressed-key.ts";
import { notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { checkMaySeeGroups } from "./list-groups-endpoint.ts";

/** The group in the address, in the caller's tenant. Throws 404, or 403 for guests who do not answer for it. */
export async function findAddressedGroup({ c, machine, caller }: GraphRequest): Promise<Group> {
  const { property, value: typed } = addressedKey(c);
  const groupId = property === undefined ? parseGuid<GroupId>(typed) : undefined;
  const isOwner =
    groupId !== undefined &&
    caller.kind === "user" &&
    (await ownsGroup(machine.database, caller.tenantId, groupId, caller.user.userId));
  if (!isOwner) checkMaySeeGroups(caller);
  const group = groupId && (await findGroup(machine.database, caller.tenantId, groupId));
  if (!group) throw notFound(typed.slice(0, 100));
  return group;
}
