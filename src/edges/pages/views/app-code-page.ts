import { html } from "hono/html";
import { errorOf, errorSummary, postForm, textField } from "../layout/form.ts";
import type { FormError, FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { contactLink } from "../layout/safe-link.ts";
import { type Translator, words } from "../words/words.ts";

export interface AppCodeView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  /** The code as typed, to be corrected. */
  readonly code?: string | undefined;
  readonly error?: FormError | undefined;
}

/** Which code does your app show? Posts `code`. */
export function appCodePage(view: AppCodeView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  return page(view.frame, {
    title: t("authenticator.enter-title"),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    body: html`<p class="lead">${t.rich("authenticator.enter", { organisation })}</p>
${errorSummary(t, [view.error], ["code"])}
${postForm(
  view,
  html`${appCodeField(t, { code: view.code, error: errorOf([view.error], "code"), focus: true })}
<div class="actions"><button class="primary">${t("form.verify")}</button></div>`,
)}
<details class="details"><summary>${t("authenticator.lost")}</summary>
<p>${whomToAsk(t, view.frame, organisation)}</p></details>`,
  });
}

/** The field for a code of an app. */
export function appCodeField(
  t: Translator,
  field: { readonly code: string | undefined; readonly error: string | undefined; readonly focus: boolean },
): Html {
  return textField({
    name: "code",
    label: t("authenticator.code"),
    hint: t("authenticator.code-hint"),
    value: field.code,
    autocomplete: "one-time-code",
    inputmode: "numeric",
    look: "code",
    required: true,
    focus: field.focus,
    maxLength: 20,
    error: field.error,
  });
}

function whomToAsk(t: Translator, { helpContact }: Frame, organisation: string): Html {
  if (!helpContact) return t.rich("authenticator.lost-ask-somebody", { organisation });
  const link = contactLink(helpContact);
  return t.rich("authenticator.lost-ask", {
    contact: link ? html`<a href="${link}">${helpContact}</a>` : helpContact,
  });
}
