import type { MiddlewareHandler } from "hono";

/**
 * Lets scripts of every origin read the answers of endpoints that browser applications call, errors included (Fetch
 * standard section 3.3). No cookies travel with these calls, and tokens of other kinds of client are never given to a
 * page. The headers are set before the answer exists: changing a finished one would copy it, at every token.
 */
export function readableByScripts(): MiddlewareHandler {
  return async (c, next) => {
    c.header("access-control-allow-origin", "*");
    if (c.req.method === "OPTIONS") {
      c.header("access-control-allow-methods", "GET, POST, OPTIONS");
      // The star leaves out `authorization` (Fetch standard section 3.3.3).
      c.header("access-control-allow-headers", "*, authorization");
      c.header("access-control-max-age", "86400");
      return c.body(null, 204);
    }
    c.header("access-control-expose-headers", "x-ms-request-id, client-request-id, retry-after");
    return next();
  };
}
