import { changedGroups, changedMembers } from "../../../../domain/directory/find-changes.ts";
import type { MemberChange, ObjectChange } from "../../../../domain/directory/rules/directory-change.ts";
import type { Group } from "../../../../domain/directory/rules/group.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { checkSelection } from "../../odata/resource-type.ts";
import { wireTypes } from "../directory-objects/present-directory-objects.ts";
import { groupType, presentGroup } from "../groups/group-properties.ts";
import { checkMaySeeGroups } from "../groups/list-groups-endpoint.ts";
import { answerDelta, type DeltaPage } from "./answer-delta.ts";
import { presentRemoved } from "./present-removed.ts";

const groupsPerPage = 100;
const membersPerPage = 500;

/** `GET /groups/delta`: with `members@delta` unless properties are selected and `members` is not among them. */
export async function groupsDeltaEndpoint(request: GraphRequest): Promise<Response> {
  checkMaySeeGroups(request.caller);
  return answerDelta(request, {
    collection: "groups",
    checkSelect: (select) => checkSelection(groupType, propertiesOf(select)),
    page: (page) => readPage(request, page),
  });
}

function propertiesOf(select: readonly string[] | undefined): readonly string[] | undefined {
  return select?.filter((name) => name !== "members");
}

async function readPage({ machine, caller }: GraphRequest, page: DeltaPage) {
  const { window, place, select, ids } = page;
  const { tenantId } = caller;
  const withMembers = select === undefined || select.includes("members");
  const found = await changedGroups(machine.database, tenantId, {
    window,
    among: ids,
    from: place && { id: place.id, isIncluded: place.memberId !== undefined },
    limit: groupsPerPage + 1,
    withMembers,
  });
  const groups = found.slice(0, groupsPerPage);
  const members = withMembers
    ? await changedMembers(
        machine.database,
        tenantId,
        groups.flatMap((group) => (group.kind === "there" ? [group.id] : [])),
        {
          window,
          after: place?.memberId === undefined ? undefined : { groupId: place.id, memberId: place.memberId },
          limit: membersPerPage + 1,
        },
      )
    : [];
  const { shownGroups, shownMembers, next } = cut(groups, members, found.length > groupsPerPage);
  const properties = propertiesOf(select);
  const value = shownGroups.map((group) =>
    group.kind === "there"
      ? {
          id: group.id,
          ...presentGroup(group.item, properties),
          ...presentMembers(shownMembers.filter(({ groupId }) => groupId === group.id)),
        }
      : presentRemoved(group),
  );
  return { value, next };
}

/** A page ends where its members become too many; the group they belong to goes on with the next page. */
function cut(
  groups: readonly ObjectChange<Group>[],
  members: readonly MemberChange[],
  hasMoreGroups: boolean,
) {
  const shownMembers = members.slice(0, membersPerPage);
  const lastMember = shownMembers.at(-1);
  if (members.length > membersPerPage && lastMember) {
    const next = { id: lastMember.groupId, memberId: lastMember.id };
    return { shownGroups: groups.filter(({ id }) => id <= next.id), shownMembers, next };
  }
  const last = groups.at(-1);
  return { shownGroups: groups, shownMembers, next: hasMoreGroups && last ? { id: last.id } : undefined };
}

function presentMembers(members: readonly MemberChange[]): object {
  if (members.length === 0) return {};
  return {
    "members@delta": members.map(({ id, kind, isMember }) => ({
      "@odata.type": `#${wireTypes[kind]}`,
      id,
      ...(isMember ? {} : { "@removed": { reason: "deleted" } }),
    })),
  };
}
