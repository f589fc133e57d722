import { type EndSessionsPayload, endSessions } from "../domain/signout/end-sessions-job.ts";
import { sendLogoutToken } from "../domain/signout/send-logout-token-job.ts";
import type { EndedSignIn } from "../domain/signout/tell-applications.ts";
import type { RunningJobQueue } from "../platform/jobs/job-queue.ts";
import type { Machine } from "../platform/machine.ts";

/** Has this node tell applications of sign-ins that are over. */
export async function startSignOutNotices(machine: Machine, jobs: RunningJobQueue): Promise<void> {
  await jobs.work("end-sessions", (payload) => endSessions(machine, payload as EndSessionsPayload));
  await jobs.work("send-logout-token", (payload) => sendLogoutToken(machine, payload as EndedSignIn));
}
