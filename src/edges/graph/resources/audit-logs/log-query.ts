import type { LogPosition, LogQuery, LogValue } from "../../../../domain/audit/list-events.ts";
import { parseGuid } from "../../../../foundation/identifiers.ts";
import { type Caller, holdsRole } from "../../caller.ts";
import { badRequest, denied, unsupportedQuery } from "../../graph-error.ts";
import type { FilterTree } from "../../odata/filter-tree.ts";
import type { ODataQuery } from "../../odata/parse-query.ts";

/** Logs tell who did what: people need a role for them, beside the application's permission. */
export function checkMayReadLogs(caller: Caller): void {
  if (caller.kind === "application") return;
  if (holdsRole(caller, "global-administrator", "user-administrator", "directory-reader")) return;
  throw denied({
    code: "MissingDirectoryRole",
    message:
      "The signed-in person needs the directory role Global Administrator, User Administrator or Directory Readers.",
  });
}

/** Properties of a log that can be filtered: its moment, and columns compared by `eq`. */
export interface LogProperties<Column extends string> {
  readonly moment: string;
  readonly equal: Readonly<
    Record<string, { readonly column: Column; read(value: string): LogValue | undefined }>
  >;
}

/** A query over a log in the domain's words; throws 400 naming what logs cannot do. */
export function readLogQuery<Column extends string>(
  query: ODataQuery,
  properties: LogProperties<Column>,
): LogQuery<Column> {
  if (
    query.orderBy !== undefined &&
    (query.orderBy.property !== properties.moment || query.orderBy.direction !== "descending")
  )
    throw unsupportedQuery(`The only order of this log is '${properties.moment} desc'.`);
  if (query.select !== undefined) throw unsupportedQuery("$select is not supported on logs.");
  const read: { from?: Date; to?: Date; equal: Partial<Record<Column, LogValue>> } = { equal: {} };
  for (const part of partsOf(query.filter)) readPart(part, properties, read);
  return {
    ...read,
    limit: query.top + 1,
    before: query.after === undefined ? undefined : readPosition(query.after),
  };
}

/** Where the page after this entry begins, as text. */
export function writePosition({ occurredAt, eventId }: LogPosition): string {
  return `${occurredAt.toISOString()} ${eventId}`;
}

function readPosition(text: string): LogPosition {
  const [moment = "", id = ""] = text.split(" ");
  const occurredAt = new Date(moment);
  const eventId = parseGuid(id);
  if (eventId === undefined || Number.isNaN(occurredAt.getTime()))
    throw badRequest("Skip token is not valid.");
  return { occurredAt, eventId };
}

function partsOf(filter: FilterTree | undefined): readonly FilterTree[] {
  if (filter === undefined) return [];
  return filter.kind === "and" ? filter.operands.flatMap(partsOf) : [filter];
}

function readPart<Column extends string>(
  part: FilterTree,
  { moment, equal }: LogProperties<Column>,
  read: { from?: Date; to?: Date; equal: Partial<Record<Column, LogValue>> },
): void {
  if (part.kind !== "compare") throw unsupportedQuery("Logs are filtered by comparisons joined with 'and'.");
  const { path, operator, literal } = part;
  const value = literal.type === "null" ? "" : String(literal.value);
  if (path === moment && (operator === "ge" || operator === "le")) {
    const typed = new Date(value);
    if (Number.isNaN(typed.getTime()))
      throw badRequest(`'${path}' is compared with a moment such as 2026-01-31T00:00:00Z.`);
    read[operator === "ge" ? "from" : "to"] = typed;
    return;
  }
  const known = Object.hasOwn(equal, path) ? equal[path] : undefined;
  if (known === undefined || operator !== "eq")
    throw unsupportedQuery(
      `Unsupported Query. Use ${moment} with ge and le, and these with eq: ${Object.keys(equal).join(", ")}.`,
    );
  const translated = known.read(value);
  if (translated === undefined) throw badRequest(`Invalid value for '${path}' in $filter.`);
  read.equal[known.column] = translated;
}
