import { html } from "hono/html";
import { postForm, textField } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { type Translator, words } from "../words/words.ts";

/** Why the code typed before leads nowhere. */
type DeviceCodeProblem =
  | { readonly code: "user-code-unknown" }
  | { readonly code: "too-many-tries"; readonly retryAfterSeconds: number };

export interface DeviceCodeView extends FormTarget {
  readonly frame: Frame;
  /** As typed, to be corrected. */
  readonly code?: string | undefined;
  readonly problem?: DeviceCodeProblem | undefined;
}

/** Which code does the device show? Posts `code`. */
export function deviceCodePage(view: DeviceCodeView): Html {
  const t = words(view.frame.language);
  return page(view.frame, {
    title: t("device-code.title"),
    body: html`<p class="lead">${t("device-code.lead")}</p>
${postForm(
  view,
  html`${textField({
    name: "code",
    label: t("form.code"),
    hint: t("device-code.hint"),
    value: view.code,
    autocomplete: "off",
    look: "code",
    required: true,
    focus: true,
    maxLength: 20,
    error: view.problem && problemText(t, view.problem),
  })}
<div class="actions"><button class="primary">${t("form.next")}</button></div>`,
)}
<p class="fine">${t("device-code.warning")}</p>`,
  });
}

function problemText(t: Translator, problem: DeviceCodeProblem): string {
  return problem.code === "too-many-tries"
    ? t("code.too-many-tries", { minutes: Math.ceil(problem.retryAfterSeconds / 60) })
    : t("device-code.unknown");
}
