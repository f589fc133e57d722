import type { UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findUser } from "../directory/find-user.ts";
import { homeTenantOfIssuer } from "../directory/rules/external-identity.ts";
import type { BrowserSession, SessionAccount, SessionApplication } from "../signin/rules/session-account.ts";
import { signInName } from "../tokens/rules/person-claims.ts";
import type { SignedInAccount } from "./rules/signed-in-account.ts";

/** The accounts of a browser session with the names applications know them by. */
export function listSignedInAccounts(machine: Machine, session: BrowserSession): Promise<SignedInAccount[]> {
  return Promise.all(
    session.accounts.map(async (account) => {
      const { accountId, displayName, subject } = account;
      const applications = session.applications.filter((used) => used.accountId === accountId);
      return {
        accountId,
        displayName,
        address: account.email ?? subject,
        names: await namesOf(machine, account, applications),
        applications,
      };
    }),
  );
}

async function namesOf(
  machine: Machine,
  account: SessionAccount,
  applications: readonly SessionApplication[],
): Promise<string[]> {
  const homeTenantId = homeTenantOfIssuer(account.issuer);
  const places = [
    ...(homeTenantId ? [{ tenantId: homeTenantId, userId: account.subject as UserId }] : []),
    ...applications,
  ];
  const users = await Promise.all(
    places.map(({ tenantId, userId }) => findUser(machine.database, tenantId, userId)),
  );
  const names = users.flatMap((user) => (user ? [signInName(user), user.userPrincipalName] : []));
  return [...new Set([account.email, ...names].flatMap((name) => (name ? [name.toLowerCase()] : [])))];
}
