import { accept, type Result, refuse } from "../../../foundation/result.ts";
import {
  type ComparisonOperator,
  comparisonOperators,
  type FilterFunction,
  type FilterTree,
  filterFunctions,
  type Literal,
} from "./filter-tree.ts";
import { type FilterRefusal, type FilterToken, tokenizeFilter } from "./tokenize-filter.ts";

/** How deep parentheses, `not` and lambdas may nest: far more than anybody writes by hand. */
export const deepestNesting = 20;
/** How many comparisons one filter may make. */
export const mostComparisons = 100;

/** Reads a `$filter`. Words are case-insensitive, property names are kept as written. Never throws. */
export function parseFilter(text: string): Result<FilterTree, FilterRefusal> {
  const tokens = tokenizeFilter(text);
  if (!tokens.ok) return tokens;
  const reader = new FilterReader(tokens.value, text.length);
  try {
    return accept(reader.readWhole());
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.refusal);
    throw error;
  }
}

class Unreadable extends Error {
  readonly refusal: FilterRefusal;
  constructor(refusal: FilterRefusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

/** Recursive descent: or, then and, then not, then one condition. */
class FilterReader {
  readonly #tokens: readonly FilterToken[];
  readonly #end: number;
  #next = 0;
  #comparisons = 0;

  constructor(tokens: readonly FilterToken[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  readWhole(): FilterTree {
    const tree = this.#readOr(0);
    if (this.#peek() !== undefined) this.#fail("expected the end, 'and' or 'or'");
    return tree;
  }

  #readOr(depth: number): FilterTree {
    return this.#readJoined("or", () => this.#readAnd(depth));
  }

  #readAnd(depth: number): FilterTree {
    return this.#readJoined("and", () => this.#readUnary(depth));
  }

  #readJoined(kind: "and" | "or", readOperand: () => FilterTree): FilterTree {
    const first = readOperand();
    if (!this.#takeWord(kind)) return first;
    const operands = [first, readOperand()];
    while (this.#takeWord(kind)) operands.push(readOperand());
    return { kind, operands };
  }

  #readUnary(depth: number): FilterTree {
    if (depth > deepestNesting) this.#fail(`nested deeper than ${deepestNesting}`, "filter-too-large");
    if (this.#takeWord("not")) return { kind: "not", operand: this.#readUnary(depth + 1) };
    if (this.#takeMark("(")) {
      const inner = this.#readOr(depth + 1);
      this.#expectMark(")");
      return inner;
    }
    this.#comparisons += 1;
    if (this.#comparisons > mostComparisons)
      this.#fail(`more than ${mostComparisons} comparisons`, "filter-too-large");
    return this.#readCondition(depth);
  }

  #readCondition(depth: number): FilterTree {
    const path = this.#readWord("a property or a function");
    const called = filterFunctions.find((name) => name === path.toLowerCase());
    if (called !== undefined && this.#takeMark("(")) return this.#readCall(called);
    const lambda = /^(.+)\/any$/i.exec(path)?.[1];
    if (lambda !== undefined && this.#takeMark("(")) return this.#readAny(lambda, depth);
    if (this.#takeWord("in")) return { kind: "in", path, literals: this.#readList() };
    const operator = this.#readWord("an operator").toLowerCase();
    if (!isComparisonOperator(operator))
      return this.#fail("expected one of eq, ne, gt, ge, lt, le, in", "filter-malformed", -1);
    return { kind: "compare", path, operator, literal: this.#readLiteral() };
  }

  #readCall(called: FilterFunction): FilterTree {
    const path = this.#readWord("a property");
    this.#expectMark(",");
    const literal = this.#readLiteral();
    if (literal.type !== "text") return this.#fail("expected a text in quotes", "filter-malformed", -1);
    this.#expectMark(")");
    return { kind: "call", function: called, path, text: literal.value };
  }

  #readAny(path: string, depth: number): FilterTree {
    const variable = this.#readWord("a variable");
    this.#expectMark(":");
    const condition = this.#readOr(depth + 1);
    this.#expectMark(")");
    return { kind: "any", path, variable, condition };
  }

  #readList(): Literal[] {
    this.#expectMark("(");
    const literals = [this.#readLiteral()];
    while (this.#takeMark(",")) literals.push(this.#readLiteral());
    this.#expectMark(")");
    if (literals.length > mostComparisons)
      this.#fail(`more than ${mostComparisons} values`, "filter-too-large");
    return literals;
  }

  #readLiteral(): Literal {
    const token = this.#peek();
    if (token?.kind !== "literal") return this.#fail("expected a value");
    this.#next += 1;
    return token.literal;
  }

  #readWord(what: string): string {
    const token = this.#peek();
    if (token?.kind !== "word") return this.#fail(`expected ${what}`);
    this.#next += 1;
    return token.text;
  }

  #expectMark(text: string): void {
    if (!this.#takeMark(text)) this.#fail(`expected '${text}'`);
  }

  #takeMark(text: string): boolean {
    const token = this.#peek();
    if (token?.kind !== "mark" || token.text !== text) return false;
    this.#next += 1;
    return true;
  }

  #takeWord(text: string): boolean {
    const token = this.#peek();
    if (token?.kind !== "word" || token.text.toLowerCase() !== text) return false;
    this.#next += 1;
    return true;
  }

  #peek(): FilterToken | undefined {
    return this.#tokens[this.#next];
  }

  #fail(reason: string, code: FilterRefusal["code"] = "filter-malformed", offset = 0): never {
    const position = this.#tokens[this.#next + offset]?.position ?? this.#end;
    throw new Unreadable({ code, position, reason });
  }
}

function isComparisonOperator(text: string): text is ComparisonOperator {
  return (comparisonOperators as readonly string[]).includes(text);
}
