import { accept } from "../../foundation/result.ts";
import type { Machine } from "../machine.ts";
import type { MailPerson, OutgoingMail } from "./mail-content.ts";
import { extraHeaders } from "./mail-headers.ts";
import type { MailTransport } from "./mail-transport.ts";
import { putMailboxMessage } from "./mailbox-store.ts";
import { sealContent } from "./sealed-content.ts";

/** A mail as the built-in mailbox keeps it. */
export interface MailboxContent {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly pictures: readonly MailboxPicture[];
}

/** A picture within a mail, its bytes in base64. */
export interface MailboxPicture {
  readonly contentId: string;
  readonly mediaType: string;
  readonly base64: string;
}

/** Delivers into the built-in mailbox. Demo mode only: whoever opens the mailbox can read every mail. */
export function mailboxTransport(
  machine: Pick<Machine, "clock" | "configuration" | "database" | "masterKey">,
): MailTransport {
  if (machine.configuration.mode !== "demo") throw new Error("the built-in mailbox exists in demo mode only");
  return {
    async send(mail) {
      const recipients = [mail.to, ...mail.cc].map((person) => person.address.toLowerCase());
      await putMailboxMessage(machine.database, {
        messageId: mail.mailId,
        receivedAt: machine.clock(),
        recipients,
        contentEncrypted: sealContent(machine.masterKey, mailboxContent(mail)),
      });
      return accept({ answer: "250 kept in the built-in mailbox" });
    },
    async close() {},
  };
}

function mailboxContent(mail: OutgoingMail): MailboxContent {
  const to = [written(mail.to)];
  const cc = mail.cc.map(written);
  const headers: [string, string][] = [
    ["From", written(mail.from)],
    ["To", to.join(", ")],
    ...(cc.length > 0 ? ([["Cc", cc.join(", ")]] as [string, string][]) : []),
    ...(mail.replyTo ? ([["Reply-To", written(mail.replyTo)]] as [string, string][]) : []),
    ["Subject", mail.subject],
    ["Date", mail.date.toUTCString()],
    ["Message-ID", mail.messageId],
    ...Object.entries(extraHeaders(mail)),
  ];
  return {
    from: written(mail.from),
    to: [mail.to.address],
    cc: mail.cc.map((person) => person.address),
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers,
    pictures: mail.pictures.map(({ contentId, mediaType, content }) => ({
      contentId,
      mediaType,
      base64: content.toString("base64"),
    })),
  };
}

function written(person: MailPerson): string {
  return person.name ? `${person.name} <${person.address}>` : person.address;
}
