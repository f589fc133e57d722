import type { UserComparison, UserCondition } from "../../../../domain/directory/rules/user-condition.ts";
import { parseGuid } from "../../../../foundation/identifiers.ts";
import { badRequest, type GraphError, unsupportedQuery } from "../../graph-error.ts";
import type { ComparisonOperator, FilterTree, Literal } from "../../odata/filter-tree.ts";
import { findUserProperty, type PropertyFilter } from "./user-properties.ts";

/** A filter over users in the domain's words. */
export interface UserFilter {
  readonly condition: UserCondition;
  /** The first part of it that only advanced queries may use. */
  readonly advancedPart: string | undefined;
  /** Every property looked at, for those who may not see all of them. */
  readonly properties: ReadonlySet<string>;
}

/** Translates a filter over users; throws 400 naming what cannot be filtered so. */
export function compileUserFilter(tree: FilterTree): UserFilter {
  const compiler: Compiler = { advancedPart: undefined, properties: new Set() };
  const condition = compile(compiler, tree);
  return { condition, advancedPart: compiler.advancedPart, properties: compiler.properties };
}

interface Compiler {
  advancedPart: string | undefined;
  readonly properties: Set<string>;
}

function compile(compiler: Compiler, tree: FilterTree): UserCondition {
  switch (tree.kind) {
    case "and":
      return { and: tree.operands.map((operand) => compile(compiler, operand)) };
    case "or":
      return { or: tree.operands.map((operand) => compile(compiler, operand)) };
    case "not":
      compiler.advancedPart ??= "not";
      return { not: compile(compiler, tree.operand) };
    case "compare":
      return compileComparison(compiler, tree);
    case "in":
      // The same as equalling one of them, which every property can say.
      return {
        or: tree.literals.map((literal) =>
          compileComparison(compiler, { path: tree.path, operator: "eq", literal }),
        ),
      };
    case "call":
      return compileCall(compiler, tree);
    case "any":
      return compileAny(compiler, tree);
  }
}

function filterOf(compiler: Compiler, path: string): PropertyFilter {
  const property = findUserProperty(path);
  if (property === undefined)
    throw badRequest(
      `Could not find a property named '${path.slice(0, 100)}' on type 'microsoft.graph.user'.`,
    );
  if (property.filter === undefined)
    throw unsupportedQuery(`Unsupported Query. The property '${path}' cannot be filtered.`);
  compiler.properties.add(path);
  return property.filter;
}

type Comparison = { readonly path: string; readonly operator: ComparisonOperator; readonly literal: Literal };

function compileComparison(compiler: Compiler, { path, operator, literal }: Comparison): UserCondition {
  const filter = filterOf(compiler, path);
  if (operator === "ne") compiler.advancedPart ??= "ne";
  switch (filter.type) {
    case "id":
      return compileId(path, operator, literal);
    case "text": {
      const value = literal.type === "guid" ? literal.value : textOrNull(path, literal);
      if (value === null && operator !== "eq" && operator !== "ne") throw unsupportedOperator(path, operator);
      return compare({ property: filter.property, operator, value });
    }
    case "word": {
      const wire = textOrNull(path, literal);
      if (operator !== "eq" && operator !== "ne") throw unsupportedOperator(path, operator);
      // A word that does not exist is equal to nothing; the empty text is a value that no row has.
      const value = wire === null ? null : (filter.words[wire.toLowerCase()] ?? "");
      return compare({ property: filter.property, operator, value });
    }
    case "flag": {
      if (operator !== "eq" && operator !== "ne") throw unsupportedOperator(path, operator);
      if (literal.type !== "boolean" && literal.type !== "null") throw wrongType(path, "true, false or null");
      const value = literal.type === "null" ? null : literal.value;
      return compare({ property: filter.property, operator, value });
    }
    case "moment":
      return compare({ property: filter.property, operator, value: momentOrNull(path, operator, literal) });
    case "list":
      throw unsupportedQuery(
        `Unsupported Query. '${path}' is a collection: write ${path}/any(x:x eq 'value').`,
      );
  }
}

function compileId(path: string, operator: ComparisonOperator, literal: Literal): UserCondition {
  if (operator !== "eq" && operator !== "ne") throw unsupportedOperator(path, operator);
  const typed = literal.type === "text" || literal.type === "guid" ? parseGuid(literal.value) : undefined;
  if (typed === undefined) throw badRequest(`Invalid object identifier in $filter on '${path}'.`);
  return compare({ property: "userId", operator, value: typed });
}

function compileCall(
  compiler: Compiler,
  { function: called, path, text }: Extract<FilterTree, { kind: "call" }>,
): UserCondition {
  const filter = filterOf(compiler, path);
  if (filter.type !== "text" || called === "contains" || (called === "endswith" && !filter.mayEnd))
    throw unsupportedQuery(`Unsupported Query. '${called}' cannot be used on '${path}'.`);
  if (called === "endswith") compiler.advancedPart ??= "endswith";
  const operator = called === "endswith" ? "endsWith" : "startsWith";
  return compare({ property: filter.property, operator, value: text });
}

function compileAny(
  compiler: Compiler,
  { path, variable, condition }: Extract<FilterTree, { kind: "any" }>,
): UserCondition {
  const filter = filterOf(compiler, path);
  if (filter.type !== "list")
    throw unsupportedQuery(`Unsupported Query. '${path}' is not a collection of texts.`);
  const { property } = filter;
  // The only conditions on one text of a list; several of them would need to hold for the same one.
  if (condition.kind === "compare" && condition.path === variable && condition.operator === "eq") {
    const value = textOrNull(path, condition.literal);
    if (value !== null) return compare({ property, operator: "any", value });
  }
  if (condition.kind === "call" && condition.path === variable && condition.function !== "contains") {
    const isEnd = condition.function === "endswith";
    if (isEnd) compiler.advancedPart ??= "endswith";
    return compare({ property, operator: isEnd ? "anyEndsWith" : "anyStartsWith", value: condition.text });
  }
  throw unsupportedQuery(
    `Unsupported Query. Inside ${path}/any(...) only 'eq', 'startswith' and 'endswith' of one text are supported.`,
  );
}

function compare(comparison: UserComparison): UserCondition {
  return { compare: comparison };
}

function textOrNull(path: string, literal: Literal): string | null {
  if (literal.type === "null") return null;
  if (literal.type === "text") return literal.value;
  throw wrongType(path, "a text in single quotes");
}

function momentOrNull(path: string, operator: ComparisonOperator, literal: Literal): Date | null {
  if (literal.type === "null" && (operator === "eq" || operator === "ne")) return null;
  const typed = literal.type === "moment" || literal.type === "text" ? literal.value : "";
  const moment = new Date(typed);
  if (typed === "" || Number.isNaN(moment.getTime()))
    throw wrongType(path, "a moment such as 2026-01-31T00:00:00Z");
  return moment;
}

function wrongType(path: string, expected: string): GraphError {
  return badRequest(`A value compared with '${path}' in $filter has the wrong type: expected ${expected}.`);
}

function unsupportedOperator(path: string, operator: string): GraphError {
  return unsupportedQuery(`Unsupported Query. '${operator}' cannot be used on '${path}'.`);
}
