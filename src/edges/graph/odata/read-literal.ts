import { parseGuid } from "../../../foundation/identifiers.ts";
import { badRequest, type GraphError } from "../graph-error.ts";
import type { Literal } from "./filter-tree.ts";

/** A text; a GUID stands without quotes too. */
export function textOrNull(path: string, literal: Literal): string | null {
  if (literal.type === "null") return null;
  if (literal.type === "text" || literal.type === "guid") return literal.value;
  throw wrongType(path, "a text in single quotes");
}

/** An object id. */
export function typedId(path: string, literal: Literal): string {
  const typed = literal.type === "text" || literal.type === "guid" ? parseGuid(literal.value) : undefined;
  if (typed === undefined) throw badRequest(`Invalid object identifier in $filter on '${path}'.`);
  return typed;
}

export function flagOrNull(path: string, literal: Literal): boolean | null {
  if (literal.type === "null") return null;
  if (literal.type === "boolean") return literal.value;
  throw wrongType(path, "true, false or null");
}

/** A moment, between quotes too, as some clients write it. */
export function momentOrNull(path: string, literal: Literal): Date | null {
  if (literal.type === "null") return null;
  const typed = literal.type === "moment" || literal.type === "text" ? literal.value : "";
  const moment = new Date(typed);
  if (typed === "" || Number.isNaN(moment.getTime()) || !isYearOfDatabase(moment))
    throw wrongType(path, "a moment such as 2026-01-31T00:00:00Z");
  return moment;
}

/** A number. */
export function numberIn(path: string, literal: Literal): number {
  if (literal.type === "number") return literal.value;
  throw wrongType(path, "a number");
}

/** Years outside are spelled with a sign, which the database does not read. */
function isYearOfDatabase(moment: Date): boolean {
  const year = moment.getUTCFullYear();
  return year >= 1 && year <= 9999;
}

function wrongType(path: string, expected: string): GraphError {
  return badRequest(`A value compared with '${path}' in $filter has the wrong type: expected ${expected}.`);
}
