import type { TenantId } from "../../foundation/identifiers.ts";
import type { Database, DatabaseHandle } from "../../platform/database/database.ts";
import { recentAnswers } from "../../platform/database/recent-answers.ts";
import { selectCustomAttributes } from "./attribute-store.ts";
import { allBuiltInAttributes, type SignUpAttribute } from "./rules/sign-up-attribute.ts";

const recent = recentAnswers<readonly SignUpAttribute[]>(3);

/** The attributes that a tenant made for itself. */
export async function listCustomAttributes(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<readonly SignUpAttribute[]> {
  return (await recent.get(handle, tenantId, (asked) => selectCustomAttributes(asked, tenantId))) ?? [];
}

/** All of them, the built-in ones first. */
export async function listAttributes(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<readonly SignUpAttribute[]> {
  return [...allBuiltInAttributes, ...(await listCustomAttributes(handle, tenantId))];
}

/** One by its id, in any case of letters. */
export async function findAttribute(
  handle: DatabaseHandle,
  tenantId: TenantId,
  attributeId: string,
): Promise<SignUpAttribute | undefined> {
  const named = attributeId.toLowerCase();
  const attributes = await listAttributes(handle, tenantId);
  return attributes.find((attribute) => attribute.attributeId.toLowerCase() === named);
}

/** To be called after every committed change of a tenant's attributes. */
export function forgetAttributes(database: Database): void {
  recent.forget(database);
}
