import { type Insertable, type Selectable, sql } from "kysely";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { SignUpAttributeTable } from "../../platform/database/schema/signup-tables.ts";
import type { SignUpAttribute } from "./rules/sign-up-attribute.ts";

/** The attributes a tenant made, in the order they were made. */
export async function selectCustomAttributes(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<SignUpAttribute[]> {
  const rows = await handle
    .selectFrom("signUpAttribute")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .orderBy("createdAt")
    .orderBy("attributeId")
    .execute();
  return rows.map(attributeFromRow);
}

/** False when the tenant has one of this id, in whatever case: clients are careless with it. */
export async function insertAttribute(
  transaction: DatabaseTransaction,
  row: Insertable<SignUpAttributeTable>,
): Promise<boolean> {
  const { rows } = await sql<{ attributeId: string }>`
    insert into sign_up_attribute (tenant_id, attribute_id, display_name, description, data_type, created_at)
    select ${row.tenantId}, ${row.attributeId}, ${row.displayName}, ${row.description}, ${row.dataType},
      ${row.createdAt}::timestamptz
    where not exists (select from sign_up_attribute
      where tenant_id = ${row.tenantId} and lower(attribute_id) = lower(${row.attributeId}))
    on conflict do nothing
    returning attribute_id`.execute(transaction);
  return rows.length === 1;
}

/** False when there is none. */
export async function updateAttribute(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  {
    attributeId,
    displayName,
    description,
  }: Pick<SignUpAttribute, "attributeId" | "displayName" | "description">,
): Promise<boolean> {
  const outcome = await transaction
    .updateTable("signUpAttribute")
    .set({ displayName, description })
    .where("tenantId", "=", tenantId)
    .where("attributeId", "=", attributeId)
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}

/** An attribute nobody can change or take away until the transaction ends; false when there is none. */
export async function lockAttribute(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  attributeId: string,
): Promise<boolean> {
  const row = await transaction
    .selectFrom("signUpAttribute")
    .select("attributeId")
    .where("tenantId", "=", tenantId)
    .where("attributeId", "=", attributeId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes an attribute away. */
export async function deleteAttribute(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  attributeId: string,
): Promise<void> {
  await transaction
    .deleteFrom("signUpAttribute")
    .where("tenantId", "=", tenantId)
    .where("attributeId", "=", attributeId)
    .execute();
}

/** Whether a flow asks for it. */
export async function isAttributeAsked(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  attributeId: string,
): Promise<boolean> {
  const row = await transaction
    .selectFrom("userFlowAttribute")
    .select("flowId")
    .where("tenantId", "=", tenantId)
    .where("attributeId", "=", attributeId)
    .executeTakeFirst();
  return row !== undefined;
}

function attributeFromRow(row: Selectable<SignUpAttributeTable>): SignUpAttribute {
  return {
    attributeId: row.attributeId,
    displayName: row.displayName,
    description: row.description,
    dataType: row.dataType,
    origin: "custom",
  };
}
