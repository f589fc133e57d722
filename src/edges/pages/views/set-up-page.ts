import { html } from "hono/html";
import { errorOf, errorSummary, passwordField, postForm, textField } from "../layout/form.ts";
import type { FormError, FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface SetUpView extends FormTarget {
  readonly frame: Frame;
  readonly values: {
    readonly organisationName: string;
    readonly initialDomain: string;
    readonly displayName: string;
    readonly email: string;
  };
  readonly errors?: readonly FormError[] | undefined;
}

const fields = ["organisationName", "initialDomain", "displayName", "email", "password"];

/** The first organisation and its administrator. Posts `organisationName`, `initialDomain`, `displayName`, `email` (name before the at sign or whole address), `password`. */
export function setUpPage(view: SetUpView): Html {
  const t = words(view.frame.language);
  const errors = view.errors ?? [];
  const text = (
    name: keyof SetUpView["values"],
    label: string,
    autocomplete: string,
    more: { hint?: string; prose?: boolean; focus?: boolean },
  ): Html =>
    textField({
      name,
      label,
      autocomplete,
      value: view.values[name],
      required: true,
      maxLength: 254,
      error: errorOf(errors, name),
      ...more,
    });
  return page(view.frame, {
    title: t("set-up.title"),
    scripts: ["show-password"],
    body: html`<p class="lead">${t("set-up.lead")}</p>
${errorSummary(t, errors, fields)}
${postForm(
  view,
  html`<fieldset><legend>${t("set-up.organisation")}</legend>
${text("organisationName", t("set-up.organisation-name"), "organization", { prose: true, focus: errors.length === 0 })}
${text("initialDomain", t("set-up.initial-domain"), "off", { hint: t("set-up.initial-domain-hint") })}</fieldset>
<fieldset><legend>${t("set-up.administrator")}</legend>
${text("displayName", t("set-up.your-name"), "name", { prose: true })}
${text("email", t("form.email"), "username", { hint: t("set-up.email-hint") })}
${passwordField(t, { name: "password", label: t("form.password"), hint: t("set-up.password-hint"), autocomplete: "new-password", required: true, error: errorOf(errors, "password") })}</fieldset>
<div class="actions"><button class="primary">${t("set-up.create")}</button></div>`,
)}`,
  });
}
