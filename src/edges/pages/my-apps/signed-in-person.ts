import type { Context } from "hono";
import { isDemandMet } from "../../../domain/conditional-access/rules/access-demand.ts";
import { findTenant, findTenantByName } from "../../../domain/directory/find-tenant.ts";
import { homeTenantOfIssuer } from "../../../domain/directory/rules/external-identity.ts";
import type { Tenant } from "../../../domain/directory/rules/tenant.ts";
import type { User } from "../../../domain/directory/rules/user.ts";
import { readDemand } from "../../../domain/signin/read-demand.ts";
import { readSecondFactor } from "../../../domain/signin/read-second-factor.ts";
import { readStanding } from "../../../domain/signin/read-standing.ts";
import { isFresh } from "../../../domain/signin/rules/account-standing.ts";
import type { BrowserSession, SessionAccount } from "../../../domain/signin/rules/session-account.ts";
import { startTransaction } from "../../../domain/signin/sign-in-transaction.ts";
import type { Machine } from "../../../platform/machine.ts";
import { ensureBrowser } from "../../shared/browser.ts";

/** Who looks at one of our own pages, in which organisation. */
export interface SignedInPerson {
  readonly session: BrowserSession;
  readonly account: SessionAccount;
  readonly tenant: Tenant;
  readonly user: User;
}

/**
 * The person signed in to the organisation that the address names (`?tenant=`), else to their own. Somebody who is
 * not signed in is sent through sign-in and comes back; the answer is then the redirect.
 */
export async function requirePerson(c: Context, machine: Machine): Promise<SignedInPerson | Response> {
  const session = await ensureBrowser(c, machine);
  const asked = c.req.query("tenant");
  const url = new URL(c.req.url);
  const path = `${url.pathname}${url.search}`;
  const askedTenant = asked ? await findTenantByName(machine.database, asked) : undefined;
  for (const account of session.accounts) {
    const homeTenantId = homeTenantOfIssuer(account.issuer);
    const tenant = askedTenant ?? (homeTenantId && (await findTenant(machine.database, homeTenantId)));
    if (!tenant) continue;
    const standing = await readStanding(machine, account, tenant.tenantId);
    if (standing?.standing.kind !== "user") continue;
    const { user } = standing.standing;
    if (!user.accountEnabled || user.mustChangePassword) continue;
    const now = machine.clock();
    if (
      !isFresh(standing, {
        now,
        startedAt: now,
        login: false,
        maxAgeSeconds: undefined,
        provenSince: undefined,
      })
    )
      continue;
    const { tenantId } = tenant;
    const purpose = { kind: "visit", tenantId, path } as const;
    const secondFactor = await readSecondFactor(machine, session, standing);
    const decision = await readDemand(machine, purpose, session, standing, secondFactor);
    if (!isDemandMet(decision?.demand)) {
      // The journey asks this very account for what the policies demand, or tells it that it cannot come in.
      const { accountId } = account;
      const transactionId = await startTransaction(machine, session.sessionId, purpose, { accountId });
      return c.redirect(`/signin/${transactionId}`, 303);
    }
    return { session, account, tenant, user };
  }
  const transactionId = await startTransaction(
    machine,
    session.sessionId,
    { kind: "visit", tenantId: askedTenant?.tenantId, path },
    // Signed in as somebody who has nothing to see here: ask who else, instead of coming straight back.
    session.accounts.length > 0 ? { useAnother: true } : {},
  );
  return c.redirect(`/signin/${transactionId}`, 303);
}

/** What the person is called on a page. */
export function addressOfPerson({ account, user }: SignedInPerson): string {
  return account.email ?? user.userPrincipalName;
}

/** The person as who does something in the organisation. */
export function actorOf({ user: { userId, displayName, mail } }: SignedInPerson) {
  return { kind: "user", userId, displayName, email: mail } as const;
}
