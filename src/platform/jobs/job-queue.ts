import type { DatabaseTransaction } from "../database/database.ts";

/** Work to be done soon, kept in the database. A job exists if and only if the transaction that enqueued it is committed. */
export interface JobQueue {
  /** Adds jobs inside the caller's transaction. Payloads are small plain JSON values. */
  enqueue(transaction: DatabaseTransaction, queue: JobQueueName, payloads: readonly object[]): Promise<void>;
}

export type JobQueueName = "send-mail";
