import type { Context, Hono } from "hono";
import { badRequest } from "../graph-error.ts";
import { readJsonObject } from "../graph-request.ts";
import { graphJson } from "../graph-response.ts";
import { type BatchItem, readBatch } from "./read-batch.ts";
import { type BatchAnswer, runBatch } from "./run-batch.ts";

/** Headers that a request of a batch may bring along; who calls is said by the batch's own token alone. */
const takenHeaders = [
  "accept",
  "client-request-id",
  "consistencylevel",
  "content-type",
  "if-match",
  "prefer",
];

/**
 * Headers of an answer that tell something of it; the others are about the connection. As names of JSON they have a
 * spelling, and Graph's own client looks for this one.
 */
const givenHeaders = [
  "Cache-Control",
  "Content-Type",
  "client-request-id",
  "Location",
  "OData-Version",
  "Preference-Applied",
  "request-id",
  "Retry-After",
];

/**
 * `POST /$batch`: each request goes through the routes as if it had come alone, with the token of the batch, so that
 * nothing is permitted here that is not permitted there.
 */
export async function batchEndpoint(c: Context, edge: Hono): Promise<Response> {
  if (c.env?.isBatchItem === true) throw badRequest("A batch cannot contain another batch.");
  const items = readBatch(await readJsonObject({ c }));
  const authorization = c.req.header("authorization") ?? "";
  const responses = await runBatch(items, async (item) => {
    const response = await edge.request(
      item.path,
      {
        method: item.method,
        headers: { ...headersOf(item, c), authorization },
        ...(item.body === undefined ? {} : { body: item.body }),
      },
      { ...c.env, isBatchItem: true },
    );
    return answerOf(item, response);
  });
  return graphJson(c, { responses });
}

function headersOf({ headers }: BatchItem, c: Context): Record<string, string> {
  const taken = takenHeaders.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { "client-request-id": c.get("correlationId"), ...Object.fromEntries(taken) };
}

async function answerOf({ id }: BatchItem, response: Response): Promise<BatchAnswer> {
  const headers = Object.fromEntries(
    givenHeaders.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.length === 0) return { id, status: response.status, headers };
  const isJson = headers["Content-Type"]?.startsWith("application/json") === true;
  const body = isJson ? JSON.parse(bytes.toString()) : bytes.toString("base64");
  return { id, status: response.status, headers, body };
}
