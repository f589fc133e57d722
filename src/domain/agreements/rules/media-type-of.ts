import type { AgreementMediaType } from "./agreement.ts";

/**
 * What a document is, by what it holds: a PDF (ISO 32000-1 section 7.5.2) or text in UTF-8. Undefined: neither, or
 * nothing at all.
 */
export function mediaTypeOf(content: Uint8Array): AgreementMediaType | undefined {
  const start = new TextDecoder("latin1").decode(content.subarray(0, 5));
  if (start === "%PDF-") return "application/pdf";
  return isText(content) ? "text/plain" : undefined;
}

function isText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    // Control characters other than the ends of lines, pages and columns belong to no text.
    return text.trim() !== "" && !/[^\P{Cc}\t\n\f\r]/u.test(text);
  } catch {
    return false;
  }
}
