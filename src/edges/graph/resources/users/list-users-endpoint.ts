import { countUsers, queryUsers, type UserQuery } from "../../../../domain/directory/query-users.ts";
import { parseGuid, type UserId } from "../../../../foundation/identifiers.ts";
import { badRequest, denied } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { nextLink, odataContext } from "../../odata/page.ts";
import { type ODataQuery, parseQuery, requireAdvanced } from "../../odata/parse-query.ts";
import { compileUserFilter, type UserFilter } from "./compile-user-filter.ts";
import { checkUserSelection, presentUsers } from "./present-user.ts";
import { type UserView, viewOfEverybody } from "./user-view.ts";

/** `GET /users`: pages that cost the same wherever they lie. */
export async function listUsersEndpoint({ c, machine, caller }: GraphRequest): Promise<Response> {
  const view = viewOfEverybody(caller, "GET /users");
  const query = parseQuery(c.req.url, c.req.header("consistencylevel"));
  checkUserSelection(query.select);
  const filter = readUserFilter(query, view);
  const { publicUrl } = machine.configuration;
  const { tenantId } = caller;

  const isFirst = query.after === undefined;
  const [users, total] = await Promise.all([
    queryUsers(machine.database, tenantId, userQuery(query, filter)),
    // Without the header the count is left out silently, as clients know it.
    query.count && query.isAdvanced && isFirst
      ? countUsers(machine.database, tenantId, { where: filter?.condition })
      : undefined,
  ]);
  const shown = users.slice(0, query.top);
  const last = shown.at(-1);
  const value = await presentUsers(
    machine,
    tenantId,
    shown.map((user) => ({ user, view })),
    query.select,
  );
  return graphJson(c, {
    "@odata.context": odataContext(publicUrl, "users", query.select),
    ...(total === undefined ? {} : { "@odata.count": total }),
    ...(users.length > query.top && last
      ? { "@odata.nextLink": nextLink(publicUrl, "/users", query, last.userId) }
      : {}),
    value,
  });
}

/** `GET /users/$count`: the number as plain text. */
export async function countUsersEndpoint({ c, machine, caller }: GraphRequest): Promise<Response> {
  const view = viewOfEverybody(caller, "GET /users/$count");
  const query = parseQuery(c.req.url, c.req.header("consistencylevel"));
  if (!query.isAdvanced)
    throw badRequest("$count is not currently supported.", {
      code: "ConsistencyLevelMissing",
      message: "Send the header 'ConsistencyLevel: eventual'.",
    });
  const filter = readUserFilter(query, view);
  const total = await countUsers(machine.database, caller.tenantId, { where: filter?.condition });
  return c.text(String(total));
}

function readUserFilter(query: ODataQuery, view: UserView): UserFilter | undefined {
  if (query.filter === undefined) return undefined;
  const filter = compileUserFilter(query.filter);
  if (filter.advancedPart !== undefined) requireAdvanced(query, `'${filter.advancedPart}' in $filter`);
  // What cannot be read cannot be asked for either: the answer would tell it.
  const hidden = view === "everything" ? undefined : [...filter.properties].find((name) => !view.has(name));
  if (hidden !== undefined)
    throw denied({
      code: "MissingPermission",
      target: hidden,
      message: `Filtering by '${hidden}' takes the permission User.Read.All.`,
    });
  return filter;
}

function userQuery(query: ODataQuery, filter: UserFilter | undefined): UserQuery {
  if (query.orderBy !== undefined && filter !== undefined) requireAdvanced(query, "$orderby with $filter");
  const property = query.orderBy?.property;
  if (property !== undefined && property !== "displayName" && property !== "userPrincipalName")
    throw badRequest(`$orderby is not supported on '${property}'; use displayName or userPrincipalName.`);
  const after = query.after === undefined ? undefined : parseGuid<UserId>(query.after);
  if (query.after !== undefined && after === undefined) throw badRequest("Skip token is not valid.");
  return {
    where: filter?.condition,
    after,
    // One more tells whether there is a next page.
    limit: query.top + 1,
    orderBy: property ?? "id",
    direction: query.orderBy?.direction ?? "ascending",
  };
}
