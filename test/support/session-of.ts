import type { User } from "../../src/domain/directory/rules/user.ts";
import type { FactorHolder } from "../../src/domain/second-factor/rules/factor-holder.ts";
import { addAccount, openBrowserSession } from "../../src/domain/signin/sessions/browser-session.ts";
import type { Machine } from "../../src/platform/machine.ts";

/** A browser in which somebody has proved who they are, the first time. */
export async function sessionOf(machine: Machine, user: User): Promise<FactorHolder> {
  const { session } = await openBrowserSession(machine);
  const { sessionId } = session;
  const { account } = await addAccount(machine, sessionId, {
    identity: {
      issuer: `tenant:${user.tenantId}`,
      subject: user.userId,
      providerKind: "tenant",
      email: user.mail,
    },
    displayName: user.displayName,
    amr: ["pwd"],
  });
  return { sessionId, accountId: account.accountId, user };
}
