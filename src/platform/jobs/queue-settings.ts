import type { QueueOptions } from "pg-boss";
import type { JobQueueName } from "./job-queue.ts";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How each queue treats its jobs. */
export const queueSettings: Record<JobQueueName, QueueOptions> = {
  // A mail server that is away comes back within hours: pauses of 30 s, 1, 2, 4, ... 128 minutes. The job itself
  // decides when to give up (send-mail-job.ts); the limit here only ends what ended many processes.
  "send-mail": {
    retryLimit: 30,
    retryDelay: 30,
    retryBackoff: true,
    // Longer than the slowest mail server is waited for, so that no two workers hold one mail.
    expireInSeconds: 15 * minute,
    // A worker that stops giving this sign of life is dead, and its jobs go to another.
    heartbeatSeconds: 20,
    // In production without a mail server, mails wait; nothing of them may be lost meanwhile.
    retentionSeconds: 365 * day,
    deleteAfterSeconds: hour,
  },
};

/** How many jobs of a queue one process does at the same time. */
export const jobsAtOnce: Record<JobQueueName, number> = { "send-mail": 20 };
