import { badRequest, unsupportedQuery } from "../graph-error.ts";
import type { FilterTree } from "./filter-tree.ts";
import { type PageToken, readPageToken } from "./page.ts";
import { type Expansion, parseExpand, readNames } from "./parse-expand.ts";
import { parseFilter } from "./parse-filter.ts";
import { parseSearch, type SearchTree } from "./parse-search.ts";

/** What a caller asks of a collection or an object, read but not yet held against its properties. */
export interface ODataQuery {
  readonly select: readonly string[] | undefined;
  readonly filter: FilterTree | undefined;
  readonly search: SearchTree | undefined;
  readonly expand: Expansion | undefined;
  readonly orderBy: { readonly property: string; readonly direction: "ascending" | "descending" } | undefined;
  readonly top: number;
  /** Wants the number of all objects. */
  readonly count: boolean;
  /** Declared to bear late answers: what advanced queries ask for. */
  readonly isAdvanced: boolean;
  readonly after: string | undefined;
  /** The options as they came, for the link to the next page. */
  readonly options: ReadonlyMap<OptionName, string>;
}

const optionNames = [
  "select",
  "filter",
  "search",
  "expand",
  "orderby",
  "top",
  "count",
  "skiptoken",
  "format",
] as const;
export type OptionName = (typeof optionNames)[number];

const unsupported = ["skip", "apply", "compute", "levels", "deltatoken"];

/** What only some collections offer. */
export interface OfferedOptions {
  readonly isSearchable?: boolean;
  /** Navigations that can be expanded. */
  readonly navigations?: readonly string[];
}

const defaultPageSize = 100;
const largestPageSize = 999;

/** Reads the query options of an address; throws 400 with the option in it. */
export function parseQuery(
  address: string,
  consistencyLevel: string | undefined,
  { isSearchable = false, navigations = [] }: OfferedOptions = {},
): ODataQuery {
  const options = readOptions(new URL(address).searchParams);
  const token = readSkipToken(options.get("skiptoken"));
  const format = options.get("format");
  if (format !== undefined && !/^(application\/)?json\b/i.test(format))
    throw badRequest("The only $format is json.");
  return {
    select: readNames(options.get("select")),
    filter: readFilter(options.get("filter")),
    search: readSearch(options.get("search"), isSearchable),
    expand: readExpand(options.get("expand"), navigations),
    orderBy: readOrderBy(options.get("orderby")),
    top: readTop(options.get("top")),
    count: readFlag("count", options.get("count")),
    // A page iterator follows links without headers, so the link remembers.
    isAdvanced: consistencyLevel?.toLowerCase() === "eventual" || token?.isAdvanced === true,
    after: token?.after,
    options,
  };
}

/** Throws unless the caller declared to bear late answers. */
export function requireAdvanced(query: Pick<ODataQuery, "isAdvanced">, what: string): void {
  if (query.isAdvanced) return;
  throw unsupportedQuery(`${what} is an advanced query.`, {
    code: "ConsistencyLevelMissing",
    message: "Send the header 'ConsistencyLevel: eventual' and the query option '$count=true'.",
  });
}

function readOptions(parameters: URLSearchParams): Map<OptionName, string> {
  const options = new Map<OptionName, string>();
  for (const [typed, value] of parameters) {
    const name = typed.toLowerCase().replace(/^\$/, "");
    const known = optionNames.find((option) => option === name);
    if (known === undefined) {
      if (unsupported.includes(name))
        throw unsupportedQuery(`The query option '$${name}' is not supported here.`);
      if (typed.startsWith("$")) throw badRequest(`The query option '${typed}' is not recognized.`);
      // Options of clients' own, such as cache busters, are nobody's business.
      continue;
    }
    if (options.has(known)) throw badRequest(`The query option '$${known}' is given more than once.`);
    if (value.includes("\0")) throw badRequest(`The query option '$${known}' contains the character U+0000.`);
    options.set(known, value);
  }
  return options;
}

function readFilter(text: string | undefined): FilterTree | undefined {
  if (text === undefined) return undefined;
  const tree = parseFilter(text);
  if (tree.ok) return tree.value;
  const { position, reason } = tree.refusal;
  throw badRequest(`Invalid filter clause: ${reason} at position ${position}.`, {
    code: tree.refusal.code === "filter-too-large" ? "FilterTooLarge" : "FilterMalformed",
    target: "$filter",
    message: `Text values stand between single quotes, and a quote in them is doubled: displayName eq 'O''Brien'.`,
  });
}

function readSearch(text: string | undefined, isSearchable: boolean): SearchTree | undefined {
  if (text === undefined) return undefined;
  if (!isSearchable) throw unsupportedQuery("The query option '$search' is not supported here.");
  return parseSearch(text);
}

function readExpand(text: string | undefined, navigations: readonly string[]): Expansion | undefined {
  return text === undefined || text.trim() === "" ? undefined : parseExpand(text, navigations);
}

function readOrderBy(text: string | undefined): ODataQuery["orderBy"] {
  if (text === undefined) return undefined;
  const match = /^\s*([A-Za-z]\w{0,99})(?:\s+(asc|desc))?\s*$/i.exec(text);
  if (match?.[1] === undefined)
    throw badRequest("Could not read $orderby: one property, then 'asc' or 'desc'.");
  return {
    property: match[1],
    direction: match[2]?.toLowerCase() === "desc" ? "descending" : "ascending",
  };
}

function readTop(text: string | undefined): number {
  if (text === undefined) return defaultPageSize;
  const top = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (top < 1 || top > largestPageSize)
    throw badRequest(
      `Invalid page size specified: '${text.slice(0, 20)}'. Must be between 1 and ${largestPageSize} inclusive.`,
    );
  return top;
}

function readFlag(name: string, text: string | undefined): boolean {
  if (text === undefined || /^false$/i.test(text)) return false;
  if (/^true$/i.test(text)) return true;
  throw badRequest(`The query option '$${name}' must be true or false.`);
}

function readSkipToken(text: string | undefined): PageToken | undefined {
  if (text === undefined) return undefined;
  const token = readPageToken(text);
  if (token === undefined)
    throw badRequest(
      "Skip token is not valid. Follow '@odata.nextLink' as it is, or begin with the first page.",
    );
  return token;
}
