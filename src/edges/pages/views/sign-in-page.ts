import { html } from "hono/html";
import type { FederatedProviderKind } from "../../../domain/directory/rules/external-identity.ts";
import { brandMark } from "../layout/brand-marks.ts";
import { postForm, textField } from "../layout/form.ts";
import type { FormError, FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { safeLink } from "../layout/safe-link.ts";
import { type Translator, wordsOf } from "../words/words.ts";

export interface SignInView extends FormTarget {
  readonly frame: Frame;
  readonly application?: NamedApplication | undefined;
  /** Typed before, or hinted by the application. */
  readonly email?: string | undefined;
  readonly error?: FormError | undefined;
  readonly createAccountUrl?: string | undefined;
  /** The person wants an account; then this is where those go who have one. */
  readonly haveAccountUrl?: string | undefined;
  /** Identity providers to go to by name. */
  readonly providers?: readonly OfferedProvider[] | undefined;
  /** Whether they stand above the question for the address. */
  readonly providersFirst?: boolean | undefined;
}

export interface OfferedProvider {
  readonly kind: FederatedProviderKind;
  readonly displayName: string;
  readonly url: string;
}

/** Who are you? Posts `email`. */
export function signInPage(view: SignInView): Html {
  const t = wordsOf(view.frame);
  const createAccount = safeLink(view.createAccountUrl);
  const haveAccount = safeLink(view.haveAccountUrl);
  const isSecond = view.providersFirst === true && (view.providers ?? []).length > 0;
  return page(view.frame, {
    title: haveAccount ? t("sign-up.title") : t("sign-in.title"),
    typedForm: view.action,
    body: html`${
      view.application
        ? html`<p class="lead">${t.rich("sign-in.to-application", { application: html`<strong>${view.application.displayName}</strong>` })}</p>`
        : !haveAccount && html`<p class="lead">${t("sign-in.lead")}</p>`
    }${haveAccount && html`<p class="lead">${t("sign-up.lead")}</p>`}
${view.error && view.error.field !== "email" && notice("bad", view.error.text)}
${view.providersFirst && providerLinks(view, t)}
${postForm(
  { ...view, keepsTyped: true },
  html`${textField({
    name: "email",
    label: t("form.email"),
    type: "email",
    value: view.email,
    autocomplete: "username",
    inputmode: "email",
    required: true,
    focus: !isSecond,
    maxLength: 254,
    placeholder: view.frame.brand?.userNameHint,
    error: view.error?.field === "email" ? view.error.text : undefined,
  })}
<div class="actions"><button class="primary">${t("form.next")}</button></div>`,
)}
${!view.providersFirst && providerLinks(view, t)}
${haveAccount && html`<p class="quiet-line">${t("sign-up.have-account")} <a href="${haveAccount}">${t("sign-in.title")}</a></p>`}
${createAccount && html`<p class="quiet-line">${t("sign-in.no-account")} <a href="${createAccount}">${t("sign-in.create-account")}</a></p>`}
${signInText(view.frame)}`,
  });
}

/** Beside the address: whose account will do as well. Links, because no form may be answered by leading elsewhere. */
function providerLinks({ providers = [], providersFirst }: SignInView, t: Translator): Html | undefined {
  if (providers.length === 0) return undefined;
  const links = html`<div class="actions">${providers.map(
    ({ kind, displayName, url }) =>
      html`<a class="button secondary" href="${url}">${brandMark(kind)}${t("sign-up.with-provider", { provider: displayName })}</a>`,
  )}</div>`;
  const divider = html`<p class="quiet-line">${t("sign-up.or")}</p>`;
  return html`<div class="other-ways">${providersFirst ? [links, divider] : [divider, links]}</div>`;
}

/** The organisation's own words below the question, line by line. */
function signInText({ brand }: Frame): Html | undefined {
  if (brand?.signInText === undefined) return undefined;
  const lines = brand.signInText.trim().split(/\r\n|\r|\n/);
  return html`<p class="sign-in-text" dir="auto">${lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>`;
}
