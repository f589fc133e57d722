import type { DatabaseHandle } from "../../../platform/database/database.ts";
import { type AssetKey, selectBrandingAsset } from "./branding-store.ts";

/** A file of an organisation's branding with its bytes and version; undefined when there is none. */
export function findBrandingAsset(
  handle: DatabaseHandle,
  key: AssetKey,
): ReturnType<typeof selectBrandingAsset> {
  return selectBrandingAsset(handle, key);
}
