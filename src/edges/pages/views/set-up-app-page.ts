import { html } from "hono/html";
import { copyButton } from "../layout/copy-button.ts";
import { errorOf, errorSummary, postForm } from "../layout/form.ts";
import type { FormError, FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { qrCode } from "../layout/qr-code.ts";
import { words } from "../words/words.ts";
import { appCodeField } from "./app-code-page.ts";

export interface SetUpAppView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  readonly backUrl?: string | undefined;
  /** What the picture holds, and an app on the same device opens. */
  readonly appAddress: string;
  /** The secret to be typed, in groups. */
  readonly key: string;
  /** The code as typed, to be corrected. */
  readonly code?: string | undefined;
  readonly error?: FormError | undefined;
}

/** Scan or type, then a first code. Posts `code`. */
export function setUpAppPage(view: SetUpAppView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  return page(view.frame, {
    title: t("authenticator.set-up-title"),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    scripts: ["copy-button"],
    body: html`<p class="lead">${t.rich("authenticator.scan", { organisation })}</p>
${errorSummary(t, [view.error], ["code"])}
${qrCode(view.appAddress, t("authenticator.picture"))}
${byHand(view, organisation)}
${postForm(
  view,
  html`${appCodeField(t, { code: view.code, error: errorOf([view.error], "code"), focus: false })}
<div class="actions"><button class="primary">${t("form.verify")}</button>${view.backUrl && html`<a class="button secondary" href="${view.backUrl}">${t("form.cancel")}</a>`}</div>`,
)}`,
  });
}

/** For whoever has no camera, or the app on the very device. */
function byHand({ frame, address, key, appAddress }: SetUpAppView, organisation: string): Html {
  const t = words(frame.language);
  return html`<details class="details"><summary>${t("authenticator.cannot-scan")}</summary>
<p>${t("authenticator.type-key")}</p>
<dl class="facts"><div><dt>${t("authenticator.key")}</dt><dd><code dir="ltr">${key}</code></dd></div>
<div><dt>${t("authenticator.account")}</dt><dd><bdi>${address}</bdi></dd></div>
<div><dt>${t("authenticator.organisation")}</dt><dd><bdi>${organisation}</bdi></dd></div></dl>
<div class="quiet-line">${copyButton(t, key.replaceAll(" ", ""), t("authenticator.key"))}<a href="${appAddress}">${t("authenticator.this-device")}</a></div></details>`;
}
