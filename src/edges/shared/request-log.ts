import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Log } from "../../platform/telemetry/log.ts";

/** One line per request. Query strings are left out: they carry tickets, codes and hints. */
export function requestLog(log: Log): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const { path } = c.req;
    if (path.startsWith("/static/")) return;
    log.info(
      {
        method: c.req.method,
        path,
        route: routePath(c, -1),
        status: c.res.status,
        milliseconds: Math.round(performance.now() - start),
        requestId: c.get("requestId"),
        correlationId: c.get("correlationId"),
      },
      "request",
    );
  };
}
