import { currentMoment } from "../../../../domain/directory/find-changes.ts";
import type { ChangeWindow, DirectoryMoment } from "../../../../domain/directory/rules/directory-change.ts";
import { GraphError } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { type DeltaToken, writeDeltaToken } from "./delta-token.ts";
import { type DeltaQuery, readDeltaQuery } from "./read-delta-query.ts";

const lifetimeMilliseconds = 7 * 24 * 3600 * 1000;

/** One page of what a client follows. */
export interface DeltaPage {
  /** Undefined: not what changed, but all there are. */
  readonly window: ChangeWindow | undefined;
  readonly place: DeltaToken["place"];
  readonly select: readonly string[] | undefined;
  readonly ids: readonly string[] | undefined;
}

export interface DeltaSource {
  readonly collection: DeltaToken["collection"];
  /** Throws 400 for a selected property that there is not. */
  readonly checkSelect: (select: readonly string[] | undefined) => void;
  readonly page: (page: DeltaPage) => Promise<{
    readonly value: readonly object[];
    /** Undefined after the last page. */
    readonly next: DeltaToken["place"];
  }>;
}

/** Answers `GET /{collection}/delta`: everything there is, page by page; later what changed since. */
export async function answerDelta(request: GraphRequest, source: DeltaSource): Promise<Response> {
  const { machine } = request;
  const { collection } = source;
  const query = readDeltaQuery(request.c.req.url, collection);
  source.checkSelect(query.step === "go-on" ? query.token.select : query.select);
  // Before anything is read, so that what happens meanwhile counts as a change after it.
  const moment = await currentMoment(machine.database);
  const now = machine.clock().getTime();
  const token = query.step === "go-on" ? query.token : firstToken(collection, query, moment, now);
  if (now - token.readAt > lifetimeMilliseconds || token.history !== moment.history)
    throw gone(request, token);
  if (query.step === "begin-now") return answer(request, token, [], { ...token, from: moment.horizon });

  const to = token.to ?? moment.horizon;
  const readNextAt = token.readNextAt ?? now;
  const { from, place, select, ids } = token;
  const window = from === undefined ? undefined : { from, to };
  const { value, next } = await source.page({ window, place, select, ids });
  const following =
    next === undefined
      ? { ...token, from: to, to: undefined, readAt: readNextAt, readNextAt: undefined, place: undefined }
      : { ...token, to, readNextAt, place: next };
  return answer(request, token, value, following);
}

function firstToken(
  collection: DeltaToken["collection"],
  { select, ids }: Exclude<DeltaQuery, { step: "go-on" }>,
  { history }: DirectoryMoment,
  now: number,
): DeltaToken {
  return { collection, history, readAt: now, select, ids };
}

function answer(
  { c, machine }: GraphRequest,
  { collection, select }: DeltaToken,
  value: readonly object[],
  following: DeltaToken,
): Response {
  const { publicUrl } = machine.configuration;
  const [name, option] =
    following.place === undefined ? ["@odata.deltaLink", "$deltatoken"] : ["@odata.nextLink", "$skiptoken"];
  return graphJson(c, {
    "@odata.context": odataContext(publicUrl, collection, select),
    [name]: `${publicUrl}/v1.0/${collection}/delta?${option}=${writeDeltaToken(following)}`,
    value,
  });
}

/** 410: what happened since is not known any more; where to begin anew stands in `Location`. */
function gone({ c, machine }: GraphRequest, { collection, select, ids }: DeltaToken): GraphError {
  const options = [
    ...(select ? [`$select=${select.join(",")}`] : []),
    ...(ids ? [`$filter=${encodeURIComponent(ids.map((id) => `id eq '${id}'`).join(" or "))}`] : []),
  ];
  const query = options.length > 0 ? `?${options.join("&")}` : "";
  c.header("location", `${machine.configuration.publicUrl}/v1.0/${collection}/delta${query}`);
  return new GraphError(410, "syncStateNotFound", "The token is too old to tell what changed since.", [
    {
      code: "ResyncRequired",
      message: "Tokens live for seven days, and end when the database is restored. Begin anew at Location.",
    },
  ]);
}
