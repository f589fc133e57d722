import { html } from "hono/html";
import type { MailboxMessage } from "../../../platform/mail/read-mailbox.ts";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { moment } from "../layout/moment.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface MailboxMessageView {
  readonly frame: Frame;
  readonly message: MailboxMessage;
}

/** One mail: its headers, as a mail program shows it, and as plain text. */
export function mailboxMessagePage({ frame, message }: MailboxMessageView): Html {
  const t = words(frame.language);
  return page(frame, {
    title: message.subject,
    heading: html`<bdi>${message.subject}</bdi>`,
    wide: true,
    headExtra: html`<link rel="stylesheet" href="/static/mailbox.css">`,
    body: html`<p class="fine"><a href="/mailbox">${t("mailbox.all-mails")}</a> · ${t("mailbox.received")} ${moment(frame.language, message.receivedAt, "date-time")}</p>
<details class="mail-headers"><summary>${t("mailbox.headers")}: <bdi>${[...message.to, ...message.cc].join(", ")}</bdi></summary>
<dl class="facts">${message.headers.map(([name, value]) => html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl></details>
<h2>${t("mailbox.rendered")}</h2>
<iframe class="mail" title="${t("mailbox.rendered")}" src="/mailbox/messages/${message.id}/content"
sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>
<h2>${t("mailbox.plain-text")}</h2>
<pre class="verbatim" dir="auto" tabindex="0">${message.text}</pre>`,
  });
}
