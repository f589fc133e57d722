import { type Branded, parseGuid } from "../../../../foundation/identifiers.ts";
import { badRequest, unsupportedQuery } from "../../graph-error.ts";
import type { FilterTree } from "../../odata/filter-tree.ts";
import { readNames } from "../../odata/parse-expand.ts";
import { parseFilter } from "../../odata/parse-filter.ts";
import { type DeltaToken, readDeltaToken } from "./delta-token.ts";

/** How a client begins to follow, or goes on. */
export type DeltaQuery =
  | {
      readonly step: "begin" | "begin-now";
      readonly select: readonly string[] | undefined;
      readonly ids: readonly string[] | undefined;
    }
  /** What it follows stands in the token. */
  | { readonly step: "go-on"; readonly token: DeltaToken };

const mostIds = 50;
const refused = ["expand", "top", "orderby", "search", "skip", "count"];

/** Reads the query options of a call for changes; throws 400 for what cannot be asked for. */
export function readDeltaQuery(address: string, collection: DeltaToken["collection"]): DeltaQuery {
  const options = readOptions(new URL(address).searchParams);
  const typed = options.get("deltatoken") ?? options.get("skiptoken");
  if (typed !== undefined && typed.toLowerCase() !== "latest") {
    const token = readDeltaToken(typed);
    if (token?.collection !== collection)
      throw badRequest("The token is not valid. Follow '@odata.nextLink' or '@odata.deltaLink' as it is.");
    return { step: "go-on", token };
  }
  const filter = options.get("filter");
  return {
    step: typed === undefined ? "begin" : "begin-now",
    select: readNames(options.get("select")),
    ids: filter === undefined ? undefined : readIds(filter),
  };
}

function readOptions(parameters: URLSearchParams): Map<string, string> {
  const options = new Map<string, string>();
  for (const [typed, value] of parameters) {
    const name = typed.toLowerCase().replace(/^\$/, "");
    if (refused.includes(name))
      throw unsupportedQuery(`The query option '$${name}' is not supported for changes.`);
    options.set(name, value);
  }
  return options;
}

function readIds(text: string): readonly string[] {
  const tree = parseFilter(text);
  const ids = tree.ok ? idsIn(tree.value) : undefined;
  if (ids === undefined)
    throw unsupportedQuery("Changes can only be filtered by id: $filter=id eq '…' or id eq '…'.");
  const guids = ids.map((id) => parseGuid<Branded<string>>(id));
  if (guids.length > mostIds || guids.includes(undefined))
    throw badRequest(`$filter takes up to ${mostIds} object ids.`);
  return guids.flatMap((id) => id ?? []);
}

function idsIn(tree: FilterTree): string[] | undefined {
  if (tree.kind === "or") {
    const parts = tree.operands.map(idsIn);
    return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
  }
  if (tree.kind !== "compare" || tree.path !== "id" || tree.operator !== "eq") return undefined;
  const { literal } = tree;
  return literal.type === "text" || literal.type === "guid" ? [literal.value] : undefined;
}
