import { type RawBuilder, type SqlBool, sql } from "kysely";
import type {
  AnyCondition,
  AskedProperties,
  Condition,
  OrderOperator,
  PropertyType,
  TextOperator,
} from "../../foundation/condition.ts";
import { parseGuid } from "../../foundation/identifiers.ts";

/**
 * Where the values of a property stand: SQL written by the owner of the table, in the spelling that its index has.
 * Texts in lower case, also those of lists.
 */
type ConditionColumn<Type extends PropertyType> = Type extends "objects"
  ? {
      readonly type: "objects";
      /** What stands after `from`, with the `where` that ties it to the row. */
      readonly from: string;
      readonly fields: Readonly<Record<string, ConditionColumn<"text">>>;
    }
  : Type extends "list"
    ? {
        readonly type: "list";
        readonly sql: ColumnSql;
        /** Every spelling in which a value (as typed) may be stored; without it in lower case. */
        readonly spellings?: (value: string) => string[];
      }
    : { readonly type: Type; readonly sql: ColumnSql };

/** With parameters where a part of it is not its owner's. */
type ColumnSql = string | RawBuilder<unknown>;

/** A column for each property, of the property's type. */
export type ConditionColumns<Properties extends AskedProperties> = {
  readonly [Name in keyof Properties]: ConditionColumn<Properties[Name]>;
};

/** The condition as SQL. Values go as parameters; of the caller's words nothing becomes text of the statement. */
export function compileCondition<Properties extends AskedProperties>(
  columns: ConditionColumns<Properties>,
  condition: Condition<Properties>,
): RawBuilder<SqlBool> {
  return compile(columns as AnyColumns, condition as AnyCondition);
}

/** The names are checked where conditions are made; in here all properties are alike. */
type AnyColumn = ConditionColumn<PropertyType>;
type AnyColumns = Readonly<Record<string, AnyColumn>>;
type AnyComparison = Extract<AnyCondition, { compare: unknown }>["compare"];

function compile(columns: AnyColumns, condition: AnyCondition): RawBuilder<SqlBool> {
  if ("and" in condition) return joined(columns, condition.and, sql` and `, sql<SqlBool>`true`);
  if ("or" in condition) return joined(columns, condition.or, sql` or `, sql<SqlBool>`false`);
  // An unknown (a comparison with an empty property) counts as not fulfilled, so its opposite is.
  if ("not" in condition) return sql<SqlBool>`(${compile(columns, condition.not)}) is not true`;
  const { property } = condition.compare;
  const column = Object.hasOwn(columns, property) ? columns[property] : undefined;
  if (column === undefined) throw new Error(`nothing says where '${property}' is stored`);
  return compileComparison(column, condition.compare);
}

/** A column in a statement. */
export function columnExpression({ sql: written }: { readonly sql: ColumnSql }): RawBuilder<unknown> {
  return typeof written === "string" ? sql.raw(written) : written;
}

function joined(
  columns: AnyColumns,
  conditions: readonly AnyCondition[],
  word: RawBuilder<unknown>,
  empty: RawBuilder<SqlBool>,
): RawBuilder<SqlBool> {
  if (conditions.length === 0) return empty;
  const compiled = conditions.map((one) => compile(columns, one));
  return sql<SqlBool>`(${sql.join(compiled, word)})`;
}

function compileComparison(column: AnyColumn, comparison: AnyComparison): RawBuilder<SqlBool> {
  if (column.type === "objects") return compileObjects(column, comparison);
  const expression = columnExpression(column);
  switch (comparison.operator) {
    case "in":
      return column.type === "id"
        ? sql`${expression} = any(${comparison.value.flatMap((id) => parseGuid(id) ?? [])}::uuid[])`
        : sql`${expression} = any(${comparison.value.map((one) => one.toLowerCase())}::text[])`;
    case "startsWith":
    case "endsWith":
    case "contains":
    case "hasWords":
      return compileTextSearch(expression, comparison.operator, comparison.value);
    case "any":
    case "anyStartsWith":
    case "anyEndsWith":
      return compileList(column, comparison.operator, comparison.value);
    case "count":
      return sql`cardinality(${expression}) ${sql.raw(operators[comparison.is])} ${comparison.value}::numeric`;
    case "anyWith":
      throw new Error(`a column of the type ${column.type} holds no objects`);
    default:
      return compileOrder(column.type, expression, comparison.operator, comparison.value);
  }
}

