import { mailWords } from "../../../../platform/mail/words/mail-words.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { japanese } from "./ja.ts";

/** The words of mails about requests to sign up, by language. */
export const approvalWords: ReturnType<typeof mailWords<typeof english>> = mailWords({
  en: english,
  de: german,
  es: spanish,
  fr: french,
  ja: japanese,
});
