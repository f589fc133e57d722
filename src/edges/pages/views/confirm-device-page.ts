import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { moment } from "../layout/moment.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface ConfirmDeviceView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  readonly application: NamedApplication;
  /** Network address of the device that asks. */
  readonly askedFrom?: string | undefined;
  readonly askedAt: Date;
}

/** Is the device that asks yours? Posts `decision=continue` or `decision=cancel`. */
export function confirmDevicePage(view: ConfirmDeviceView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation;
  return page(view.frame, {
    asksConsent: true,
    title: t("confirm-device.title"),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    body: html`<p class="lead">${t.rich("confirm-device.lead", { application: html`<strong>${view.application.displayName}</strong>` })}</p>
<dl class="facts">${organisation && html`<div><dt>${t("confirm-device.organisation")}</dt><dd><bdi>${organisation.displayName}</bdi></dd></div>`}
<div><dt>${t("confirm-device.asked-at")}</dt><dd>${moment(view.frame.language, view.askedAt, "time")}</dd></div>
${view.askedFrom && html`<div><dt>${t("confirm-device.asked-from")}</dt><dd><bdi>${view.askedFrom}</bdi></dd></div>`}</dl>
${notice("calm", t("confirm-device.warning"))}
${postForm(
  view,
  html`<div class="actions"><button class="primary" name="decision" value="continue">${t("confirm-device.approve")}</button>
<button class="secondary" name="decision" value="cancel">${t("form.cancel")}</button></div>`,
)}`,
  });
}
