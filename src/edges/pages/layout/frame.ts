import type { Language } from "../../../foundation/language.ts";
import type { OwnWords } from "../words/words.ts";
import type { ColourScheme } from "./colour-scheme.ts";

/** The organisation a page speaks for. */
export interface Organisation {
  readonly displayName: string;
  readonly domain: string;
  /** Six hexadecimal digits, with or without `#`. */
  readonly accentColour?: string | undefined;
  readonly logoUrl?: string | undefined;
  readonly darkLogoUrl?: string | undefined;
  /** A wide logo that stands for the name. */
  readonly bannerUrl?: string | undefined;
}

/** What an organisation's pages look like and say beside our own words. */
export interface Brand {
  readonly groundUrl?: string | undefined;
  readonly stylesheetUrl?: string | undefined;
  readonly faviconUrl?: string | undefined;
  /** The sheet at the side, as high as the window. */
  readonly isAside?: boolean;
  readonly signInText?: string | undefined;
  readonly userNameHint?: string | undefined;
  readonly privacyText?: string | undefined;
  readonly termsText?: string | undefined;
  readonly passwordReset?: { readonly url: string; readonly text: string | undefined } | undefined;
}

/** What every page knows, whatever it shows. */
export interface Frame {
  readonly language: Language;
  /** The languages to choose from; all of them unless told otherwise. */
  readonly languages?: readonly Language[] | undefined;
  /** What the organisation says on this page in place of our words. */
  readonly ownWords?: OwnWords | undefined;
  readonly organisation: Organisation | undefined;
  readonly brand?: Brand | undefined;
  /** The page is only looked at, in this light: nothing on it can be used. */
  readonly previewIn?: ColourScheme | undefined;
  /** Whether this is a demonstration: a bar says so and links to mailbox and tester. */
  readonly demo: boolean;
  readonly privacyUrl?: string | undefined;
  readonly termsUrl?: string | undefined;
  /** An address or link to ask for help. */
  readonly helpContact?: string | undefined;
  /** Path and query of the page itself; the language menu returns to it. A GET of it must answer. */
  readonly path: string;
}

/** An application as a person knows it. */
export interface NamedApplication {
  readonly displayName: string;
}

/** What was wrong with a form: `field` is the name of the form field it belongs to. */
export interface FormError {
  readonly field?: string | undefined;
  readonly text: string;
}

/** What every form needs to come back safely. */
export interface FormTarget {
  readonly csrf: string;
  /** Where the form is posted to. */
  readonly action: string;
  /** Further values to send along unseen. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Where scripts run, the form is sent without a press; the page asks for `submit-at-once`. */
  readonly sendsItself?: boolean;
  /** A change of language takes along what was typed; the page says so, too (`typedForm`). */
  readonly keepsTyped?: boolean;
}
