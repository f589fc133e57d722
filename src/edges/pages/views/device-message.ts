import { chooseLanguage, type LanguageWishes } from "../words/choose-language.ts";
import { words } from "../words/words.ts";

/** What a device tells its person to do, as plain text in a language they read. */
export function deviceMessage(
  wishes: LanguageWishes,
  view: { readonly url: string; readonly code: string },
): string {
  return words(chooseLanguage(wishes))("device-code.message", view);
}
