import type { KyselyPlugin } from "kysely";
import { expect, it } from "vitest";
import { createTenant } from "../../src/domain/directory/create-tenant.ts";
import { mailedCodeIssuer } from "../../src/domain/directory/rules/external-identity.ts";
import { inviteGuest } from "../../src/domain/invitations/invite-guest.ts";
import { redeemInvitation } from "../../src/domain/redemption/redeem-invitation.ts";
import { readStanding } from "../../src/domain/signin/read-standing.ts";
import type { SessionAccount } from "../../src/domain/signin/rules/session-account.ts";
import { testDatabase } from "../support/test-database.ts";
import { accepted, byOperator, testMachine } from "../support/test-machine.ts";

const { database } = await testDatabase();
const machine = testMachine(database);

/** Lets something else be committed between the first look-up and the next. */
function after(firstLookUp: () => Promise<unknown>): KyselyPlugin {
  let lookUps = 0;
  return {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      lookUps += 1;
      if (lookUps === 1) await firstLookUp();
      return result;
    },
  };
}

it("knows a guest who accepts, in another tab, between two of its look-ups", async () => {
  const email = "two-tabs@elsewhere.example";
  const { tenantId } = accepted(
    await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
  );
  const { user } = accepted(
    await inviteGuest(machine, byOperator, {
      tenantId,
      email,
      redirectUrl: "https://app.example/",
      sendMail: false,
    }),
  );
  const identity = { issuer: mailedCodeIssuer, subject: email, providerKind: "email-code", email } as const;
  const account: SessionAccount = {
    ...identity,
    accountId: "account",
    displayName: email,
    amr: ["otp"],
    provider: undefined,
    authenticatedAt: machine.clock(),
    expiresAt: new Date(machine.clock().getTime() + 3600_000),
  };
  const inOtherTab = () =>
    redeemInvitation(machine, byOperator, {
      tenantId,
      userId: user.userId,
      invitationId: undefined,
      identity,
      provenAddresses: [email],
    });
  const interrupted = { ...machine, database: database.withPlugin(after(inOtherTab)) };
  expect(await readStanding(interrupted, account, tenantId)).toMatchObject({
    standing: { kind: "user", user: { userId: user.userId, redemptionState: "accepted" } },
  });
});
