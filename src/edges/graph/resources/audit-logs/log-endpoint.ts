import type { LogPosition, LogQuery } from "../../../../domain/audit/list-events.ts";
import type { AskedProperties, Condition } from "../../../../foundation/condition.ts";
import { parseGuid } from "../../../../foundation/identifiers.ts";
import { badRequest, notFound, unsupportedQuery } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { compileFilter } from "../../odata/compile-filter.ts";
import { nextLink, odataContext } from "../../odata/page.ts";
import { type ODataQuery, parseQuery } from "../../odata/parse-query.ts";
import { presentObject } from "../../odata/present-object.ts";
import { checkSelection, type ResourceType } from "../../odata/resource-type.ts";
import { checkMayReadLogs } from "./may-read-logs.ts";
import { type RewriteLeaf, rewriteFilter } from "./rewrite-filter.ts";

/** A log, and how the wire shows it. */
export interface Log<Event extends LogPosition, Shown, Properties extends AskedProperties> {
  readonly type: ResourceType<Shown, Properties>;
  /** The property that tells when: the only order a log has. */
  readonly moment: string;
  readonly rewrite: (request: GraphRequest) => RewriteLeaf;
  readonly select: (request: GraphRequest, query: LogQuery<Properties>) => Promise<Event[]>;
  readonly find: (request: GraphRequest, eventId: string) => Promise<Event | undefined>;
  /** What is shown beside what the entries themselves say. */
  readonly gather: (request: GraphRequest, events: readonly Event[]) => Promise<readonly Shown[]>;
}

/** Answers `GET` of a log: newest first, unless asked otherwise. */
export async function listLog<Event extends LogPosition, Shown, Properties extends AskedProperties>(
  request: GraphRequest,
  log: Log<Event, Shown, Properties>,
): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayReadLogs(caller);
  const query = parseQuery(c.req.url, c.req.header("consistencylevel"));
  checkSelection(log.type, query.select);
  const events = await log.select(request, {
    where: await readCondition(request, log, query),
    after: query.after === undefined ? undefined : readPosition(query.after),
    direction: readDirection(log, query),
    // One more tells whether there is a next page.
    limit: query.top + 1,
  });
  const shown = events.slice(0, query.top);
  const last = shown.at(-1);
  const { collection } = log.type;
  const { publicUrl } = machine.configuration;
  return graphJson(c, {
    "@odata.context": odataContext(publicUrl, collection, query.select),
    ...(events.length > query.top && last
      ? { "@odata.nextLink": nextLink(publicUrl, `/${collection}`, query, writePosition(last)) }
      : {}),
    value: (await log.gather(request, shown)).map((one) => presentObject(log.type, one, query.select)),
  });
}

/** Answers `GET` of one entry. */
export async function showLogEntry<Event extends LogPosition, Shown, Properties extends AskedProperties>(
  request: GraphRequest,
  log: Log<Event, Shown, Properties>,
): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayReadLogs(caller);
  const { select } = parseQuery(c.req.url, c.req.header("consistencylevel"));
  checkSelection(log.type, select);
  const id = c.req.param("id") ?? "";
  const eventId = parseGuid(id);
  const event = eventId && (await log.find(request, eventId));
  if (!event) throw notFound(id.slice(0, 100));
  const [shown] = await log.gather(request, [event]);
  const context = odataContext(machine.configuration.publicUrl, log.type.collection, select, true);
  return graphJson(c, {
    "@odata.context": context,
    ...(shown === undefined ? {} : presentObject(log.type, shown, select)),
  });
}

async function readCondition<Event extends LogPosition, Shown, Properties extends AskedProperties>(
  request: GraphRequest,
  { type, rewrite }: Log<Event, Shown, Properties>,
  { filter }: ODataQuery,
): Promise<Condition<Properties> | undefined> {
  if (filter === undefined) return undefined;
  return compileFilter(type, await rewriteFilter(filter, rewrite(request))).condition;
}

function readDirection<Event extends LogPosition, Shown, Properties extends AskedProperties>(
  { moment }: Log<Event, Shown, Properties>,
  { orderBy }: ODataQuery,
): LogQuery<Properties>["direction"] {
  if (orderBy === undefined) return "newest-first";
  if (orderBy.property !== moment)
    throw unsupportedQuery(`$orderby is not supported on '${orderBy.property}'; use ${moment}.`);
  return orderBy.direction === "descending" ? "newest-first" : "oldest-first";
}

/** Where the page after this entry begins, as text. */
function writePosition({ occurredAt, eventId }: LogPosition): string {
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
