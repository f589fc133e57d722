import type { FilterTree } from "../../odata/filter-tree.ts";

/** One condition of a filter. */
export type FilterLeaf = Exclude<FilterTree, { readonly kind: "and" | "or" | "not" }>;

/** Says otherwise what a log does not keep in the words of the wire; any other condition stays as it is. */
export type RewriteLeaf = (leaf: FilterLeaf) => FilterTree | Promise<FilterTree>;

/** The filter with each condition rewritten. */
export async function rewriteFilter(tree: FilterTree, rewrite: RewriteLeaf): Promise<FilterTree> {
  switch (tree.kind) {
    case "and":
    case "or":
      return {
        kind: tree.kind,
        operands: await Promise.all(tree.operands.map((operand) => rewriteFilter(operand, rewrite))),
      };
    case "not":
      return { kind: "not", operand: await rewriteFilter(tree.operand, rewrite) };
    default:
      return rewrite(tree);
  }
}

/** The condition that one of these ids stands at the path; none of them: that nothing does. */
export function isOneOf(path: string, ids: readonly string[]): FilterTree {
  return { kind: "in", path, literals: ids.map((value) => ({ type: "text", value })) };
}

/** The one text that a condition asks for; undefined when it asks something else. */
export function askedText(leaf: FilterLeaf): string | undefined {
  if (leaf.kind !== "compare" || leaf.operator !== "eq") return undefined;
  return leaf.literal.type === "text" || leaf.literal.type === "guid" ? leaf.literal.value : undefined;
}
