import type { Context } from "hono";

/** Browsers say what they load an address for (W3C Fetch Metadata section 2.1); a program that does not is no browser. */
export function isNavigation(c: Context): boolean {
  return (c.req.header("sec-fetch-dest") ?? "document") === "document";
}
