import { html } from "hono/html";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { wordsOf } from "../words/words.ts";

export interface SignUpBlockedView {
  readonly frame: Frame;
  /** The organisation's own words; text, whatever they contain. */
  readonly message: string;
  readonly backUrl: string;
}

/** The organisation's API does not let the person have an account, and says why. */
export function signUpBlockedPage(view: SignUpBlockedView): Html {
  const t = wordsOf(view.frame);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  return page(view.frame, {
    title: t("sign-up.blocked-title", { organisation }),
    body: html`<p>${t.rich("sign-up.blocked-lead", { organisation })}</p>
<figure class="message"><blockquote dir="auto">${view.message}</blockquote></figure>
<p class="quiet-line"><a href="${view.backUrl}">${t("sign-up.blocked-back")}</a></p>`,
  });
}
