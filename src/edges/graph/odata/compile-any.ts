import type { AnyCondition, Condition } from "../../../foundation/condition.ts";
import { unsupportedQuery } from "../graph-error.ts";
import type { AskedProperty } from "./asked-property.ts";
import type { FilterTree } from "./filter-tree.ts";
import { textOrNull } from "./read-literal.ts";

type AnyTree = Extract<FilterTree, { kind: "any" }>;
type FieldCondition = Condition<Readonly<Record<string, "text">>>;
type ObjectsFilter = Extract<AskedProperty["filter"], { type: "objects" }>;

/** `otherMails/any(x:x eq 'a')` and `identities/any(c:c/issuer eq 'a' and c/issuerAssignedId eq 'b')`. */
export function compileAny(asked: AskedProperty, tree: AnyTree): AnyCondition {
  const { filter, path } = asked;
  if (filter.type === "list") return compileElement(asked, tree, tree.condition);
  if (filter.type !== "objects") throw unsupportedQuery(`Unsupported Query. '${path}' is not a collection.`);
  const that = compileFields(asked, filter, tree, tree.condition);
  return { compare: { property: filter.property, operator: "anyWith", that } };
}

/** The conditions on one text of a list; several joined by `and` would need to hold for the same one. */
function compileElement(asked: AskedProperty, tree: AnyTree, condition: FilterTree): AnyCondition {
  const { path, filter } = asked;
  const { property } = filter;
  if (condition.kind === "or")
    return { or: condition.operands.map((operand) => compileElement(asked, tree, operand)) };
  const isAboutElement = "path" in condition && condition.path === tree.variable;
  if (isAboutElement && condition.kind === "compare" && condition.operator === "eq") {
    asked.require("eq");
    const value = textOrNull(path, condition.literal);
    if (value !== null) return { compare: { property, operator: "any", value } };
  }
  if (isAboutElement && condition.kind === "in") {
    asked.require("in");
    const texts = condition.literals.flatMap((literal) => textOrNull(path, literal) ?? []);
    return { or: texts.map((value) => ({ compare: { property, operator: "any" as const, value } })) };
  }
  if (isAboutElement && condition.kind === "call" && condition.function !== "contains") {
    asked.require(condition.function);
    const operator = condition.function === "endswith" ? "anyEndsWith" : "anyStartsWith";
    return { compare: { property, operator, value: condition.text } };
  }
  throw unsupportedQuery(
    `Unsupported Query. Inside ${path}/any(...) only 'eq', 'in', 'startswith' and 'endswith' of one text are supported.`,
  );
}

/** Conditions on the fields of one and the same object. */
function compileFields(
  asked: AskedProperty,
  filter: ObjectsFilter,
  tree: AnyTree,
  condition: FilterTree,
): FieldCondition {
  const { path } = asked;
  if (condition.kind === "and")
    return { and: condition.operands.map((operand) => compileFields(asked, filter, tree, operand)) };
  if (condition.kind === "or")
    return { or: condition.operands.map((operand) => compileFields(asked, filter, tree, operand)) };
  if (condition.kind !== "compare" || condition.operator !== "eq")
    throw unsupportedQuery(
      `Unsupported Query. Inside ${path}/any(...) only 'eq', 'and' and 'or' are supported.`,
    );
  asked.require("eq");
  const name = condition.path.startsWith(`${tree.variable}/`)
    ? condition.path.slice(tree.variable.length + 1)
    : "";
  const known = Object.hasOwn(filter.fields, name) ? filter.fields[name] : undefined;
  if (known === undefined)
    throw unsupportedQuery(
      `Unsupported Query. '${condition.path}' cannot be filtered inside ${path}/any(...).`,
    );
  const wire = textOrNull(path, condition.literal);
  const value = wire === null ? null : (known.words?.[wire.toLowerCase()] ?? wire);
  return { compare: { property: known.field, operator: "eq", value } };
}
