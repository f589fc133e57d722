import { latinDigits } from "./latin-digits.ts";

/** The digits of what a person typed or pasted: blanks and hyphens are dropped, full-width and Arabic digits are digits too. */
export function readTypedCode(typed: string): string {
  return latinDigits(typed.normalize("NFKC")).replace(/[\s-]/g, "");
}
