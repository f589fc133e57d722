import { findAddressHolders } from "../../../../domain/directory/find-address-holders.ts";
import { findGroup, listGroupMembers } from "../../../../domain/directory/find-groups.ts";
import type { Group } from "../../../../domain/directory/rules/group.ts";
import { type GroupId, parseGuid } from "../../../../foundation/identifiers.ts";
import { addressedKey } from "../../addressed-key.ts";
import { notFound, unsupportedQuery } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { nextLink, odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { showObject } from "../../odata/show-object.ts";
import { presentUsers } from "../users/present-user.ts";
import { isUserProperty } from "../users/user-properties.ts";
import { groupType, isGroupProperty, presentGroup } from "./group-properties.ts";
import { checkMaySeeGroups } from "./list-groups-endpoint.ts";

/** `GET /groups/{id}`. */
export async function readGroupEndpoint(request: GraphRequest): Promise<Response> {
  return showObject(request, {
    type: groupType,
    item: await findAddressedGroup(request),
    present: (groups, select) => groups.map((group) => presentGroup(group, select)),
  });
}

/** `GET /groups/{id}/members`: users and groups that were put into it. */
export async function listGroupMembersEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  const { publicUrl } = machine.configuration;
  const group = await findAddressedGroup(request);
  const query = parseQuery(c.req.url, c.req.header("consistencylevel"));
  if (query.filter !== undefined || query.orderBy !== undefined)
    throw unsupportedQuery("$filter and $orderby are not supported on members of a group.");
  const after = query.after === undefined ? undefined : parseGuid(query.after);
  const members = await listGroupMembers(machine.database, tenantId, group.groupId, {
    after,
    limit: query.top + 1,
  });

  const shown = members.slice(0, query.top);
  const last = shown.at(-1);
  const userIds = shown.flatMap((member) => (member.kind === "user" ? [member.id] : []));
  const people = await findAddressHolders(machine.database, tenantId, [], userIds);
  const value: object[] = [];
  for (const member of shown) {
    const names = namesOf(member.kind, query.select);
    if (member.kind === "group") {
      const inner = await findGroup(machine.database, tenantId, member.id);
      if (inner) value.push({ "@odata.type": "#microsoft.graph.group", ...presentGroup(inner, names) });
      continue;
    }
    const user = people.named(member.id);
    const seen = user ? [{ user, view: "everything" as const }] : [];
    const presented = await presentUsers(machine, tenantId, seen, names);
    value.push(...presented.map((one) => ({ "@odata.type": "#microsoft.graph.user", ...one })));
  }
  return graphJson(c, {
    "@odata.context": odataContext(publicUrl, "directoryObjects"),
    ...(members.length > query.top && last
      ? { "@odata.nextLink": nextLink(publicUrl, `/groups/${group.groupId}/members`, query, last.id) }
      : {}),
    value,
  });
}

/** Of the selected properties those that this kind of member has. */
function namesOf(kind: "user" | "group", select: readonly string[] | undefined): string[] | undefined {
  const exists = kind === "user" ? isUserProperty : isGroupProperty;
  return select?.filter(exists);
}

async function findAddressedGroup({ c, machine, caller }: GraphRequest): Promise<Group> {
  checkMaySeeGroups(caller);
  const { property, value: typed } = addressedKey(c);
  const groupId = property === undefined ? parseGuid<GroupId>(typed) : undefined;
  const group = groupId && (await findGroup(machine.database, caller.tenantId, groupId));
  if (!group) throw notFound(typed.slice(0, 100));
  return group;
}
