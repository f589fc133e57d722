import type { Insertable, Selectable } from "kysely";
import type { MailId, TenantId } from "../../foundation/identifiers.ts";
import type { Database, DatabaseHandle, DatabaseTransaction } from "../database/database.ts";
import type { MailTable } from "../database/schema/invitation-tables.ts";

/** Adds mails to be sent. */
export async function insertMails(
  transaction: DatabaseTransaction,
  rows: readonly Insertable<MailTable>[],
): Promise<void> {
  await transaction.insertInto("mail").values(rows).execute();
}

export type ClaimedMailRow = Pick<
  Selectable<MailTable>,
  "messageId" | "contentEncrypted" | "attempts" | "createdAt"
>;

/** Counts one more attempt at a mail that is still to be sent; undefined when it is settled already. */
export async function claimMail(
  database: Database,
  tenantId: TenantId,
  mailId: MailId,
): Promise<ClaimedMailRow | undefined> {
  return await database
    .updateTable("mail")
    .set((expression) => ({ attempts: expression("attempts", "+", 1) }))
    .where("tenantId", "=", tenantId)
    .where("mailId", "=", mailId)
    .where("state", "=", "queued")
    .returning(["messageId", "contentEncrypted", "attempts", "createdAt"])
    .executeTakeFirst();
}

/** Records how a mail ended, and erases what it said: links and codes are kept no longer than needed. */
export async function settleMail(
  database: Database,
  tenantId: TenantId,
  mailId: MailId,
  end:
    | { readonly state: "sent"; readonly serverAnswer: string; readonly sentAt: Date }
    | { readonly state: "failed"; readonly failure: string },
): Promise<void> {
  await database
    .updateTable("mail")
    .set({ ...end, contentEncrypted: null })
    .where("tenantId", "=", tenantId)
    .where("mailId", "=", mailId)
    .where("state", "=", "queued")
    .execute();
}

/** Keeps why the latest attempt did not succeed, while the mail is still to be sent. */
export async function recordSetback(
  database: Database,
  tenantId: TenantId,
  mailId: MailId,
  failure: string,
): Promise<void> {
  await database
    .updateTable("mail")
    .set({ failure })
    .where("tenantId", "=", tenantId)
    .where("mailId", "=", mailId)
    .where("state", "=", "queued")
    .execute();
}

export type MailStateRow = Pick<
  Selectable<MailTable>,
  "mailId" | "state" | "attempts" | "serverAnswer" | "failure" | "createdAt" | "sentAt"
>;

/** The state of some mails of a tenant. */
export async function selectMailStates(
  handle: DatabaseHandle,
  tenantId: TenantId,
  mailIds: readonly MailId[],
): Promise<MailStateRow[]> {
  return await handle
    .selectFrom("mail")
    .select(["mailId", "state", "attempts", "serverAnswer", "failure", "createdAt", "sentAt"])
    .where("tenantId", "=", tenantId)
    .where("mailId", "in", mailIds)
    .execute();
}

/** How many mails of all tenants are still to be sent, since when, and how many have failed. */
export async function countOpenMails(
  handle: DatabaseHandle,
): Promise<{ readonly queued: number; readonly failed: number; readonly oldestQueuedAt: Date | undefined }> {
  const rows = await handle
    .selectFrom("mail")
    .select(({ fn }) => ["state", fn.countAll<string>().as("count"), fn.min("createdAt").as("oldest")])
    .where("state", "in", ["queued", "failed"])
    .groupBy("state")
    .execute();
  const queued = rows.find((row) => row.state === "queued");
  const failed = rows.find((row) => row.state === "failed");
  return {
    queued: Number(queued?.count ?? 0),
    failed: Number(failed?.count ?? 0),
    oldestQueuedAt: queued?.oldest ?? undefined,
  };
}
