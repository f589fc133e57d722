import type { TenantId } from "../../foundation/identifiers.ts";
import type { MailPicture, OutgoingPicture } from "./mail-content.ts";

/** Fetches a picture by the name it has in a mail; undefined when it is no longer there. */
export type FindMailPicture = (
  tenantId: TenantId,
  source: string,
) => Promise<{ readonly mediaType: string; readonly content: Buffer } | undefined>;

/** The pictures of a mail with their bytes, and its HTML without those that are gone. */
export async function outgoingPictures(
  findPicture: FindMailPicture,
  tenantId: TenantId,
  mail: { readonly html: string; readonly pictures?: readonly MailPicture[] | undefined },
): Promise<{ readonly html: string; readonly pictures: readonly OutgoingPicture[] }> {
  const pictures: OutgoingPicture[] = [];
  let { html } = mail;
  for (const { contentId, source } of mail.pictures ?? []) {
    const found = await findPicture(tenantId, source);
    if (found) pictures.push({ contentId, mediaType: found.mediaType, content: found.content });
    else
      html = html.replace(/<img [^>]*src="cid:([^"]*)"[^>]*>/g, (tag, id) => (id === contentId ? "" : tag));
  }
  return { html, pictures };
}
