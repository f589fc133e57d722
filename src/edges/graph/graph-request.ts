import type { Context, MiddlewareHandler } from "hono";
import type { Circumstances } from "../../domain/audit/circumstances.ts";
import type { Machine } from "../../platform/machine.ts";
import { limitBody } from "../shared/limit-body.ts";
import type { SignUpWords } from "../shared/page-texts.ts";
import { circumstancesOf } from "../shared/request-context.ts";
import type { Caller } from "./caller.ts";
import { badRequest, GraphError } from "./graph-error.ts";

/** One permitted call, on its way to its endpoint. */
export interface GraphRequest {
  readonly c: Context;
  readonly machine: Machine;
  readonly caller: Caller;
  /** What the pages of a sign-up say, which this edge does not know by itself. */
  readonly signUpWords: SignUpWords;
}

/** Answers one operation. */
export type GraphEndpoint = (request: GraphRequest) => Promise<Response>;

const largestBodyBytes = 1024 * 1024;

/** Who acts, from where, for the audit log. */
export function circumstances({ c, machine, caller }: GraphRequest): Circumstances {
  return circumstancesOf(c, caller.actor, machine.configuration.behindProxy);
}

/** Refuses bodies that are too large, before or while they are read. */
export function limitGraphBody(): MiddlewareHandler {
  return limitBody(largestBodyBytes, () => {
    throw new GraphError(
      413,
      "Request_EntityTooLarge",
      `The request body is larger than ${largestBodyBytes} bytes.`,
    );
  });
}

/** The JSON object in the body. */
export async function readJsonObject(
  { c }: Pick<GraphRequest, "c">,
  mediaTypes: readonly string[] = ["application/json"],
): Promise<Record<string, unknown>> {
  const mediaType = c.req.header("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (mediaType === undefined || !mediaTypes.includes(mediaType))
    throw new GraphError(
      415,
      "Request_BadRequest",
      "The request body must be JSON. Send it with 'Content-Type: application/json'.",
    );
  const body = parseJson(await c.req.text());
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw badRequest("The request body must be a JSON object.");
  return body as Record<string, unknown>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, refuseNul);
  } catch (error) {
    if (error instanceof GraphError) throw error;
    const reason = error instanceof Error ? error.message : "unknown";
    throw badRequest(`Unable to read JSON request payload: ${reason.slice(0, 200)}`);
  }
}

/** PostgreSQL has no NUL in texts; no text of a person has one either. */
function refuseNul(key: string, value: unknown): unknown {
  if (typeof value === "string" && value.includes("\0"))
    throw badRequest("A value contains the character U+0000.", {
      code: "InvalidValue",
      target: key,
      message: "Remove the character U+0000.",
    });
  return value;
}
