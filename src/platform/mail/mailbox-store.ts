import { sql } from "kysely";
import type { Database } from "../database/database.ts";

export interface MailboxRow {
  readonly messageId: string;
  readonly receivedAt: Date;
  readonly recipients: string[];
  readonly contentEncrypted: Buffer;
}

/** Puts a mail into the mailbox; the same mail arriving again replaces itself. */
export async function putMailboxMessage(database: Database, row: MailboxRow): Promise<void> {
  await database
    .insertInto("mailboxMessage")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("messageId").doUpdateSet({ contentEncrypted: row.contentEncrypted }),
    )
    .execute();
}

/** The newest mails, all or those to a recipient: a whole address, or addresses that contain a text. */
export async function selectMailboxMessages(
  database: Database,
  recipient: { readonly text: string; readonly whole: boolean } | undefined,
  limit: number,
): Promise<MailboxRow[]> {
  let query = database.selectFrom("mailboxMessage").selectAll();
  if (recipient?.whole) query = query.where(sql<boolean>`${recipient.text.toLowerCase()} = any(recipients)`);
  else if (recipient)
    query = query.where(
      sql<boolean>`exists (select from unnest(recipients) as one where strpos(one, ${recipient.text.toLowerCase()}) > 0)`,
    );
  return await query.orderBy("receivedAt", "desc").orderBy("messageId", "desc").limit(limit).execute();
}

/** One mail of the mailbox. */
export async function selectMailboxMessage(
  database: Database,
  messageId: string,
): Promise<MailboxRow | undefined> {
  return await database
    .selectFrom("mailboxMessage")
    .selectAll()
    .where("messageId", "=", messageId)
    .executeTakeFirst();
}

/** Empties the mailbox. */
export async function deleteMailboxMessages(database: Database): Promise<void> {
  await database.deleteFrom("mailboxMessage").execute();
}
