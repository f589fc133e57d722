import type { AskedProperties, Condition } from "../../../foundation/condition.ts";
import { parseGuid } from "../../../foundation/identifiers.ts";
import type { PageQuery } from "../../../platform/database/select-page.ts";
import { badRequest, denied, unsupportedQuery } from "../graph-error.ts";
import type { GraphRequest } from "../graph-request.ts";
import { graphJson } from "../graph-response.ts";
import { compileFilter } from "./compile-filter.ts";
import { compileSearch } from "./compile-search.ts";
import { expandInto, type Navigations } from "./expand-into.ts";
import { nextLink, odataContext, pathOf } from "./page.ts";
import { type ODataQuery, parseQuery, requireAdvanced } from "./parse-query.ts";
import { checkSelection, propertyOf, type ResourceType, type Visible } from "./resource-type.ts";

/** Whose objects are asked for, and what of them may be asked. */
interface Asked<Properties extends AskedProperties> {
  readonly type: ResourceType<never, Properties>;
  /** What the caller sees of them; without it everything. */
  readonly visible?: Visible;
  readonly count: (where: Condition<Properties> | undefined) => Promise<number>;
}

/** A collection that can be listed. */
export interface Listing<Item, Properties extends AskedProperties> extends Asked<Properties> {
  readonly select: (page: PageQuery<Properties>) => Promise<readonly Item[]>;
  readonly idOf: (item: Item) => string;
  /** The items as the wire shows them, in their order. */
  readonly present: (
    items: readonly Item[],
    select: readonly string[] | undefined,
  ) => readonly object[] | Promise<readonly object[]>;
  /** What can be expanded. */
  readonly navigations?: Navigations<Item>;
}

/** Answers `GET` of a collection: every query option, page by page. */
export async function listObjects<Item, Properties extends AskedProperties>(
  { c, machine }: GraphRequest,
  listing: Listing<Item, Properties>,
): Promise<Response> {
  const { type, navigations = {} } = listing;
  const query = parseQuery(c.req.url, c.req.header("consistencylevel"), {
    isSearchable: true,
    navigations: Object.keys(navigations),
  });
  checkSelection(type, query.select);
  const where = readCondition(query, listing);
  const page = readPage(query, listing, where);
  const [found, total] = await Promise.all([
    listing.select(page),
    // Without the header the count is left out silently, as clients know it.
    query.count && query.isAdvanced && query.after === undefined ? listing.count(where) : undefined,
  ]);
  const items = found.slice(0, query.top);
  const last = items.at(-1);
  const value = await expandInto(
    await listing.present(items, query.select),
    items,
    query.expand,
    navigations,
  );
  const { publicUrl } = machine.configuration;
  return graphJson(c, {
    "@odata.context": odataContext(publicUrl, type.collection, query.select),
    ...(total === undefined ? {} : { "@odata.count": total }),
    ...(found.length > query.top && last
      ? { "@odata.nextLink": nextLink(publicUrl, pathOf(c.req.url), query, listing.idOf(last)) }
      : {}),
    value,
  });
}

/** Answers `GET` of a collection's `/$count`: the number as plain text. */
export async function countObjects<Properties extends AskedProperties>(
  { c }: GraphRequest,
  asked: Asked<Properties>,
): Promise<Response> {
  const query = parseQuery(c.req.url, c.req.header("consistencylevel"), { isSearchable: true });
  if (!query.isAdvanced)
    throw badRequest("$count is not currently supported.", {
      code: "ConsistencyLevelMissing",
      message: "Send the header 'ConsistencyLevel: eventual'.",
    });
  return c.text(String(await asked.count(readCondition(query, asked))));
}

function readCondition<Properties extends AskedProperties>(
  query: ODataQuery,
  { type, visible }: Asked<Properties>,
): Condition<Properties> | undefined {
  const conditions: Condition<Properties>[] = [];
  if (query.filter !== undefined) {
    const filter = compileFilter(type, query.filter);
    if (filter.advancedPart !== undefined) requireAdvanced(query, `'${filter.advancedPart}' in $filter`);
    checkVisible(visible, filter.properties, "Filtering");
    conditions.push(filter.condition);
  }
  if (query.search !== undefined) {
    requireAdvanced(query, "$search");
    const search = compileSearch(type, query.search);
    checkVisible(visible, search.properties, "Searching");
    conditions.push(search.condition);
  }
  const [only, another] = conditions;
  return another === undefined ? only : { and: conditions };
}

function readPage<Properties extends AskedProperties>(
  query: ODataQuery,
  { type, visible }: Asked<Properties>,
  where: Condition<Properties> | undefined,
): PageQuery<Properties> {
  const after = query.after === undefined ? undefined : parseGuid(query.after);
  if (query.after !== undefined && after === undefined) throw badRequest("Skip token is not valid.");
  // One more tells whether there is a next page.
  const page = { where, after, limit: query.top + 1 };
  if (query.orderBy === undefined) return page;
  const { property: name, direction } = query.orderBy;
  const { order } = propertyOf(type, name);
  if (order === undefined) throw unsupportedQuery(`$orderby is not supported on '${name}'.`);
  if (query.filter !== undefined) requireAdvanced(query, "$orderby with $filter");
  if (order.isAdvanced) requireAdvanced(query, `$orderby on '${name}'`);
  checkVisible(visible, [name], "Ordering");
  return { ...page, orderBy: order.property, direction };
}

/** What cannot be read cannot be asked for either: the answer would tell it. */
function checkVisible(visible: Visible | undefined, properties: Iterable<string>, verb: string): void {
  if (visible === undefined || visible === "everything") return;
  const hidden = [...properties].find((name) => !visible.has(name));
  if (hidden === undefined) return;
  throw denied({
    code: "MissingPermission",
    target: hidden,
    message: `${verb} by '${hidden}' takes a permission that shows it.`,
  });
}
