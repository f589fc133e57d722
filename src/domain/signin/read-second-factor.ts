import type { Machine } from "../../platform/machine.ts";
import { findSecondFactorStanding } from "../second-factor/find-second-factor-standing.ts";
import type { SecondFactorStanding } from "../second-factor/rules/second-factor-standing.ts";
import type { AccountStanding } from "./rules/account-standing.ts";
import type { BrowserSession } from "./rules/session-account.ts";

/** How an account of a browser's session that is a user of a tenant stands to their second factor there. */
export async function readSecondFactor(
  { database, clock }: Machine,
  { sessionId }: BrowserSession,
  { account, standing }: AccountStanding,
): Promise<SecondFactorStanding | undefined> {
  if (standing.kind !== "user") return undefined;
  const { tenantId, userId } = standing.user;
  const { accountId } = account;
  return findSecondFactorStanding(database, { sessionId, accountId, tenantId, userId, now: clock() });
}
