import { html } from "hono/html";
import type { MailboxMessage } from "../../../platform/mail/read-mailbox.ts";
import { textField } from "../layout/form.ts";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { moment } from "../layout/moment.ts";
import { page } from "../layout/page.ts";
import { type Translator, words } from "../words/words.ts";

export interface MailboxView {
  readonly frame: Frame;
  /** What is looked for in the addresses of recipients; empty: everything. */
  readonly to: string;
  readonly messages: readonly MailboxMessage[];
}

/** All mails of the demo, newest first. */
export function mailboxPage(view: MailboxView): Html {
  const t = words(view.frame.language);
  return page(view.frame, {
    title: t("mailbox.title"),
    wide: true,
    headExtra: html`<link rel="stylesheet" href="/static/mailbox.css">`,
    body: html`<p class="lead">${t("mailbox.lead")}</p>
<form method="get" action="/mailbox" role="search" class="mailbox-search">
${textField({ name: "to", label: t("mailbox.recipient"), hint: t("mailbox.recipient-hint"), value: view.to, autocomplete: "off", inputmode: "email" })}
<div class="actions"><button class="secondary">${t("mailbox.search")}</button>${view.to ? html`<a class="quiet button" href="/mailbox">${t("mailbox.show-all")}</a>` : html`<a class="quiet button" href="/mailbox">${icon("refresh-cw")}<span>${t("mailbox.look-again")}</span></a>`}</div>
</form>
${view.messages.length === 0 ? nothing(t, view.to) : messageRows(t, view)}`,
  });
}

function nothing(t: Translator, to: string): Html {
  return html`<p class="empty">${icon("inbox")}<span>${to === "" ? t("mailbox.none") : t.rich("mailbox.none-found", { address: to })}</span></p>`;
}

function messageRows(t: Translator, { frame, messages }: MailboxView): Html {
  return html`<ul class="rows" aria-label="${t("mailbox.list")}">${messages.map(
    (message) => html`<li class="row"><a class="row-main" href="/mailbox/messages/${message.id}">
<span class="row-words"><span class="row-title"><bdi>${message.subject}</bdi></span>
<span class="row-note">${t("mailbox.to")} <bdi>${[...message.to, ...message.cc].join(", ")}</bdi> · ${moment(frame.language, message.receivedAt, "date-time")}</span></span>${icon("chevron-right")}</a></li>`,
  )}</ul>`;
}
