import type { Context } from "hono";

/** How much of a changed object the caller wants back (RFC 7240, section 4.2); undefined where they do not say. */
export function preferredAnswer(c: Context): "minimal" | "representation" | undefined {
  const preference = /(?:^|[,;\s])return=(minimal|representation)\b/i.exec(c.req.header("prefer") ?? "")?.[1];
  return preference?.toLowerCase() as "minimal" | "representation" | undefined;
}
