import type { Language } from "../../../../foundation/language.ts";
import { mailWords } from "../../../../platform/mail/words/mail-words.ts";
import { arabic } from "./ar.ts";
import { german } from "./de.ts";
import { type ApprovalTexts, english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { italian } from "./it.ts";
import { japanese } from "./ja.ts";
import { dutch } from "./nl.ts";
import { polish } from "./pl.ts";
import { portuguese } from "./pt.ts";

/** What mails about requests to sign up say, by language. */
export const approvalTexts: Readonly<Record<Language, ApprovalTexts>> & { readonly en: typeof english } = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  ja: japanese,
  nl: dutch,
  pl: polish,
  pt: portuguese,
};

/** The words of mails about requests to sign up, by language. */
export const approvalWords: ReturnType<typeof mailWords<typeof english>> = mailWords(approvalTexts);
