import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { mailLink } from "../layout/safe-link.ts";
import { words } from "../words/words.ts";
import type { Inviter } from "./invited-page.ts";

export interface WrongAccountView extends FormTarget {
  /** Of the inviting organisation. */
  readonly frame: Frame;
  readonly invitedAddress: string;
  readonly signedInAddress: string;
  readonly inviter?: Inviter | undefined;
}

/** Which of the two are you? Posts `decision=continue-as-invited`; asking for another invitation opens a mail to the inviter. */
export function wrongAccountPage(view: WrongAccountView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  const ask = view.inviter?.address
    ? mailLink(
        view.inviter.address,
        t("wrong-account.mail-subject", { organisation, address: view.signedInAddress }),
      )
    : undefined;
  return page(view.frame, {
    asksConsent: true,
    title: t("wrong-account.title"),
    body: html`<p class="lead">${t("wrong-account.explanation")}</p>
<dl class="facts"><div><dt>${t("wrong-account.invited")}</dt><dd><bdi>${view.invitedAddress}</bdi></dd></div>
<div><dt>${t("wrong-account.signed-in")}</dt><dd><bdi>${view.signedInAddress}</bdi></dd></div></dl>
${postForm(
  view,
  html`<div class="actions"><button class="primary" name="decision" value="continue-as-invited"><span>${t.rich("wrong-account.continue-as", { address: view.invitedAddress })}</span></button>
${ask && html`<a class="button secondary" href="${ask}"><span>${t.rich("wrong-account.ask-for", { address: view.signedInAddress })}</span></a>`}</div>`,
)}
<p class="fine">${ask ? t("wrong-account.stays") : t.rich("wrong-account.ask-organisation", { organisation, address: view.signedInAddress })}</p>`,
  });
}
