import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { type Translator, wordsOf } from "../words/words.ts";

export interface SignUpBlockedView {
  readonly frame: Frame;
  /** The organisation's own words; text, whatever they contain. */
  readonly message: string;
  /** Back to what was typed; or, before anything was, back to the application or the same question again. */
  readonly way: { readonly backUrl: string } | BlockedForm;
}

interface BlockedForm extends FormTarget {
  readonly application: NamedApplication;
  /** The proved address, in full. */
  readonly address: string;
  readonly notYouUrl?: string | undefined;
}

/**
 * The organisation's API does not let the person have an account, and says why. The form posts `decision=cancel` or
 * `decision=check`.
 */
export function signUpBlockedPage({ frame, message, way }: SignUpBlockedView): Html {
  const t = wordsOf(frame);
  const organisation = frame.organisation?.displayName ?? "Guesthouse";
  return page(frame, {
    title: t("sign-up.blocked-title", { organisation }),
    actingAs: "action" in way ? { address: way.address, notYouUrl: way.notYouUrl } : undefined,
    body: html`<p>${t.rich("sign-up.blocked-lead", { organisation })}</p>
<figure class="message"><blockquote dir="auto">${message}</blockquote></figure>
${"action" in way ? waysOn(t, way) : html`<p class="quiet-line"><a href="${way.backUrl}">${t("sign-up.blocked-back")}</a></p>`}`,
  });
}

function waysOn(t: Translator, way: BlockedForm): Html {
  const application = way.application.displayName;
  return postForm(
    way,
    html`<div class="actions"><button class="primary" name="decision" value="cancel">${t("sign-up.back-to", { application })}</button>
<button class="secondary" name="decision" value="check">${t("problem.next.try-again")}</button></div>`,
  );
}
