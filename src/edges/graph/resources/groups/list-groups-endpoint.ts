import type { RelatedTo } from "../../../../domain/directory/find-related-objects.ts";
import { countGroups, queryGroups } from "../../../../domain/directory/query-groups.ts";
import type { Caller } from "../../caller.ts";
import { denied } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { countObjects, listObjects } from "../../odata/list-objects.ts";
import { groupType, presentGroup } from "./group-properties.ts";
import { viewOfFoundGroups } from "./group-view.ts";

/** `GET /groups`. */
export function listGroupsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMaySeeGroups(caller);
  return listObjects(request, {
    type: groupType,
    select: (page) => queryGroups(machine.database, caller.tenantId, page),
    count: (where) => countGroups(machine.database, caller.tenantId, { where }),
    idOf: (group) => group.groupId,
    present: (groups, select) => groups.map((group) => presentGroup(group, select)),
  });
}

/** `GET /groups/$count`: the number as plain text. */
export function countGroupsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMaySeeGroups(caller);
  return countObjects(request, {
    type: groupType,
    count: (where) => countGroups(machine.database, caller.tenantId, { where }),
  });
}

/** Groups that an object is related to, or that are in a group. */
export function listRelatedGroups(request: GraphRequest, related: RelatedTo): Promise<Response> {
  const { machine, caller } = request;
  const visible = viewOfFoundGroups(caller);
  return listObjects(request, {
    type: groupType,
    visible,
    select: (page) => queryGroups(machine.database, caller.tenantId, { ...page, related }),
    count: (where) => countGroups(machine.database, caller.tenantId, { where, related }),
    idOf: (group) => group.groupId,
    present: (groups, select) =>
      groups.map((group) => ({
        "@odata.type": "#microsoft.graph.group",
        ...presentGroup(group, select, visible),
      })),
  });
}

/** How many there are. */
export function countRelatedGroups(request: GraphRequest, related: RelatedTo): Promise<Response> {
  const { machine, caller } = request;
  return countObjects(request, {
    type: groupType,
    visible: viewOfFoundGroups(caller),
    count: (where) => countGroups(machine.database, caller.tenantId, { where, related }),
  });
}

/** Guests see no groups unless they see what members see. */
export function checkMaySeeGroups(caller: Caller): void {
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot read groups here." });
}
