import { parseEmailAddress } from "../../foundation/email-address.ts";
import type { MailId, TenantId } from "../../foundation/identifiers.ts";
import { newOrderedIdentifier } from "../../foundation/new-identifier.ts";
import type { DatabaseTransaction } from "../database/database.ts";
import type { Machine } from "../machine.ts";
import { headerText } from "./header-text.ts";
import type { MailContent, MailPerson } from "./mail-content.ts";
import { insertMails } from "./mail-store.ts";
import { sealContent } from "./sealed-content.ts";
import { senderDomain } from "./sender-address.ts";

export type MailPurpose = "invitation" | "one-time-code" | "sign-up-approval" | "second-factor";

export interface MailToQueue {
  readonly tenantId: TenantId;
  readonly purpose: MailPurpose;
  readonly content: MailContent;
  /** Given when the caller stores the id elsewhere in the same transaction. */
  readonly mailId?: MailId;
}

/** The payload of a `send-mail` job. */
export interface SendMailPayload {
  readonly tenantId: TenantId;
  readonly mailId: MailId;
}

type QueueingMachine = Pick<Machine, "clock" | "configuration" | "jobs" | "masterKey">;

/** Has a mail sent if and when the transaction is committed. */
export async function queueMail(
  machine: QueueingMachine,
  transaction: DatabaseTransaction,
  mail: MailToQueue,
): Promise<MailId> {
  const [mailId] = await queueMails(machine, transaction, [mail]);
  return mailId as MailId;
}

/** Rows written by one statement: PostgreSQL takes at most 65535 parameters. */
const rowsAtOnce = 500;

/** Has several mails sent if and when the transaction is committed; the ids are in the order of the mails. */
export async function queueMails(
  machine: QueueingMachine,
  transaction: DatabaseTransaction,
  mails: readonly MailToQueue[],
): Promise<MailId[]> {
  const mailIds: MailId[] = [];
  for (let start = 0; start < mails.length; start += rowsAtOnce) {
    const rows = mails.slice(start, start + rowsAtOnce).map((mail) => mailRow(machine, mail));
    await insertMails(transaction, rows);
    for (const isUrgent of [true, false]) {
      const payloads = rows
        .filter((row) => (row.purpose === "one-time-code") === isUrgent)
        .map(sendMailPayload);
      if (payloads.length > 0)
        await machine.jobs.enqueue(transaction, "send-mail", payloads, { urgent: isUrgent });
    }
    mailIds.push(...rows.map((row) => row.mailId));
  }
  return mailIds;
}

function mailRow(machine: QueueingMachine, mail: MailToQueue) {
  const now = machine.clock();
  const mailId = mail.mailId ?? newOrderedIdentifier<MailId>(now);
  const content = safeContent(mail.content);
  return {
    tenantId: mail.tenantId,
    mailId,
    purpose: mail.purpose,
    // Fixed here, once and for all: a mail that is sent twice after a crash is recognised as one.
    messageId: `<${mailId}@${senderDomain(machine.configuration.mailFrom)}>`,
    recipients: [content.to, ...(content.cc ?? [])].map((person) => person.address),
    contentEncrypted: sealContent(machine.masterKey, content),
    state: "queued" as const,
    createdAt: now,
  };
}

function sendMailPayload(row: SendMailPayload): SendMailPayload {
  return { tenantId: row.tenantId, mailId: row.mailId };
}

/** Refuses what is no address, and keeps every name and the subject to one line. */
function safeContent(content: MailContent): MailContent {
  return {
    ...content,
    fromName: headerText(content.fromName),
    subject: headerText(content.subject),
    to: safePerson(content.to),
    cc: content.cc?.map(safePerson),
    replyTo: content.replyTo && safePerson(content.replyTo),
  };
}

function safePerson(person: MailPerson): MailPerson {
  const address = parseEmailAddress(person.address);
  if (address === undefined)
    throw new Error("a mail was addressed to something that is not an e-mail address");
  return person.name === undefined ? { address } : { address, name: headerText(person.name) };
}
