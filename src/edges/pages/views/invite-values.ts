import type { Language } from "../../../foundation/language.ts";

/** The form as it was typed. */
export interface InviteValues {
  /** One or several, one a line or set apart by commas or semicolons. */
  readonly addresses: string;
  readonly displayName: string;
  readonly message: string;
  readonly messageLanguage: Language;
  /** Empty for My Apps. */
  readonly applicationId: string;
  readonly lifetimeDays: string;
}
