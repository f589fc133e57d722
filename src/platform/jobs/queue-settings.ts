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
  // Work in the database alone: it fails only while the database does.
  "end-sessions": {
    retryLimit: 30,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 5 * minute,
    heartbeatSeconds: 20,
    retentionSeconds: 30 * day,
    deleteAfterSeconds: hour,
  },
  // An application that is away gets pauses of 10, 20, 40, ... seconds, for about three hours; news of a sign-out is
  // worth little later.
  "send-logout-token": {
    retryLimit: 10,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: 2 * minute,
    heartbeatSeconds: 20,
    retentionSeconds: day,
    deleteAfterSeconds: hour,
  },
  // A partner that is away is asked again for half an hour, and then once a day.
  "read-provider-metadata": {
    retryLimit: 3,
    retryDelay: 4 * minute,
    retryBackoff: true,
    expireInSeconds: 2 * minute,
    heartbeatSeconds: 20,
    retentionSeconds: day,
    deleteAfterSeconds: hour,
  },
};

/** How many jobs of a queue one process does at the same time. */
export const jobsAtOnce: Record<JobQueueName, number> = {
  "send-mail": 20,
  "end-sessions": 4,
  "send-logout-token": 20,
  "read-provider-metadata": 4,
};

/** How often a worker looks for jobs that another process added; those of its own it hears of at once. */
export const pollSeconds: Record<JobQueueName, number> = {
  "send-mail": 0.5,
  "end-sessions": 2,
  "send-logout-token": 2,
  "read-provider-metadata": 10,
};
