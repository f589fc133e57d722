import { badRequest, unsupportedQuery } from "../graph-error.ts";
import type { GraphRequest } from "../graph-request.ts";
import { graphJson } from "../graph-response.ts";
import { expandInto, type Navigations } from "./expand-into.ts";
import type { FilterTree, Literal } from "./filter-tree.ts";
import { odataContext } from "./page.ts";
import { type ODataQuery, parseQuery } from "./parse-query.ts";

/** Objects as the wire shows them; all have the same properties, whose values are plain. */
type WireObject = Readonly<Record<string, unknown>>;

/**
 * Answers `GET` of a collection of which every tenant has few, all at once: `$filter` and `$select` look at what
 * would be answered.
 */
export async function listFew(
  { c, machine }: GraphRequest,
  collection: string,
  objects: readonly WireObject[],
  navigations: Navigations<WireObject> = {},
): Promise<Response> {
  const query = parseQuery(c.req.url, c.req.header("consistencylevel"), {
    navigations: Object.keys(navigations),
  });
  if (query.orderBy !== undefined) throw unsupportedQuery("$orderby is not supported here.");
  const { filter } = query;
  const found = filter === undefined ? objects : objects.filter((object) => fulfils(object, filter));
  const shown = found.slice(0, query.top);
  const presented = shown.map((object) => selected(object, query));
  return graphJson(c, {
    "@odata.context": odataContext(machine.configuration.publicUrl, collection, query.select),
    ...(query.count ? { "@odata.count": found.length } : {}),
    value: await expandInto(presented, shown, query.expand, navigations),
  });
}

/** Answers `GET` of one such object. */
export async function showOne(
  { c, machine }: GraphRequest,
  collection: string,
  object: WireObject,
  navigations: Navigations<WireObject> = {},
): Promise<Response> {
  const query = parseQuery(c.req.url, c.req.header("consistencylevel"), {
    navigations: Object.keys(navigations),
  });
  const context = odataContext(machine.configuration.publicUrl, collection, query.select, true);
  const [shown] = await expandInto([selected(object, query)], [object], query.expand, navigations);
  return graphJson(c, { "@odata.context": context, ...shown });
}

function selected(object: WireObject, { select }: ODataQuery): WireObject {
  if (select === undefined) return object;
  return Object.fromEntries(select.map((name) => [name, propertyValue(object, name)]));
}

function propertyValue(object: WireObject, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name];
  throw badRequest(`Could not find a property named '${name.slice(0, 100)}'.`);
}

function fulfils(object: WireObject, filter: FilterTree): boolean {
  switch (filter.kind) {
    case "and":
      return filter.operands.every((operand) => fulfils(object, operand));
    case "or":
      return filter.operands.some((operand) => fulfils(object, operand));
    case "not":
      return !fulfils(object, filter.operand);
    case "in":
      return filter.literals.some((literal) => isEqual(propertyValue(object, filter.path), literal));
    case "compare": {
      const same = isEqual(propertyValue(object, filter.path), filter.literal);
      if (filter.operator === "eq") return same;
      if (filter.operator === "ne") return !same;
      throw unsupportedFilter(filter.operator);
    }
    case "call": {
      if (filter.function !== "startswith") throw unsupportedFilter(filter.function);
      return String(propertyValue(object, filter.path)).toLowerCase().startsWith(filter.text.toLowerCase());
    }
    case "any":
      return elementsOf(object, filter).some((element) => fulfils(element, filter.condition));
  }
}

/** The objects in a collection, their properties named as a condition on one of them names these: `x/id`. */
function elementsOf(object: WireObject, { path, variable }: FilterTree & { kind: "any" }): WireObject[] {
  const elements = propertyValue(object, path);
  if (!Array.isArray(elements)) throw badRequest(`'${path}' is not a collection.`);
  return elements.map((element: unknown) =>
    typeof element === "object" && element !== null
      ? Object.fromEntries(Object.entries(element).map(([name, value]) => [`${variable}/${name}`, value]))
      : { [variable]: element },
  );
}

/** Texts are the same in any case of letters. */
function isEqual(value: unknown, literal: Literal): boolean {
  if (literal.type === "null") return value === null;
  if (typeof value === "string") return value.toLowerCase() === String(literal.value).toLowerCase();
  return value === literal.value;
}

function unsupportedFilter(operator: string): Error {
  return unsupportedQuery(
    `Unsupported Query. '${operator}' cannot be used here; use eq, ne, in, not, startswith or any.`,
  );
}