const operators = { eq: "=", ne: "<>", ge: ">=", le: "<=", gt: ">", lt: "<" } as const;

function compileOrder(
  type: PropertyType,
  expression: RawBuilder<unknown>,
  operator: OrderOperator,
  value: string | number | boolean | Date | null,
): RawBuilder<SqlBool> {
  if (operator === "eq" && value === null) return sql`${expression} is null`;
  if (operator === "ne" && value === null) return sql`${expression} is not null`;
  const compared = parameterOf(type, value);
  if (operator === "ne") return sql`${expression} is distinct from ${compared}`;
  return sql`${expression} ${sql.raw(operators[operator])} ${compared}`;
}

function parameterOf(
  type: PropertyType,
  value: string | number | boolean | Date | null,
): RawBuilder<unknown> {
  // What is no object id equals none; the column is compared as it is, for its index.
  if (type === "id") return sql`${(typeof value === "string" && parseGuid(value)) || null}::uuid`;
  if (type === "number") return sql`${value}::numeric`;
  return sql`${typeof value === "string" ? value.toLowerCase() : value}`;
}

function compileTextSearch(
  expression: RawBuilder<unknown>,
  operator: TextOperator,
  value: string,
): RawBuilder<SqlBool> {
  switch (operator) {
    case "startsWith":
      return sql`${expression}::text like ${`${likeText(value)}%`}`;
    case "endsWith":
      return sql`${expression}::text like ${`%${likeText(value)}`}`;
    case "contains":
      return sql`${expression}::text like ${`%${likeText(value)}%`}`;
    case "hasWords": {
      const words = wordsOf(value);
      if (words.length === 0) return sql`false`;
      // An index on words is made on this very expression.
      return sql`to_tsvector('simple', regexp_replace(${expression}, '[^[:alnum:]]+', ' ', 'g'))
        @@ ${words.map((word) => `'${word}':*`).join(" & ")}::tsquery`;
    }
  }
}

function compileList(
  column: Exclude<AnyColumn, { type: "objects" }>,
  operator: "any" | "anyStartsWith" | "anyEndsWith",
  value: string,
): RawBuilder<SqlBool> {
  const expression = columnExpression(column);
  if (operator === "any") {
    const spellings = "spellings" in column ? column.spellings?.(value) : undefined;
    return sql`${expression} && ${spellings ?? [value.toLowerCase()]}::text[]`;
  }
  const pattern = operator === "anyStartsWith" ? `${likeText(value)}%` : `%${likeText(value)}`;
  return sql`exists (select from unnest(${expression}) one where lower(one) like ${pattern})`;
}

function compileObjects(
  { from, fields }: ConditionColumn<"objects">,
  comparison: AnyComparison,
): RawBuilder<SqlBool> {
  if (comparison.operator === "count")
    return sql`(select count(*) from ${sql.raw(from)})
      ${sql.raw(operators[comparison.is])} ${comparison.value}::numeric`;
  if (comparison.operator !== "anyWith")
    throw new Error(`objects are not compared by ${comparison.operator}`);
  return sql`exists (select from ${sql.raw(from)} and ${compileCondition(fields, comparison.that)})`;
}

/** The words of a text, in lower case and without any sign: what `to_tsvector` is given of the stored one. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{Alphabetic}\p{Nd}]+/gu) ?? [];
  return words.map((word) => word.slice(0, longestWord));
}

/** PostgreSQL refuses queries for words of two kilobytes. */
const longestWord = 200;

function likeText(text: string): string {
  return text.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`);
}
