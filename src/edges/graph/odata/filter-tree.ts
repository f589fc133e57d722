/** A value written in a filter. A GUID stands bare or between quotes, as callers like. */
export type Literal =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "guid"; readonly value: string }
  | { readonly type: "moment"; readonly value: string }
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "null" };

export const comparisonOperators = ["eq", "ne", "gt", "ge", "lt", "le"] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];

export const filterFunctions = ["startswith", "endswith", "contains"] as const;
export type FilterFunction = (typeof filterFunctions)[number];

/** A property, or a way to one: `mail`, `status/errorCode`, in a lambda `x` or `x/issuer`, `members/$count`. */
export type PropertyPath = string;

/** What a `$filter` says (OData 4.01 URL conventions, section 5.1.1), as far as directory objects know it. */
export type FilterTree =
  | { readonly kind: "and" | "or"; readonly operands: readonly FilterTree[] }
  | { readonly kind: "not"; readonly operand: FilterTree }
  | {
      readonly kind: "compare";
      readonly path: PropertyPath;
      readonly operator: ComparisonOperator;
      readonly literal: Literal;
    }
  | { readonly kind: "in"; readonly path: PropertyPath; readonly literals: readonly Literal[] }
  | {
      readonly kind: "call";
      readonly function: FilterFunction;
      readonly path: PropertyPath;
      readonly text: string;
    }
  | {
      readonly kind: "any";
      readonly path: PropertyPath;
      readonly variable: string;
      readonly condition: FilterTree;
    };
