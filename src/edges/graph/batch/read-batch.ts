import { z } from "zod";
import { badRequest } from "../graph-error.ts";

/** One request of a batch. */
export interface BatchItem {
  readonly id: string;
  readonly method: string;
  /** Below the version, with its slash. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
  /** Ids of those that must succeed before. */
  readonly dependsOn: readonly string[];
}

const mostItems = 20;

const itemSchema = z.object({
  id: z.string().min(1).max(200),
  method: z.string().regex(/^(GET|POST|PATCH|PUT|DELETE)$/i),
  url: z.string().min(1).max(16_384),
  headers: z.record(z.string(), z.string()).nullish(),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).max(mostItems).nullish(),
});

const batchSchema = z.object({ requests: z.array(z.unknown()).min(1) });

/**
 * Reads the requests of a `$batch`, in an order in which each comes after those it depends on. Throws 400 for the whole
 * of it when one part cannot be read.
 */
export function readBatch(body: Record<string, unknown>): BatchItem[] {
  const envelope = batchSchema.safeParse(body);
  if (!envelope.success) throw badRequest("Invalid batch payload: 'requests' must be a list of requests.");
  const { requests } = envelope.data;
  if (requests.length > mostItems)
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${mostItems}.`);
  return inOrder(requests.map(readItem));
}

function readItem(request: unknown, index: number): BatchItem {
  const parsed = itemSchema.safeParse(request);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw badRequest(`Invalid batch payload: requests[${index}].${issue?.path.join(".")}: ${issue?.message}`);
  }
  const { id, method, url, headers, dependsOn, body } = parsed.data;
  const named = Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    id,
    method: method.toUpperCase(),
    path: pathIn(url, id),
    headers: named,
    body: bodyOf(body, named["content-type"], id),
    dependsOn: dependsOn ?? [],
  };
}

/** The address of a request stands below the version and leads nowhere else. */
function pathIn(url: string, id: string): string {
  const root = "http://graph.invalid/v1.0/";
  const address = URL.parse(url.replace(/^\//, ""), root);
  if (address?.href.startsWith(root) !== true)
    throw badRequest(`Invalid batch payload: the url of request '${id}' must be relative to the version.`);
  return address.pathname.slice("/v1.0".length) + address.search;
}

function bodyOf(body: unknown, mediaType: string | undefined, id: string): BatchItem["body"] {
  if (body === undefined || body === null) return undefined;
  if (mediaType === undefined)
    throw badRequest(`Write request batch payload does not contain content-type header: request '${id}'.`);
  if (/^application\/json\b/i.test(mediaType)) return JSON.stringify(body);
  if (typeof body === "string") return new Uint8Array(Buffer.from(body, "base64url"));
  throw badRequest(
    `Invalid batch payload: the body of request '${id}' must be JSON, or base64 of what it is.`,
  );
}

/** Throws for ids that are there twice, and for requests that wait for none or for each other. */
function inOrder(items: readonly BatchItem[]): BatchItem[] {
  const ids = new Set(items.map((item) => item.id.toLowerCase()));
  if (ids.size < items.length)
    throw badRequest("Invalid batch payload: the id of each request must be unique.");
  const ordered: BatchItem[] = [];
  const placed = new Set<string>();
  let waiting = [...items];
  while (waiting.length > 0) {
    const ready = waiting.filter((item) => item.dependsOn.every((id) => placed.has(id.toLowerCase())));
    const [first] = waiting;
    if (ready.length === 0)
      throw badRequest(
        `Invalid batch payload: 'dependsOn' of request '${first?.id}' names none, or a circle.`,
      );
    for (const item of ready) placed.add(item.id.toLowerCase());
    ordered.push(...ready);
    waiting = waiting.filter((item) => !ready.includes(item));
  }
  return ordered;
}
