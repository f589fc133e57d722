import type { MailId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../database/database.ts";
import { countOpenMails, selectMailStates } from "./mail-store.ts";

/** Where a mail stands. */
export interface MailState {
  readonly state: "queued" | "sent" | "failed";
  readonly attempts: number;
  /** What the mail server said when it took the mail. */
  readonly serverAnswer: string | undefined;
  /** Why the mail failed or, while it is queued, why the latest attempt did not succeed. */
  readonly failure: string | undefined;
  readonly queuedAt: Date;
  readonly sentAt: Date | undefined;
}

/** Where some mails of a tenant stand; a mail that is not there is missing from the answer. */
export async function mailStates(
  handle: DatabaseHandle,
  tenantId: TenantId,
  mailIds: readonly MailId[],
): Promise<Map<MailId, MailState>> {
  if (mailIds.length === 0) return new Map();
  const rows = await selectMailStates(handle, tenantId, mailIds);
  return new Map(
    rows.map((row) => [
      row.mailId,
      {
        state: row.state,
        attempts: row.attempts,
        serverAnswer: row.serverAnswer ?? undefined,
        failure: row.failure ?? undefined,
        queuedAt: row.createdAt,
        sentAt: row.sentAt ?? undefined,
      },
    ]),
  );
}

/** The mails of the whole deployment that have not gone out. */
export interface MailBacklog {
  readonly queued: number;
  readonly failed: number;
  readonly oldestQueuedAt: Date | undefined;
}

/** Counts the mails that wait and those that failed. */
export function mailBacklog(handle: DatabaseHandle): Promise<MailBacklog> {
  return countOpenMails(handle);
}
