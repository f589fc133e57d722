import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import type { Actor, Circumstances } from "../../domain/audit/circumstances.ts";
import { parseGuid } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** The caller's `client-request-id`, or one of our own. */
    correlationId: string;
    /** One per request, for the log. */
    requestId: string;
  }
}

/** Gives every request its ids and answers with them. */
export function requestIds(): MiddlewareHandler {
  return async (c, next) => {
    const asked = c.req.header("client-request-id") ?? c.req.query("client-request-id");
    c.set("correlationId", (asked && parseGuid(asked)) || newIdentifier());
    c.set("requestId", newIdentifier());
    await next();
    c.res.headers.set("x-ms-request-id", c.get("requestId"));
    c.res.headers.set("client-request-id", c.get("correlationId"));
  };
}

/** Who acts, from where: for use cases that leave a trace. */
export function circumstancesOf(c: Context, actor: Actor, behindProxy: boolean): Circumstances {
  return {
    actor,
    correlationId: c.get("correlationId"),
    ipAddress: clientAddress(c, behindProxy),
    userAgent: c.req.header("user-agent")?.slice(0, 300),
  };
}

/**
 * The client's network address. `X-Forwarded-For` counts only behind a declared proxy, and only its last entry:
 * the one that proxy wrote itself.
 */
export function clientAddress(c: Context, behindProxy: boolean): string | undefined {
  const forwarded = behindProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  if (forwarded) return forwarded.slice(0, 64);
  // Requests made without a socket (in tests) have no address.
  return c.env?.incoming ? getConnInfo(c).remote.address : undefined;
}
