import { html } from "hono/html";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { safeLink } from "../layout/safe-link.ts";
import { words } from "../words/words.ts";

export interface SignedOutView {
  readonly frame: Frame;
  /** The account that was signed out, when it was one. */
  readonly address?: string | undefined;
  readonly signInAgainUrl?: string | undefined;
  /** Where the application wants the person back. */
  readonly continueUrl?: string | undefined;
  /** Addresses by which applications end their own sessions; the policy of the answer must allow them as frames. */
  readonly applicationFrames?: readonly string[] | undefined;
}

/** You are signed out. */
export function signedOutPage(view: SignedOutView): Html {
  const t = words(view.frame.language);
  const again = safeLink(view.signInAgainUrl);
  const next = safeLink(view.continueUrl);
  const frames = (view.applicationFrames ?? []).map(
    (address) => html`<iframe src="${address}" title="" hidden aria-hidden="true"></iframe>`,
  );
  return page(view.frame, {
    title: t("signed-out.title"),
    body: html`<p class="lead">${view.address ? t.rich("signed-out.account", { address: html`<strong>${view.address}</strong>` }) : t("signed-out.all")}</p>
<p>${t("signed-out.close-windows")}</p>
${again && html`<div class="actions"><a class="button secondary" href="${again}">${t("signed-out.again")}</a></div>`}
${next && html`<div class="actions"><a class="button primary" href="${next}">${t("form.continue")}</a></div>`}
${frames}`,
  });
}
