import type { Sentence } from "../words/mail-words.ts";

/** The parts a mail is built of, in the order of reading. Each has a form in HTML and one in plain text. */
export type MailBlock =
  | { readonly kind: "heading"; readonly sentence: Sentence }
  | { readonly kind: "text"; readonly sentence: Sentence }
  /** What a person wrote, set apart and marked as theirs. */
  | { readonly kind: "quotation"; readonly label: Sentence; readonly message: string }
  /** In plain text there are no buttons: a `link` follows it. */
  | { readonly kind: "button"; readonly label: Sentence; readonly url: string }
  | { readonly kind: "link"; readonly label: Sentence; readonly textLabel: Sentence; readonly url: string }
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "quiet"; readonly title: Sentence; readonly sentence: Sentence };
