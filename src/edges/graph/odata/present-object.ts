import type { AskedProperties } from "../../../foundation/condition.ts";
import { propertyOf, type ResourceType, type Visible } from "./resource-type.ts";

/** Names of what is answered: the selected properties in the order they were asked for, or the default ones. */
function shownProperties<Properties extends AskedProperties>(
  type: ResourceType<never, Properties>,
  select: readonly string[] | undefined,
): readonly string[] {
  if (select !== undefined) return select;
  return Object.entries(type.properties).flatMap(([name, { isDefault }]) => (isDefault ? [name] : []));
}

/** An object as the wire shows it; what the caller may not see is there and empty. */
export function presentObject<Shown, Properties extends AskedProperties>(
  type: ResourceType<Shown, Properties>,
  shown: Shown,
  select: readonly string[] | undefined,
  visible: Visible = "everything",
): Record<string, unknown> {
  return Object.fromEntries(
    shownProperties(type, select).map((name) => {
      const value = propertyOf(type, name).read(shown);
      const isHidden = visible !== "everything" && !visible.has(name);
      return [name, isHidden ? (Array.isArray(value) ? [] : null) : value];
    }),
  );
}
