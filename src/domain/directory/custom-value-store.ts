import { type RawBuilder, sql } from "kysely";
import type { AnyCondition } from "../../foundation/condition.ts";
import type { ConditionColumns } from "../../platform/database/compile-condition.ts";
import type { UserCondition, UserProperties } from "./rules/user-condition.ts";

type CustomType = "text" | "flag" | "number";
type CustomColumns = Pick<ConditionColumns<UserProperties>, `custom-${CustomType}:${string}`>;

/** Columns for the attributes of a tenant's own that a condition names. Their ids go as parameters. */
export function customValueColumns(where: UserCondition | undefined): CustomColumns {
  const columns: Record<string, { type: CustomType; sql: RawBuilder<unknown> }> = {};
  for (const name of where === undefined ? [] : namesIn(where)) {
    const [, type, attributeId] = /^custom-(text|flag|number):(.+)$/s.exec(name) ?? [];
    if (type === undefined || attributeId === undefined) continue;
    columns[name] = { type: type as CustomType, sql: expressionOf(type as CustomType, attributeId) };
  }
  return columns as CustomColumns;
}

function namesIn(condition: AnyCondition): readonly string[] {
  if ("and" in condition) return condition.and.flatMap(namesIn);
  if ("or" in condition) return condition.or.flatMap(namesIn);
  return "not" in condition ? namesIn(condition.not) : [condition.compare.property];
}

/** A value of another type is none: nothing else may fail a list for everybody. */
function expressionOf(type: CustomType, attributeId: string): RawBuilder<unknown> {
  const value = sql`custom_values ->> ${attributeId}::text`;
  if (type === "text") return sql`lower(${value})`;
  const stored = sql`jsonb_typeof(custom_values -> ${attributeId}::text)`;
  return type === "flag"
    ? sql`(case when ${stored} = 'boolean' then (${value})::boolean end)`
    : sql`(case when ${stored} = 'number' then (${value})::numeric end)`;
}
