import type { Machine } from "../machine.ts";
import {
  deleteMailboxMessages,
  type MailboxRow,
  selectMailboxMessage,
  selectMailboxMessages,
} from "./mailbox-store.ts";
import type { MailboxContent } from "./mailbox-transport.ts";
import { openContent } from "./sealed-content.ts";

/** A mail in the built-in mailbox. */
export interface MailboxMessage extends MailboxContent {
  readonly id: string;
  readonly receivedAt: Date;
  /** Where the links of the HTML part lead, each once, in order. */
  readonly links: readonly string[];
}

type ReadingMachine = Pick<Machine, "database" | "masterKey">;

/** The newest mails of the mailbox, at most 200; with `recipient`, those to addresses that contain it. */
export async function listMailbox(
  machine: ReadingMachine,
  recipient: { readonly text: string; readonly whole: boolean } | undefined,
): Promise<MailboxMessage[]> {
  const rows = await selectMailboxMessages(machine.database, recipient, 200);
  return rows.map((row) => openMessage(machine, row));
}

/** One mail of the mailbox. */
export async function findInMailbox(
  machine: ReadingMachine,
  id: string,
): Promise<MailboxMessage | undefined> {
  const row = await selectMailboxMessage(machine.database, id);
  return row && openMessage(machine, row);
}

/** Empties the mailbox. */
export async function clearMailbox(machine: ReadingMachine): Promise<void> {
  await deleteMailboxMessages(machine.database);
}

function openMessage(machine: ReadingMachine, row: MailboxRow): MailboxMessage {
  const content = openContent<MailboxContent>(machine.masterKey, row.contentEncrypted);
  // A mail kept by an earlier release says nothing of pictures.
  const { pictures = [] } = content as Partial<MailboxContent>;
  return {
    ...content,
    pictures,
    id: row.messageId,
    receivedAt: row.receivedAt,
    links: linksOf(content.html),
  };
}

function linksOf(html: string): string[] {
  const targets = [...html.matchAll(/<a\s[^>]*?href="(https?:[^"]*)"/gi)].map((match) => match[1] ?? "");
  return [...new Set(targets.map(withoutEntities))];
}

/** Our own mails escape with numbers alone; `&amp;` is what anybody else would write. */
function withoutEntities(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
    .replaceAll("&amp;", "&");
}
