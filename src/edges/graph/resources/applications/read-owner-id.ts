import { parseGuid } from "../../../../foundation/identifiers.ts";
import { notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";

/** The owner in the address of `DELETE …/owners/{id}/$ref`; throws 404 for what is no object id. */
export function readOwnerId({ c }: GraphRequest): string {
  const typed = c.req.param("ownerId") ?? "";
  const id = parseGuid(typed);
  if (id === undefined) throw notFound(typed.slice(0, 100));
  return id;
}
