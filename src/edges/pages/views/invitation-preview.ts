import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { type IconName, icon } from "../layout/icons.ts";
import { type PlainMessageKey, words } from "../words/words.ts";
import type { InviteValues } from "./invite-values.ts";

/** What inviting an address would do. */
export type InvitationForecast =
  | "new-guest"
  | "fresh-link"
  | "already-accepted"
  | "member"
  | "bad-address"
  | "domain-refused"
  | "twice";

export interface InvitationPreview {
  readonly rows: readonly { readonly address: string; readonly forecast: InvitationForecast }[];
}

const forecasts: Record<
  InvitationForecast,
  {
    readonly icon: IconName;
    readonly mood: "good" | "calm" | "bad";
    readonly text: PlainMessageKey;
    readonly goes: boolean;
  }
> = {
  "new-guest": { icon: "user-plus", mood: "good", text: "preview.new-guest", goes: true },
  "fresh-link": { icon: "refresh-cw", mood: "good", text: "preview.fresh-link", goes: true },
  "already-accepted": { icon: "circle-check", mood: "calm", text: "preview.already-accepted", goes: false },
  member: { icon: "circle-alert", mood: "bad", text: "preview.member", goes: false },
  "bad-address": { icon: "circle-alert", mood: "bad", text: "preview.bad-address", goes: false },
  "domain-refused": { icon: "circle-alert", mood: "bad", text: "preview.domain-refused", goes: false },
  twice: { icon: "info", mood: "calm", text: "preview.twice", goes: false },
};

interface PreviewedForm extends FormTarget {
  readonly frame: Frame;
  readonly values: InviteValues;
  readonly applications: readonly { readonly id: string; readonly displayName: string }[];
}

/** What will happen to each address, and the buttons that make it happen. */
export function invitationPreview(view: PreviewedForm, preview: InvitationPreview): Html {
  const t = words(view.frame.language);
  const { values } = view;
  const count = preview.rows.filter((row) => forecasts[row.forecast].goes).length;
  const application = view.applications.find(({ id }) => id === values.applicationId)?.displayName;
  return html`<section class="preview" aria-labelledby="preview"><h2 id="preview">${t("preview.title")}</h2>
<ul class="forecasts">${preview.rows.map((row) => {
    const forecast = forecasts[row.forecast];
    return html`<li class="${forecast.mood}">${icon(forecast.icon)}<span><strong><bdi>${row.address}</bdi></strong><br>${t(forecast.text)}</span></li>`;
  })}</ul>
<p>${t.rich("preview.lands-on", { application: application ?? t("invite.my-apps") })}</p>
${values.message && html`<figure class="message"><blockquote dir="auto">${values.message}</blockquote></figure>`}
${postForm(
  { ...view, hidden: { ...view.hidden, ...values } },
  html`<div class="actions start">
${
  count > 0
    ? html`<button class="primary" name="step" value="send">${t("preview.send", { count })}</button>
<button class="secondary" name="step" value="links">${t("preview.links-only")}</button>`
    : html`<p>${t("preview.nothing-to-send")}</p>`
}
<button class="${count > 0 ? "quiet" : "primary"}" name="step" value="edit">${t("preview.change")}</button></div>`,
)}</section>`;
}
