import { listCustomAttributes } from "../../../../domain/signup/find-attributes.ts";
import type { TenantId } from "../../../../foundation/identifiers.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { userType } from "./user-properties.ts";

/** Users of a tenant on the wire, with the attributes it made for itself: these are only ever shown and selected. */
export async function userTypeOfTenant(machine: Machine, tenantId: TenantId): Promise<typeof userType> {
  const attributes = await listCustomAttributes(machine.database, tenantId);
  if (attributes.length === 0) return userType;
  const extensions = attributes.map(({ attributeId }): [string, (typeof userType)["properties"][string]] => [
    attributeId,
    { read: ({ user }) => user.customValues[attributeId] ?? null },
  ]);
  return { ...userType, properties: { ...Object.fromEntries(extensions), ...userType.properties } };
}
