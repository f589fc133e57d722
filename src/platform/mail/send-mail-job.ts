import type { Machine } from "../machine.ts";
import type { MailContent, OutgoingMail } from "./mail-content.ts";
import { type ClaimedMailRow, claimMail, recordSetback, settleMail } from "./mail-store.ts";
import type { MailTransport } from "./mail-transport.ts";
import { type FindMailPicture, outgoingPictures } from "./outgoing-pictures.ts";
import type { SendMailPayload } from "./queue-mail.ts";
import { openContent } from "./sealed-content.ts";
import { senderAddress } from "./sender-address.ts";

/** What sending mails needs of the machine. */
export type SendingMachine = Pick<Machine, "clock" | "configuration" | "database" | "log" | "masterKey">;

/** With the growing pauses of the queue these are spread over about four hours. */
const mostAttempts = 10;

/**
 * Sends one mail. When the process dies between the server's yes and our record of it, the mail is sent again under
 * the same Message-ID: once too often rather than never. Throws when the mail is to be tried again later.
 */
export async function sendMail(
  machine: SendingMachine,
  transport: MailTransport,
  findPicture: FindMailPicture,
  { tenantId, mailId }: SendMailPayload,
): Promise<void> {
  const claimed = await claimMail(machine.database, tenantId, mailId);
  if (claimed === undefined || claimed.contentEncrypted === null) return;
  const mail = outgoingMail(machine, mailId, claimed, claimed.contentEncrypted);
  if (mail === "too-late") {
    await settleMail(machine.database, tenantId, mailId, {
      state: "failed",
      failure: "It could not be sent while it was of use.",
    });
    return;
  }

  const { pictures, ...rest } = mail;
  const shown = await outgoingPictures(findPicture, tenantId, { html: mail.html, pictures });
  const sent = await transport.send({ ...rest, ...shown });

  if (sent.ok) {
    await settleMail(machine.database, tenantId, mailId, {
      state: "sent",
      serverAnswer: sent.value.answer,
      sentAt: machine.clock(),
    });
    machine.log.info({ mailId, answer: sent.value.answer }, "a mail was sent");
    return;
  }
  const { code, reason } = sent.refusal;
  if (code === "refused-for-good" || claimed.attempts >= mostAttempts) {
    await settleMail(machine.database, tenantId, mailId, { state: "failed", failure: reason });
    machine.log.warn({ mailId, attempts: claimed.attempts, reason }, "a mail could not be sent");
    return;
  }
  await recordSetback(machine.database, tenantId, mailId, reason);
  throw new Error(reason);
}

/** Content as it comes back from storage, where moments are text. */
type StoredContent = Omit<MailContent, "notAfter"> & { readonly notAfter?: string };

function outgoingMail(
  machine: SendingMachine,
  mailId: string,
  row: ClaimedMailRow,
  sealed: Buffer,
): (Omit<OutgoingMail, "pictures"> & Pick<MailContent, "pictures">) | "too-late" {
  const { notAfter, ...content } = openContent<StoredContent>(machine.masterKey, sealed);
  if (notAfter !== undefined && machine.clock() > new Date(notAfter)) return "too-late";
  return {
    mailId,
    messageId: row.messageId,
    from: { name: content.fromName, address: senderAddress(machine.configuration.mailFrom) },
    date: row.createdAt,
    fromName: content.fromName,
    to: content.to,
    cc: content.cc ?? [],
    replyTo: content.replyTo,
    subject: content.subject,
    html: content.html,
    text: content.text,
    language: content.language,
    pictures: content.pictures,
  };
}
