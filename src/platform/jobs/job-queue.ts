import type { DatabaseTransaction } from "../database/database.ts";

/** Work to be done soon, kept in the database. A job exists if and only if the transaction that enqueued it is committed. */
export interface JobQueue {
  /**
   * Adds jobs inside the caller's transaction. Payloads are small plain JSON values.
   * Urgent jobs (a person waits for them) overtake the others of their queue.
   */
  enqueue(
    transaction: DatabaseTransaction,
    queue: JobQueueName,
    payloads: readonly object[],
    options?: { readonly urgent?: boolean },
  ): Promise<void>;
}

export type JobQueueName = "send-mail" | "end-sessions" | "send-logout-token" | "read-provider-metadata";

/**
 * Does one job. When it throws, the job is tried again later, with growing pauses; a job may therefore run
 * more than once and must bear it.
 */
export type JobHandler = (payload: unknown) => Promise<void>;

/** A job queue with its connections open. */
export interface RunningJobQueue extends JobQueue {
  /** Has this process do the jobs of a queue; only in a queue opened with `doesWork`. */
  work(queue: JobQueueName, handler: JobHandler): Promise<void>;
  /** Lets running jobs end (or gives them back after `graceSeconds`), then closes the connections. */
  stop(options?: { readonly graceSeconds?: number }): Promise<void>;
}
