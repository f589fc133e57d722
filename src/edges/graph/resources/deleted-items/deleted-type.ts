import type { ResourceType } from "../../odata/resource-type.ts";

/** The type of living objects; of deleted ones the moment of deletion is known, so it can be an order. */
export function deletedType<Shown, Properties extends { readonly deletedAt: "moment" }>(
  type: ResourceType<Shown, Properties>,
): ResourceType<Shown, Properties> {
  const { deletedDateTime } = type.properties;
  if (deletedDateTime === undefined) throw new Error(`deleted objects of ${type.name} have no such moment`);
  const order = { property: "deletedAt", isAdvanced: true } as NonNullable<typeof deletedDateTime.order>;
  return {
    ...type,
    properties: {
      ...type.properties,
      deletedDateTime: { ...deletedDateTime, isDefault: true, order },
    },
  };
}
