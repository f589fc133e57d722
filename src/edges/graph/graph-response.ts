import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { GraphError } from "./graph-error.ts";

const jsonType =
  "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

/** An answer with a JSON body. */
export function graphJson(c: Context, body: object, status: ContentfulStatusCode = 200): Response {
  return c.body(JSON.stringify(body), status, { "content-type": jsonType });
}

/** The body every refusal has. */
export function graphErrorResponse(c: Context, error: GraphError, now: Date): Response {
  const { status, code, message, details } = error;
  const innerError = {
    date: now.toISOString().slice(0, 19),
    "request-id": c.get("requestId"),
    "client-request-id": c.get("correlationId"),
  };
  const body = { error: { code, message, ...(details.length > 0 ? { details } : {}), innerError } };
  if (status === 401) c.header("www-authenticate", challengeOf(error));
  return graphJson(c, body, status);
}

/**
 * RFC 6750 section 3; for clients that can handle it with the claims a token must have, which they take to the sign-in
 * (continuous access evaluation in the dialect's words).
 */
function challengeOf({ claimsChallenge }: GraphError): string {
  if (claimsChallenge === undefined) return 'Bearer error="invalid_token"';
  const claims = Buffer.from(claimsChallenge).toString("base64");
  return `Bearer realm="", error="insufficient_claims", claims="${claims}"`;
}

/** A moment as the wire spells it: UTC, without an empty fraction. */
export function wireMoment(moment: Date | undefined): string | null {
  return moment === undefined ? null : moment.toISOString().replace(/\.000Z$/, "Z");
}
