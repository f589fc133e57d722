import { html } from "hono/html";
import { copyButton } from "../layout/copy-button.ts";
import { postForm } from "../layout/form.ts";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { moment } from "../layout/moment.ts";
import { safeLink } from "../layout/safe-link.ts";
import { type PlainMessageKey, type Translator, words } from "../words/words.ts";

export interface InvitationRow {
  readonly id: string;
  readonly address: string;
  readonly displayName?: string | undefined;
  readonly applicationName?: string | undefined;
  /** Only right after it was made: the link is not kept. */
  readonly link?: string | undefined;
  readonly mail: "queued" | "sent" | "failed" | "not-wanted";
  /** Why a mail failed, or what the server said when it took it. */
  readonly mailNote?: string | undefined;
  /** Where the mail can be read, in the demo. */
  readonly mailUrl?: string | undefined;
  readonly state: "pending" | "accepted" | "expired" | "revoked";
  readonly created: Date;
  readonly expires?: Date | undefined;
  readonly mayResend: boolean;
  readonly mayRevoke: boolean;
}

export interface InvitationList {
  readonly rows: readonly InvitationRow[];
  /** Where the buttons of a row are posted to: `invitation=ID` and `do=resend`, `do=new-link` or `do=revoke`. */
  readonly action: string;
  readonly newerUrl?: string | undefined;
  readonly olderUrl?: string | undefined;
}

const mailTexts: Record<InvitationRow["mail"], { readonly mood: string; readonly text: PlainMessageKey }> = {
  queued: { mood: "calm", text: "list.mail-queued" },
  sent: { mood: "good", text: "list.mail-sent" },
  failed: { mood: "bad", text: "list.mail-failed" },
  "not-wanted": { mood: "calm", text: "list.mail-not-wanted" },
};

const stateTexts: Record<InvitationRow["state"], { readonly mood: string; readonly text: PlainMessageKey }> =
  {
    pending: { mood: "calm", text: "list.pending" },
    accepted: { mood: "good", text: "list.accepted" },
    expired: { mood: "calm", text: "list.expired" },
    revoked: { mood: "calm", text: "list.revoked" },
  };

/** The invitations so far, with what became of each. */
export function invitationList(frame: Frame, csrf: string, list: InvitationList): Html {
  const t = words(frame.language);
  const newer = safeLink(list.newerUrl);
  const older = safeLink(list.olderUrl);
  return html`<section aria-labelledby="invitations"><h2 id="invitations">${t("list.title")}</h2>
${
  list.rows.length === 0
    ? html`<p class="empty">${icon("mail")}<span>${t("list.empty")}</span></p>`
    : html`<div class="table-frame" tabindex="0" role="group" aria-labelledby="invitations"><table class="stacking"><thead><tr><th scope="col">${t("list.guest")}</th><th scope="col">${t("list.mail")}</th>
<th scope="col">${t("list.state")}</th><th scope="col">${t("list.dates")}</th><th scope="col"><span class="visually-hidden">${t("list.actions")}</span></th></tr></thead>
<tbody>${list.rows.map((row) => invitationRow(frame, csrf, list.action, row))}</tbody></table></div>`
}
${(newer || older) && html`<nav class="paging" aria-label="${t("list.paging")}">${newer && html`<a class="button secondary" href="${newer}" rel="prev">${t("list.newer")}</a>`}${older && html`<a class="button secondary" href="${older}" rel="next">${t("list.older")}</a>`}</nav>`}</section>`;
}

function invitationRow(frame: Frame, csrf: string, action: string, row: InvitationRow): Html {
  const t = words(frame.language);
  const mail = mailTexts[row.mail];
  const state = stateTexts[row.state];
  const button = (task: string, key: PlainMessageKey & `list.${string}`, look: string): Html =>
    html`<button class="${look}" name="do" value="${task}">${t(key)}<span class="visually-hidden"> ${row.address}</span></button>`;
  return html`<tr ${row.link && html`class="with-link"`}><th scope="row">${row.displayName && html`<bdi>${row.displayName}</bdi><br>`}<span class="${row.displayName ? "row-note" : ""}"><bdi>${row.address}</bdi></span>
${row.applicationName && html`<br><span class="row-note">${t.rich("list.to-application", { application: row.applicationName })}</span>`}</th>
<td data-label="${t("list.mail")}"><span><span class="badge ${mail.mood}">${t(mail.text)}</span>${row.mailNote && html`<br><span class="row-note"><bdi>${row.mailNote}</bdi></span>`}${row.mailUrl && html`<br><a class="row-note" href="${row.mailUrl}">${t("list.see-mailbox")}</a>`}</span></td>
<td data-label="${t("list.state")}"><span class="badge ${state.mood}">${t(state.text)}</span></td>
<td class="dates" data-label="${t("list.dates")}"><span class="row-note">${t.rich("list.created", { when: moment(frame.language, row.created, "day") })}${row.expires && html`<br>${t.rich("list.expires", { when: moment(frame.language, row.expires, "day") })}`}</span></td>
<td class="row-actions">${
    (row.mayResend || row.mayRevoke) &&
    postForm(
      { csrf, action, hidden: { invitation: row.id } },
      html`${row.mayResend && html`${button("resend", "list.resend", "quiet")}${button("new-link", "list.new-link", "quiet")}`}${row.mayRevoke && button("revoke", "list.revoke", "quiet danger")}`,
    )
  }</td></tr>${row.link && linkRow(t, row.address, row.link)}`;
}

/** The link has a row of its own, wide enough to be read. */
function linkRow(t: Translator, address: string, link: string): Html {
  const name = t("list.link-of", { address });
  return html`<tr class="link-row"><td colspan="5"><span class="link-field"><input readonly value="${link}" aria-label="${name}" dir="ltr">${copyButton(t, link, name)}</span></td></tr>`;
}
