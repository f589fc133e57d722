import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import type { AskedProperties, Condition, PropertyOf } from "../../foundation/condition.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { type ConditionColumns, columnExpression, compileCondition } from "./compile-condition.ts";
import type { DatabaseHandle } from "./database.ts";
import type { DatabaseSchema } from "./database-schema.ts";

/** A table of a tenant's objects that are listed page by page. */
export interface ListedTable<Properties extends AskedProperties> {
  readonly name: keyof DatabaseSchema;
  /** Column of the object id. */
  readonly id: string;
  readonly columns: ConditionColumns<Properties>;
}

/** What is never empty can be an order: emptiness has no place in one. */
export type OrderProperty<Properties extends AskedProperties> = PropertyOf<
  Properties,
  "text" | "moment" | "number"
>;

export interface PageQuery<Properties extends AskedProperties> {
  readonly where?: Condition<Properties> | undefined;
  /** Id of the last object of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
  /** Without it by id, where a page costs the same however many objects there are. */
  readonly orderBy?: OrderProperty<Properties> | undefined;
  readonly direction?: "ascending" | "descending" | undefined;
}

/** The column and its value on the last row before, as PostgreSQL writes it: a moment keeps its microseconds. */
interface Place {
  readonly value: string | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: whatever it selects from, a page is cut out of it in the same way
type Selection<Row> = SelectQueryBuilder<any, any, Row>;

/**
 * One page by keyset: no offset, so that a later page costs what the first one does. `select` says which columns of
 * which rows; here come the condition, the place to go on from, the order and the limit.
 */
export async function selectPage<Row, Properties extends AskedProperties>(
  handle: DatabaseHandle,
  table: ListedTable<Properties>,
  tenantId: TenantId,
  query: PageQuery<Properties>,
  select: Selection<Row>,
): Promise<Row[]> {
  const place =
    query.after !== undefined && query.orderBy !== undefined
      ? await placeOf(handle, table, tenantId, query.after, query.orderBy)
      : undefined;
  return pageStatement(table, query, select, place).execute();
}

/** The statement behind a page, so that a test can look at its plan. */
export function pageStatement<Row, Properties extends AskedProperties>(
  table: ListedTable<Properties>,
  query: PageQuery<Properties>,
  select: Selection<Row>,
  place?: Place,
): Selection<Row> {
  const { after, where, orderBy } = query;
  const isDescending = query.direction === "descending";
  const direction = isDescending ? sql`desc` : sql`asc`;
  const further = isDescending ? sql`<` : sql`>`;
  const id = sql.raw(table.id);
  const order = orderBy === undefined ? undefined : orderOf(table, orderBy);
  const name = order?.sql;
  let page = select;
  if (where !== undefined) page = page.where(compileCondition(table.columns, where));
  if (after !== undefined && name === undefined)
    page = page.where(sql<SqlBool>`${id} ${further} ${after}::uuid`);
  // The last one is gone for good: to begin anew shows somebody twice instead of leaving somebody out.
  if (after !== undefined && order !== undefined && place?.value !== undefined)
    page = page.where(
      sql<SqlBool>`(${name}, ${id}) ${further} (${place.value}::${sql.raw(databaseTypes[order.type])}, ${after}::uuid)`,
    );
  return page
    .orderBy(name ? sql`${name} ${direction}, ${id} ${direction}` : sql`${id} ${direction}`)
    .limit(query.limit);
}

const databaseTypes = { text: "text", moment: "timestamptz", number: "numeric" } as const;

function orderOf<Properties extends AskedProperties>(
  table: ListedTable<Properties>,
  property: OrderProperty<Properties>,
): { readonly sql: RawBuilder<unknown>; readonly type: keyof typeof databaseTypes } {
  const column = table.columns[property];
  if (column.type === "text" || column.type === "moment" || column.type === "number")
    return { sql: columnExpression(column), type: column.type };
  throw new Error(`'${property}' is no order`);
}

async function placeOf<Properties extends AskedProperties>(
  handle: DatabaseHandle,
  table: ListedTable<Properties>,
  tenantId: TenantId,
  after: string,
  property: OrderProperty<Properties>,
): Promise<Place> {
  const { rows } = await sql<{ value: string }>`
    select (${orderOf(table, property).sql})::text as value from ${sql.table(table.name)}
    where tenant_id = ${tenantId} and ${sql.raw(table.id)} = ${after}::uuid`.execute(handle);
  return { value: rows[0]?.value };
}
