import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import { findApplicationInTenant } from "../applications/find-application.ts";
import type { SessionApplication } from "../signin/rules/session-account.ts";

/** A sign-in to an application that is over. */
export type EndedSignIn = SessionApplication;

/** Has applications told that sign-ins to them are over, as far as they want to hear it; after the commit. */
export async function tellApplications(
  machine: Machine,
  transaction: DatabaseTransaction,
  ended: readonly EndedSignIn[],
): Promise<void> {
  const wanted = await Promise.all(
    ended.map(async (signIn) => {
      const { tenantId, applicationId } = signIn;
      const client = await findApplicationInTenant(transaction, tenantId, applicationId);
      return client?.application.backChannelLogoutUrl === undefined ? [] : [signIn];
    }),
  );
  const payloads = wanted.flat();
  if (payloads.length > 0) await machine.jobs.enqueue(transaction, "send-logout-token", payloads);
}
