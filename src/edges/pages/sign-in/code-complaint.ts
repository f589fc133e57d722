import type { CodeRefusal } from "../../../domain/federation/connectors/email-code/verify-code.ts";
import type { Translator } from "../words/words.ts";

/** What to say about a code that did not do. */
export function codeComplaint(t: Translator, refusal: CodeRefusal): string {
  switch (refusal.code) {
    case "too-many-tries":
      return t("code.too-many-tries", { minutes: Math.ceil(refusal.retryAfterSeconds / 60) });
    case "code-wrong":
      return t("code.wrong");
    case "code-used-up":
      return t("code.used-up");
    case "code-expired":
      return t("code.expired");
  }
}
