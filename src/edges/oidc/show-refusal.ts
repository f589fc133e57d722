import type { Context } from "hono";
import type { Machine } from "../../platform/machine.ts";
import type { PagePort } from "./page-port.ts";
import { type ProtocolRefusal, protocolError } from "./rules/protocol-error.ts";

/** The sentence of an error with what an operator needs to find it again, in the form clients of the dialect parse. */
export function errorDescription(c: Context, number: number, text: string, now: Date): string {
  return (
    `AADSTS${number}: ${text} Trace ID: ${c.get("requestId")} ` +
    `Correlation ID: ${c.get("correlationId")} Timestamp: ${timestamp(now)}`
  );
}

/** Answers a program: RFC 6749 section 5.2 with the dialect's additions. */
export function answerRefusal(c: Context, machine: Machine, refusal: ProtocolRefusal): Response {
  const now = machine.clock();
  const error = protocolError(refusal);
  const headers: Record<string, string> = { "cache-control": "no-store", pragma: "no-cache" };
  // RFC 6749 section 5.2: the challenge belongs to a client that tried the Authorization header.
  if (error.status === 401 && c.req.header("authorization"))
    headers["www-authenticate"] = 'Basic realm="token"';
  // RFC 9110 section 10.2.3.
  if (refusal.retryAfterSeconds !== undefined) headers["retry-after"] = String(refusal.retryAfterSeconds);
  return c.json(
    {
      error: error.error,
      error_description: errorDescription(c, error.number, error.text, now),
      error_codes: [error.number],
      timestamp: timestamp(now),
      trace_id: c.get("requestId"),
      correlation_id: c.get("correlationId"),
      error_uri: errorUri(machine, error.number),
      ...(error.suberror === undefined ? {} : { suberror: error.suberror }),
      ...(error.claims === undefined ? {} : { claims: error.claims }),
    },
    error.status,
    headers,
  );
}

/** Answers a person, before it is certain where an answer may be sent. */
export function showRefusal(
  c: Context,
  machine: Machine,
  pages: PagePort,
  refusal: ProtocolRefusal,
): Response | Promise<Response> {
  const error = protocolError(refusal);
  return pages.showError(c, {
    status: error.status,
    error: error.error,
    aadsts: error.number,
    text: error.text,
    correlationId: c.get("correlationId"),
    traceId: c.get("requestId"),
    time: machine.clock(),
  });
}

/** Where a number is explained; clients read the number from it. */
export function errorUri(machine: Machine, number: number): string {
  return `${machine.configuration.publicUrl}/error?code=${number}`;
}

function timestamp(now: Date): string {
  return `${now.toISOString().slice(0, 19).replace("T", " ")}Z`;
}
