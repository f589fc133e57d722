import { headerText } from "./header-text.ts";
import type { OutgoingMail } from "./mail-content.ts";

/** Headers beyond sender, recipients, subject and date that every mail carries. */
export function extraHeaders(mail: OutgoingMail): Record<string, string> {
  return {
    // RFC 3834 section 5: out-of-office programs do not answer this.
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    "Content-Language": headerText(mail.language),
  };
}
