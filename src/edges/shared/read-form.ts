import type { Context } from "hono";

/**
 * The fields of a posted form of ours; of a field given twice the last counts. A body of another kind has none:
 * our forms carry no files. U+0000, which no text of a person has and the database refuses, is left out.
 */
export async function readForm(c: Context): Promise<Readonly<Record<string, string>>> {
  const isForm = c.req.header("content-type")?.toLowerCase().startsWith("application/x-www-form-urlencoded");
  if (!isForm) return {};
  const pairs = new URLSearchParams(await c.req.text());
  return Object.fromEntries([...pairs].map(([name, value]) => [name, value.replaceAll("\0", "")]));
}
