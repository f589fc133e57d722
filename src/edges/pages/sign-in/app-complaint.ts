import type { CodeRefusal } from "../../../domain/second-factor/count-code-try.ts";
import type { FormError } from "../layout/frame.ts";
import type { Translator } from "../words/words.ts";

/** What to say about a code of an app that did not do. */
export function appComplaint(t: Translator, refusal: CodeRefusal): FormError {
  return refusal.code === "code-wrong"
    ? { field: "code", text: t("authenticator.wrong") }
    : { text: t("code.too-many-tries", { minutes: Math.ceil(refusal.retryAfterSeconds / 60) }) };
}
