import type { Context } from "hono";

/** How the object in the address is named: by id, by an alternate key such as `appId`, or as the caller. */
export interface AddressedKey {
  /** Undefined: the key every object has. */
  readonly property: string | undefined;
  readonly value: string;
}

/**
 * The key in `/users/{key}`, `/users('{key}')` or `/applications(appId='{key}')`, where a quote in the key is doubled
 * (OData 4.01 URL conventions, section 4.3.1). An empty value where the address has none of these forms.
 */
export function addressedKey(c: Context): AddressedKey {
  const plain = c.req.param("id");
  if (plain !== undefined) return { property: undefined, value: plain };
  const match = /^[\w.]+\((?:(\w+)=)?'(.*)'\)$/is.exec(c.req.param("keyed") ?? "");
  return { property: match?.[1], value: match?.[2]?.replaceAll("''", "'") ?? "" };
}

/** Whether the address names whoever calls: `/me/…`. */
export function addressesCaller(c: Context): boolean {
  return c.req.param("keyed") === "me";
}
