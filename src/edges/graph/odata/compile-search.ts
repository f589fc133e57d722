import type { AnyCondition, AskedProperties, Condition } from "../../../foundation/condition.ts";
import { unsupportedQuery } from "../graph-error.ts";
import type { SearchTree } from "./parse-search.ts";
import { propertyOf, type ResourceType } from "./resource-type.ts";

/** A search in the domain's words, and the properties it looks at. */
export interface CompiledSearch<Properties extends AskedProperties> {
  readonly condition: Condition<Properties>;
  readonly properties: ReadonlySet<string>;
}

/** Translates a search over objects of a type; throws 400 naming what cannot be searched. */
export function compileSearch<Properties extends AskedProperties>(
  type: ResourceType<never, Properties>,
  tree: SearchTree,
): CompiledSearch<Properties> {
  const properties = new Set<string>();
  const compile = (part: SearchTree): AnyCondition => {
    if (part.kind !== "clause") {
      const operands = part.operands.map(compile);
      return part.kind === "and" ? { and: operands } : { or: operands };
    }
    const { search } = propertyOf(type, part.property);
    if (search === undefined)
      throw unsupportedQuery(`Unsupported Query. The property '${part.property}' cannot be searched.`);
    properties.add(part.property);
    const operator = search.by === "words" ? "hasWords" : "startsWith";
    return { compare: { property: search.property, operator, value: part.text } };
  };
  return { condition: compile(tree) as Condition<Properties>, properties };
}
