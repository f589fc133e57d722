import { badRequest } from "../graph-error.ts";

/** What a `$search` says: clauses of one property each. */
export type SearchTree =
  | { readonly kind: "and" | "or"; readonly operands: readonly SearchTree[] }
  | { readonly kind: "clause"; readonly property: string; readonly text: string };

/** More than anybody types into a search field. */
const mostClauses = 20;
const deepestNesting = 5;
const longestSearch = 2048;

/** Between quotes, where `\"` and `\\` stand for the signs themselves; words and brackets between them. */
const token = /\s*(?:"((?:[^"\\]|\\.)*)"|(AND|OR)(?!\w)|([()]))\s*/y;

type Token = { readonly clause: string } | { readonly mark: string };

/** Reads a `$search`: `"displayName:ann" AND "mail:ann"`. Throws 400 where it breaks. */
export function parseSearch(text: string): SearchTree {
  if (text.length > longestSearch) throw malformed(`it is longer than ${longestSearch} characters`);
  const reader: Reader = { tokens: tokensOf(text), next: 0, clauses: 0 };
  const tree = readJoined(reader, "OR", 0);
  if (reader.next < reader.tokens.length) throw malformed("expected AND, OR or the end");
  return tree;
}

interface Reader {
  readonly tokens: readonly Token[];
  next: number;
  clauses: number;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const position = token.lastIndex;
    const [, clause, word, mark] = token.exec(text) ?? [];
    if (clause !== undefined) tokens.push({ clause: clause.replace(/\\(.)/gs, "$1") });
    else if (word !== undefined || mark !== undefined) tokens.push({ mark: word ?? mark ?? "" });
    else throw malformed(`character ${position} stands outside of double quotes`);
  }
  return tokens;
}

function readJoined(reader: Reader, word: "AND" | "OR", depth: number): SearchTree {
  const readOperand = () => (word === "OR" ? readJoined(reader, "AND", depth) : readOne(reader, depth));
  const first = readOperand();
  const operands = [first];
  while (takeMark(reader, word)) operands.push(readOperand());
  return operands.length === 1 ? first : { kind: word === "OR" ? "or" : "and", operands };
}

function readOne(reader: Reader, depth: number): SearchTree {
  if (takeMark(reader, "(")) {
    if (depth >= deepestNesting) throw malformed(`it is nested deeper than ${deepestNesting}`);
    const inner = readJoined(reader, "OR", depth + 1);
    if (!takeMark(reader, ")")) throw malformed("a bracket is not closed");
    return inner;
  }
  const found = reader.tokens[reader.next];
  if (found === undefined || !("clause" in found)) throw malformed("expected a clause between double quotes");
  reader.next += 1;
  reader.clauses += 1;
  if (reader.clauses > mostClauses) throw malformed(`it has more than ${mostClauses} clauses`);
  const colon = found.clause.indexOf(":");
  if (colon < 1) throw malformed("a clause names a property, then a colon");
  return {
    kind: "clause",
    property: found.clause.slice(0, colon).trim(),
    text: found.clause.slice(colon + 1).trim(),
  };
}

function takeMark(reader: Reader, mark: string): boolean {
  const found = reader.tokens[reader.next];
  if (found === undefined || !("mark" in found) || found.mark !== mark) return false;
  reader.next += 1;
  return true;
}

function malformed(reason: string): Error {
  return badRequest(`Could not read $search: ${reason}.`, {
    code: "SearchMalformed",
    target: "$search",
    message: 'Write a property, a colon and a text between double quotes: $search="displayName:ann".',
  });
}
