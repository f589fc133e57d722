import { listGroups } from "../../../../domain/directory/find-groups.ts";
import type { Group } from "../../../../domain/directory/rules/group.ts";
import type { Caller } from "../../caller.ts";
import { denied, unsupportedQuery } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import type { FilterTree } from "../../odata/filter-tree.ts";
import { nextLink, odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { checkGroupSelection, presentGroup } from "./present-group.ts";

/** `GET /groups`. Filters by exact id, displayName or mailNickname, or by the beginning of the name. */
export async function listGroupsEndpoint({ c, machine, caller }: GraphRequest): Promise<Response> {
  checkMaySeeGroups(caller);
  const query = parseQuery(c.req.url, c.req.header("consistencylevel"));
  checkGroupSelection(query.select);
  if (query.orderBy !== undefined && query.orderBy.property !== "displayName")
    throw unsupportedQuery(`$orderby is not supported on '${query.orderBy.property}'; use displayName.`);
  const { filter, after } = query;
  const all = await listGroups(machine.database, caller.tenantId);
  const asked = filter === undefined ? all : all.filter((group) => fulfils(group, filter));
  const ordered = inOrder(asked, query.orderBy);

  const start = after === undefined ? 0 : ordered.findIndex((group) => group.groupId === after) + 1;
  const shown = ordered.slice(start, start + query.top);
  const last = shown.at(-1);
  const { publicUrl } = machine.configuration;
  return graphJson(c, {
    "@odata.context": odataContext(publicUrl, "groups", query.select),
    ...(query.count && query.isAdvanced && after === undefined ? { "@odata.count": asked.length } : {}),
    ...(start + query.top < ordered.length && last
      ? { "@odata.nextLink": nextLink(publicUrl, "/groups", query, last.groupId) }
      : {}),
    value: shown.map((group) => presentGroup(group, query.select)),
  });
}

/** Guests see no groups unless they see what members see. */
export function checkMaySeeGroups(caller: Caller): void {
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot read groups here." });
}

function inOrder(groups: readonly Group[], orderBy: { readonly direction: string } | undefined): Group[] {
  if (orderBy?.direction === "descending") return groups.toReversed();
  if (orderBy !== undefined) return [...groups];
  return groups.toSorted((left, right) => (left.groupId < right.groupId ? -1 : 1));
}

function fulfils(group: Group, filter: FilterTree): boolean {
  switch (filter.kind) {
    case "and":
      return filter.operands.every((operand) => fulfils(group, operand));
    case "or":
      return filter.operands.some((operand) => fulfils(group, operand));
    case "compare": {
      const { literal } = filter;
      if (filter.operator !== "eq") throw unsupportedFilter(filter.path, filter.operator);
      const value = presentGroup(group, [comparable(filter.path)])[filter.path];
      if (typeof value === "boolean") return literal.type === "boolean" && value === literal.value;
      const typed = literal.type === "text" || literal.type === "guid" ? literal.value : undefined;
      return typed !== undefined && String(value).toLowerCase() === typed.toLowerCase();
    }
    case "call": {
      if (filter.function !== "startswith" || filter.path !== "displayName")
        throw unsupportedFilter(filter.path, filter.function);
      return group.displayName.toLowerCase().startsWith(filter.text.toLowerCase());
    }
    default:
      throw unsupportedFilter("path" in filter ? filter.path : "", filter.kind);
  }
}

function comparable(path: string): string {
  if (["id", "displayName", "mailNickname", "securityEnabled", "mailEnabled"].includes(path)) return path;
  throw unsupportedFilter(path, "eq");
}

function unsupportedFilter(path: string, operator: string): Error {
  return unsupportedQuery(
    `Unsupported Query. '${operator}' cannot be used on '${path.slice(0, 100)}' of groups.`,
  );
}
