import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";

/** Requests worked on at once; with more, each would only wait for the database with the others. */
const usualMost = 400;
const retryAfterSeconds = "2";

/**
 * Turns requests away while too many are under way, so that those accepted are answered in time and the service
 * recovers by itself. Health answers always.
 */
export function shedLoad(mostAtOnce: number = usualMost): MiddlewareHandler {
  const underWay = new Set<Context>();
  return async (c, next) => {
    if (underWay.size >= mostAtOnce && c.req.path !== "/healthz" && workedOn(underWay) >= mostAtOnce) {
      return c.json(
        {
          error: "temporarily_unavailable",
          error_description: "AADSTS90033: Guesthouse is busy. Try again shortly.",
        },
        503,
        { "retry-after": retryAfterSeconds },
      );
    }
    underWay.add(c);
    try {
      await next();
    } finally {
      underWay.delete(c);
    }
  };
}

/** A request still being sent costs no work yet: a few hundred slow senders must not keep everybody else out. */
function workedOn(underWay: ReadonlySet<Context>): number {
  let count = 0;
  for (const c of underWay) if ((c.env as Partial<HttpBindings>).incoming?.complete !== false) count++;
  return count;
}
