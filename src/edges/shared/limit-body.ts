import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/**
 * Refuses bodies that are too large. What the request announces is enough to decide, because no more than that is
 * ever read; only a body sent in chunks, which announces nothing, is counted as it comes in.
 */
export function limitBody(
  largestBytes: number,
  refuse: (c: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  const counting = bodyLimit({ maxSize: largestBytes, onError: refuse });
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const announced = c.req.header("content-length");
    if (announced === undefined || c.req.header("transfer-encoding") !== undefined) return counting(c, next);
    return Number(announced) > largestBytes ? refuse(c) : next();
  };
}
