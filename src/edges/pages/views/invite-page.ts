import { html } from "hono/html";
import { languageFacts, languages } from "../../../foundation/language.ts";
import { errorOf, errorSummary, postForm, selectField, textArea, textField } from "../layout/form.ts";
import type { FormError, FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";
import { type InvitationList, invitationList } from "./invitation-list.ts";
import { type InvitationPreview, invitationPreview } from "./invitation-preview.ts";
import type { InviteValues } from "./invite-values.ts";

export interface InviteView extends FormTarget {
  /** Of the inviter's organisation. */
  readonly frame: Frame;
  readonly inviter: { readonly displayName: string; readonly address: string };
  readonly values: InviteValues;
  readonly applications: readonly { readonly id: string; readonly displayName: string }[];
  readonly errors?: readonly FormError[] | undefined;
  /** Good news about what was just done. */
  readonly done?: string | undefined;
  /** What will happen, shown instead of the form until it is confirmed or changed. */
  readonly preview?: InvitationPreview | undefined;
  readonly list: InvitationList;
  readonly signOutAction?: string | undefined;
}

const fields = ["addresses", "displayName", "message", "messageLanguage", "applicationId", "lifetimeDays"];

/**
 * Whom to invite, to what, with what words? Posts the fields of `InviteValues` and
 * `step=preview`; the preview posts them again with `step=send`, `step=links` or `step=edit`.
 */
export function invitePage(view: InviteView): Html {
  const t = words(view.frame.language);
  return page(view.frame, {
    title: t("invite.title"),
    wide: true,
    actingAs: {
      address: view.inviter.address,
      signOut: view.signOutAction && { csrf: view.csrf, action: view.signOutAction },
    },
    scripts: ["copy-button"],
    body: html`${view.done && notice("good", view.done)}
${errorSummary(t, view.errors ?? [], fields)}
${view.preview ? invitationPreview(view, view.preview) : inviteForm(view)}
${invitationList(view.frame, view.csrf, view.list)}`,
  });
}

function inviteForm(view: InviteView): Html {
  const t = words(view.frame.language);
  return postForm(
    view,
    html`<div class="columns"><div>
${whomFields(view)}
</div><div>
${howFields(view)}</div></div>
<div class="actions start"><button class="primary" name="step" value="preview">${t("invite.preview")}</button></div>`,
  );
}

/** Whom to invite, and to what. */
function whomFields(view: InviteView): Html {
  const t = words(view.frame.language);
  const { values } = view;
  const errors = view.errors ?? [];
  const applications = [
    { value: "", label: t("invite.my-apps") },
    ...view.applications.map(({ id, displayName }) => ({ value: id, label: displayName })),
  ];
  return html`${textArea(
    {
      name: "addresses",
      label: t("invite.addresses"),
      hint: t("invite.addresses-hint"),
      value: values.addresses,
      autocomplete: "off",
      required: true,
      focus: errors.length === 0 && view.done === undefined,
      error: errorOf(errors, "addresses"),
    },
    4,
  )}
${textField({
  name: "displayName",
  label: t("invite.display-name"),
  hint: t("invite.display-name-hint"),
  value: values.displayName,
  autocomplete: "off",
  prose: true,
  maxLength: 256,
  error: errorOf(errors, "displayName"),
})}
${selectField({ name: "applicationId", label: t("invite.application"), value: values.applicationId, error: errorOf(errors, "applicationId") }, applications)}`;
}

/** With what words, and for how long. */
function howFields(view: InviteView): Html {
  const t = words(view.frame.language);
  const { values } = view;
  const errors = view.errors ?? [];
  return html`${textArea(
    {
      name: "message",
      label: t("invite.message"),
      hint: t("invite.message-hint"),
      value: values.message,
      autocomplete: "off",
      prose: true,
      maxLength: 2000,
      error: errorOf(errors, "message"),
    },
    4,
  )}
<div class="side-by-side">${selectField(
    { name: "messageLanguage", label: t("invite.message-language"), value: values.messageLanguage },
    languages.map((language) => ({ value: language, label: languageFacts[language].ownName })),
  )}
${textField({
  name: "lifetimeDays",
  label: t("invite.lifetime-days"),
  type: "number",
  inputmode: "numeric",
  look: "short",
  value: values.lifetimeDays,
  autocomplete: "off",
  error: errorOf(errors, "lifetimeDays"),
})}</div>`;
}
