import type {
  AnyCondition,
  AnyProperties,
  AskedProperties,
  Condition,
} from "../../../foundation/condition.ts";
import { unsupportedQuery } from "../graph-error.ts";
import type { AskedProperty } from "./asked-property.ts";
import { compileAny } from "./compile-any.ts";
import { supportOf } from "./filter-support.ts";
import type { FilterTree } from "./filter-tree.ts";
import { flagOrNull, momentOrNull, numberIn, textOrNull, typedId } from "./read-literal.ts";
import { propertyOf, type ResourceType } from "./resource-type.ts";

/** A filter in the domain's words. */
export interface CompiledFilter<Properties extends AskedProperties> {
  readonly condition: Condition<Properties>;
  /** The first part of it that only advanced queries may use. */
  readonly advancedPart: string | undefined;
  /** Every property looked at, for those who may not see all of them. */
  readonly properties: ReadonlySet<string>;
}

/** Translates a filter over objects of a type; throws 400 naming what cannot be filtered so. */
export function compileFilter<Properties extends AskedProperties>(
  type: ResourceType<never, Properties>,
  tree: FilterTree,
): CompiledFilter<Properties> {
  // The names are checked where property tables are written; in here all properties are alike.
  const compiler = new FilterCompiler(type as unknown as ResourceType<never, AnyProperties>);
  const condition = compiler.compile(tree, false) as Condition<Properties>;
  return { condition, advancedPart: compiler.advancedPart, properties: compiler.properties };
}

class FilterCompiler {
  readonly #type: ResourceType<never, AnyProperties>;
  readonly properties = new Set<string>();
  advancedPart: string | undefined;

  constructor(type: ResourceType<never, AnyProperties>) {
    this.#type = type;
  }

  compile(tree: FilterTree, isNegated: boolean): AnyCondition {
    switch (tree.kind) {
      case "and":
        return { and: tree.operands.map((operand) => this.compile(operand, isNegated)) };
      case "or":
        return { or: tree.operands.map((operand) => this.compile(operand, isNegated)) };
      case "not":
        this.advancedPart ??= "not";
        return { not: this.compile(tree.operand, true) };
      case "compare": {
        const collection = /^(.+)\/\$count$/.exec(tree.path)?.[1];
        return collection === undefined
          ? compileComparison(this.#ask(tree.path, isNegated), tree)
          : compileCount(this.#ask(collection, isNegated), tree);
      }
      case "in":
        return compileIn(this.#ask(tree.path, isNegated), tree);
      case "call":
        return compileCall(this.#ask(tree.path, isNegated), tree);
      case "any":
        return compileAny(this.#ask(tree.path, isNegated), tree);
    }
  }

  #ask(path: string, isNegated: boolean): AskedProperty {
    const { paths = {} } = this.#type;
    const filter = Object.hasOwn(paths, path) ? paths[path] : propertyOf(this.#type, path).filter;
    if (filter === undefined)
      throw unsupportedQuery(`Unsupported Query. The property '${path}' cannot be filtered.`);
    this.properties.add(path);
    const asked: AskedProperty = {
      path,
      filter,
      require: (operator) => {
        const support = supportOf(filter, operator);
        if (support === "refused") throw unsupportedOperator(path, operator);
        if (support === "advanced") this.advancedPart ??= `${operator} on ${path}`;
      },
    };
    if (isNegated) asked.require("not");
    return asked;
  }
}

type Part<Kind extends FilterTree["kind"]> = Extract<FilterTree, { kind: Kind }>;

function compileComparison(asked: AskedProperty, tree: Omit<Part<"compare">, "kind">): AnyCondition {
  const { path, filter } = asked;
  const { operator, literal } = tree;
  if (filter.type === "list" || filter.type === "objects")
    throw unsupportedQuery(
      `Unsupported Query. '${path}' is a collection: write ${path}/any(x:x eq 'value').`,
    );
  const isEquality = operator === "eq" || operator === "ne";
  asked.require(isEquality ? operator : "ge");
  if (literal.type === "null") {
    if (!isEquality) throw unsupportedOperator(path, `${operator} null`);
    asked.require("null");
  }
  const { property } = filter;
  switch (filter.type) {
    case "id":
      return { compare: { property, operator: operator as "eq" | "ne", value: typedId(path, literal) } };
    case "text":
      return { compare: { property, operator, value: textOrNull(path, literal) } };
    case "word":
      return { compare: { property, operator, value: wordOrNull(filter.words, textOrNull(path, literal)) } };
    case "flag":
      return {
        compare: { property, operator: operator as "eq" | "ne", value: flagOrNull(path, literal) },
      };
    case "moment":
      return { compare: { property, operator, value: momentOrNull(path, literal) } };
    case "number":
      return {
        compare: { property, operator, value: literal.type === "null" ? null : numberIn(path, literal) },
      };
  }
}

/** A word that does not exist is equal to nothing; the empty text is a value that no row has. */
function wordOrNull(words: Readonly<Record<string, string>>, wire: string | null): string | null {
  if (wire === null) return null;
  const word = wire.toLowerCase();
  return Object.hasOwn(words, word) ? (words[word] ?? "") : "";
}

function compileIn(asked: AskedProperty, { path, literals }: Part<"in">): AnyCondition {
  asked.require("in");
  const { filter } = asked;
  if (filter.type === "text" && literals.every((literal) => literal.type !== "null")) {
    const value = literals.map((literal) => textOrNull(path, literal) ?? "");
    return { compare: { property: filter.property, operator: "in", value } };
  }
  if (filter.type === "id") {
    const value = literals.map((literal) => typedId(path, literal));
    return { compare: { property: filter.property, operator: "in", value } };
  }
  // The same as equalling one of them, which every property can say.
  return { or: literals.map((literal) => compileComparison(asked, { path, operator: "eq", literal })) };
}

function compileCall(asked: AskedProperty, { function: called, path, text }: Part<"call">): AnyCondition {
  const { filter } = asked;
  if (filter.type !== "text") throw unsupportedOperator(path, called);
  asked.require(called);
  const operators = { startswith: "startsWith", endswith: "endsWith", contains: "contains" } as const;
  return { compare: { property: filter.property, operator: operators[called], value: text } };
}

function compileCount(asked: AskedProperty, { operator, literal }: Part<"compare">): AnyCondition {
  const { path, filter } = asked;
  asked.require("count");
  if (filter.type !== "list" && filter.type !== "objects") throw unsupportedOperator(path, "$count");
  const value = numberIn(`${path}/$count`, literal);
  return { compare: { property: filter.property, operator: "count", is: operator, value } };
}

function unsupportedOperator(path: string, operator: string): Error {
  return unsupportedQuery(`Unsupported Query. '${operator}' cannot be used on '${path}'.`);
}
