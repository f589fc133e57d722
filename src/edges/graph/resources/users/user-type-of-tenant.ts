import { listCustomAttributes } from "../../../../domain/signup/find-attributes.ts";
import type { SignUpAttribute } from "../../../../domain/signup/rules/sign-up-attribute.ts";
import type { TenantId } from "../../../../foundation/identifiers.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { userType } from "./user-properties.ts";

type UserProperty = (typeof userType)["properties"][string];

/**
 * Users of a tenant on the wire, with the attributes it made for itself. Those may be empty, and so are no order; lists
 * and moments are only shown.
 */
export async function userTypeOfTenant(machine: Machine, tenantId: TenantId): Promise<typeof userType> {
  const attributes = await listCustomAttributes(machine.database, tenantId);
  if (attributes.length === 0) return userType;
  const extensions = attributes.map((attribute): [string, UserProperty] => {
    const { attributeId } = attribute;
    const filter = filterOf(attribute);
    return [
      attributeId,
      { read: ({ user }) => user.customValues[attributeId] ?? null, ...(filter && { filter }) },
    ];
  });
  return { ...userType, properties: { ...Object.fromEntries(extensions), ...userType.properties } };
}

function filterOf({ attributeId, dataType }: SignUpAttribute): UserProperty["filter"] {
  switch (dataType) {
    case "text":
      return { type: "text", property: `custom-text:${attributeId}` };
    case "flag":
      return { type: "flag", property: `custom-flag:${attributeId}` };
    case "number":
      return { type: "number", property: `custom-number:${attributeId}` };
    default:
      return undefined;
  }
}
