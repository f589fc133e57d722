import type { Context } from "hono";
import { readAgreementContent } from "../../../domain/agreements/find-agreements.ts";
import type { AgreementFile } from "../../../domain/agreements/rules/agreement.ts";
import type { Machine } from "../../../platform/machine.ts";

/**
 * A document as it was uploaded: only ever a PDF or plain text, and never read as anything else. Our own pages alone may
 * frame it. `?download` has browsers save it.
 */
export async function serveDocument(c: Context, machine: Machine, file: AgreementFile): Promise<Response> {
  const content = await readAgreementContent(machine.database, file.tenantId, file.fileId);
  if (!content) return c.notFound();
  const isDownload = c.req.query("download") !== undefined;
  const isPdf = file.mediaType === "application/pdf";
  // RFC 8187 section 3.2.1 has fewer characters that stand for themselves.
  const name = encodeURIComponent(file.fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return c.body(new Uint8Array(content), 200, {
    "content-type": isPdf ? "application/pdf" : "text/plain; charset=utf-8",
    "content-disposition": `${isDownload ? "attachment" : "inline"}; filename*=UTF-8''${name}`,
    "content-security-policy": isPdf
      ? "frame-ancestors 'self'"
      : "default-src 'none'; frame-ancestors 'self'",
    "cache-control": "private, no-store",
  });
}
