import type { Context } from "hono";

/** Leads a browser on. After a POST only 303 makes every browser go on with GET (RFC 9700 section 4.12). */
export function seeOther(c: Context, location: string): Response {
  c.header("cache-control", "no-store");
  return c.redirect(location, c.req.method === "POST" ? 303 : 302);
}
