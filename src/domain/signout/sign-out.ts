import type { Machine } from "../../platform/machine.ts";
import type { BrowserSession } from "../signin/rules/session-account.ts";
import { endBrowserSession, removeAccounts } from "../signin/sessions/browser-session.ts";
import { tellApplications } from "./tell-applications.ts";

/**
 * Signs accounts out of a browser; the others stay. With everybody the session itself ends, and with it what was
 * begun in other tabs. Applications that want to hear of it are told, whether or not the browser stays.
 */
export async function signOut(
  machine: Machine,
  session: BrowserSession,
  leaving: readonly string[] | "everybody",
): Promise<void> {
  const accountIds = session.accounts
    .map(({ accountId }) => accountId)
    .filter((accountId) => leaving === "everybody" || leaving.includes(accountId));
  const ended = session.applications.filter(({ accountId }) => accountIds.includes(accountId));
  await machine.database.transaction().execute(async (transaction) => {
    if (leaving === "everybody") await endBrowserSession(transaction, session.sessionId);
    else await removeAccounts(transaction, session.sessionId, accountIds);
    await tellApplications(machine, transaction, ended);
  });
}
