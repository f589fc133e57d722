import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { Literal } from "./filter-tree.ts";

export type FilterToken = { readonly position: number } & (
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "literal"; readonly literal: Literal }
  | { readonly kind: "mark"; readonly text: "(" | ")" | "," | ":" }
);

/** Why a filter cannot be read; `position` counts characters from zero. */
export interface FilterRefusal {
  readonly code: "filter-malformed" | "filter-too-large";
  readonly position: number;
  readonly reason: string;
}

/** Longer ones do not fit into an address anyway. */
const longestFilter = 8192;

const blank = /\s+/y;
const mark = /[(),:]/y;
const quoted = /'(?:[^']|'')*'/y;
const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/iy;
const moment = /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2}))?(?![\w-])/iy;
const number = /-?\d{1,15}(?:\.\d{1,15})?(?![\w.-])/y;
const word = /[a-z_$@][\w.$@]*(?:\/[a-z_$@][\w.$@]*)*/iy;

/** Splits a `$filter` into words, values and marks. */
export function tokenizeFilter(text: string): Result<FilterToken[], FilterRefusal> {
  if (text.length > longestFilter)
    return refuse({
      code: "filter-too-large",
      position: longestFilter,
      reason: `longer than ${longestFilter} characters`,
    });
  const tokens: FilterToken[] = [];
  let position = 0;
  while (position < text.length) {
    const skipped = matchAt(blank, text, position);
    if (skipped !== undefined) {
      position += skipped.length;
      continue;
    }
    const found = tokenAt(text, position);
    if (found === undefined)
      return refuse({ code: "filter-malformed", position, reason: "unexpected character" });
    tokens.push(found.token);
    position += found.length;
  }
  return accept(tokens);
}

function tokenAt(text: string, position: number): { token: FilterToken; length: number } | undefined {
  const literal = literalAt(text, position);
  if (literal !== undefined)
    return { token: { kind: "literal", literal: literal.literal, position }, length: literal.length };
  const marked = matchAt(mark, text, position);
  if (marked !== undefined) {
    const token = { kind: "mark", text: marked as "(" | ")" | "," | ":", position } as const;
    return { token, length: 1 };
  }
  const worded = matchAt(word, text, position);
  if (worded === undefined) return undefined;
  return { token: wordOrConstant(worded, position), length: worded.length };
}

function literalAt(text: string, position: number): { literal: Literal; length: number } | undefined {
  const inQuotes = matchAt(quoted, text, position);
  if (inQuotes !== undefined) {
    const value = inQuotes.slice(1, -1).replaceAll("''", "'");
    return { literal: { type: "text", value }, length: inQuotes.length };
  }
  const asGuid = matchAt(guid, text, position);
  if (asGuid !== undefined)
    return { literal: { type: "guid", value: asGuid.toLowerCase() }, length: asGuid.length };
  const asMoment = matchAt(moment, text, position);
  if (asMoment !== undefined)
    return { literal: { type: "moment", value: asMoment }, length: asMoment.length };
  const asNumber = matchAt(number, text, position);
  if (asNumber !== undefined)
    return { literal: { type: "number", value: Number(asNumber) }, length: asNumber.length };
  return undefined;
}

function wordOrConstant(text: string, position: number): FilterToken {
  switch (text.toLowerCase()) {
    case "true":
      return { kind: "literal", literal: { type: "boolean", value: true }, position };
    case "false":
      return { kind: "literal", literal: { type: "boolean", value: false }, position };
    case "null":
      return { kind: "literal", literal: { type: "null" }, position };
    default:
      return { kind: "word", text, position };
  }
}

function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}
