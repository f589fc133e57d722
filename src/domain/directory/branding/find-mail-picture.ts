import type { DatabaseHandle } from "../../../platform/database/database.ts";
import type { FindMailPicture } from "../../../platform/mail/outgoing-pictures.ts";
import { selectBrandingAsset } from "./branding-store.ts";
import { readPictureSource } from "./mail-brand.ts";

/** Fetches the pictures of mails from the brandings of their organisations. */
export function mailPictures(handle: DatabaseHandle): FindMailPicture {
  return async (tenantId, source) => {
    const asset = readPictureSource(source);
    return asset && selectBrandingAsset(handle, { tenantId, ...asset });
  };
}
