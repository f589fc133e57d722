import type { SignUpWords } from "../../shared/page-texts.ts";
import { readPageTexts } from "./read-page-texts.ts";
import { signUpTextPages, type TextPage } from "./sign-up-text-pages.ts";
import { standardContent } from "./standard-content.ts";

/** What the pages of a sign-up say, for whoever changes it. */
export const signUpWords: SignUpWords = {
  pages: Object.entries<TextPage>(signUpTextPages).map(([pageId, { words, errors }]) => ({
    pageId,
    isOpen: Object.keys(words).length + Object.keys(errors).length > 0,
  })),
  standardContent,
  readPageTexts,
};
