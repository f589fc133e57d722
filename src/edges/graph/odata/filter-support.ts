/** What a filter can do to a property; `ge` stands for every comparison of order. */
export type FilterOperator =
  | "eq"
  | "ne"
  | "not"
  | "ge"
  | "in"
  | "startswith"
  | "endswith"
  | "contains"
  | "null"
  | "count";

/** Offered always, only to those who send `ConsistencyLevel: eventual`, or never. */
type Support = "default" | "advanced" | "refused";

/** Where a property differs from others of its type. */
export type FilterSupport = Readonly<Partial<Record<FilterOperator, Support>>>;

/** What each type of property is asked by, unless the property says otherwise. */
const usual = {
  text: {
    eq: "default",
    ge: "default",
    in: "default",
    startswith: "default",
    ne: "advanced",
    not: "advanced",
    null: "advanced",
  },
  word: { eq: "default", in: "default", ne: "advanced", not: "advanced", null: "advanced" },
  id: { eq: "default", in: "default", ne: "advanced", not: "advanced" },
  flag: { eq: "default", in: "default", ne: "advanced", not: "advanced", null: "advanced" },
  moment: {
    eq: "default",
    ge: "default",
    in: "advanced",
    ne: "advanced",
    not: "advanced",
    null: "advanced",
  },
  number: {
    eq: "default",
    ge: "default",
    in: "default",
    ne: "advanced",
    not: "advanced",
    null: "advanced",
  },
  list: { eq: "default", in: "default", startswith: "default", not: "advanced", count: "advanced" },
  objects: { eq: "default", not: "advanced", count: "advanced" },
} as const satisfies Record<string, FilterSupport>;

/** How far a property can be asked by an operator. */
export function supportOf(
  { type, support }: { readonly type: keyof typeof usual; readonly support?: FilterSupport },
  operator: FilterOperator,
): Support {
  const general: FilterSupport = usual[type];
  return support?.[operator] ?? general[operator] ?? "refused";
}
