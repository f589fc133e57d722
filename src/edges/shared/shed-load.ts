import type { MiddlewareHandler } from "hono";

/** Requests worked on at once; with more, each would only wait for the database with the others. */
const mostAtOnce = 400;
const retryAfterSeconds = "2";

/**
 * Turns requests away while too many are under way, so that those accepted are answered in time and the service
 * recovers by itself. Health answers always.
 */
export function shedLoad(): MiddlewareHandler {
  let underWay = 0;
  return async (c, next) => {
    if (underWay >= mostAtOnce && c.req.path !== "/healthz") {
      return c.json(
        {
          error: "temporarily_unavailable",
          error_description: "AADSTS90033: Guesthouse is busy. Try again shortly.",
        },
        503,
        { "retry-after": retryAfterSeconds },
      );
    }
    underWay++;
    try {
      await next();
    } finally {
      underWay--;
    }
  };
}
