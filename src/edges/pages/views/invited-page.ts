import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormError, FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { moment } from "../layout/moment.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

/** Who invites: a person, or the organisation itself when a program did it. */
export interface Inviter {
  readonly displayName: string;
  readonly address?: string | undefined;
}

export interface InvitedView extends FormTarget {
  /** Of the inviting organisation. */
  readonly frame: Frame;
  readonly inviter?: Inviter | undefined;
  readonly application?: NamedApplication | undefined;
  /** As it may be shown before a proof. */
  readonly invitedAddress: string;
  readonly message?: string | undefined;
  readonly expires?: Date | undefined;
  readonly error?: FormError | undefined;
}

/** Do you accept? Posts `decision=accept` or `decision=not-now`. */
export function invitedPage(view: InvitedView): Html {
  const t = words(view.frame.language);
  return page(view.frame, {
    asksConsent: true,
    title: t("invited.title"),
    body: html`<p class="lead">${whoInvites(view)}</p>
${view.error && notice("bad", view.error.text)}
${
  view.message &&
  html`<figure class="message"><blockquote dir="auto">${view.message}</blockquote>
<figcaption>${view.inviter ? t.rich("invited.message-from", { inviter: view.inviter.displayName }) : t("invited.message")}</figcaption></figure>`
}
<dl class="facts"><div><dt>${t("invited.invited-address")}</dt><dd><bdi>${view.invitedAddress}</bdi></dd></div>
${view.inviter?.address && html`<div><dt>${t("invited.invited-by")}</dt><dd><bdi>${view.inviter.displayName}</bdi><br><bdi>${view.inviter.address}</bdi></dd></div>`}
${view.expires && html`<div><dt>${t("invited.valid-until")}</dt><dd>${moment(view.frame.language, view.expires, "date")}</dd></div>`}</dl>
${postForm(
  view,
  html`<div class="actions"><button class="primary" name="decision" value="accept">${t("form.accept-invitation")}</button>
<button class="secondary" name="decision" value="not-now">${t("form.not-now")}</button></div>`,
)}
<p class="fine">${t("invited.next-step")}</p>`,
  });
}

function whoInvites(view: InvitedView): Html {
  const t = words(view.frame.language);
  const organisation = html`<strong>${view.frame.organisation?.displayName ?? "Guesthouse"}</strong>`;
  const application = view.application && html`<strong>${view.application.displayName}</strong>`;
  const inviter = view.inviter && html`<strong>${view.inviter.displayName}</strong>`;
  if (inviter && application)
    return t.rich("invited.person-to-application", { inviter, organisation, application });
  if (inviter) return t.rich("invited.person-to-organisation", { inviter, organisation });
  if (application) return t.rich("invited.organisation-to-application", { organisation, application });
  return t.rich("invited.organisation", { organisation });
}
