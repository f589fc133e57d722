import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { InvitationId } from "../../foundation/identifiers.ts";
import { createTenant } from "../directory/create-tenant.ts";
import type { Tenant } from "../directory/rules/tenant.ts";
import { inviteGuest } from "../invitations/invite-guest.ts";
import type { InvitedGuest } from "../invitations/record-invitations.ts";
import { revokeInvitation } from "../invitations/revoke-invitation.ts";
import { redeemInvitation } from "./redeem-invitation.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
let tenant: Tenant;
let made = 0;

beforeAll(async () => {
  tenant = accepted(await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }));
});

async function invited(
  more: { email?: string; userId?: string; resetRedemption?: boolean; lifetimeDays?: number } = {},
) {
  made += 1;
  const request = {
    email: `g${made}@fabrikam.example`,
    redirectUrl: "https://app.example/",
    sendMail: false,
  };
  return accepted(await inviteGuest(machine, byOperator, { tenantId: tenant.tenantId, ...request, ...more }));
}

function redeem(guest: InvitedGuest, invitationId: InvitationId | undefined) {
  const { email } = guest.invitation;
  return redeemInvitation(machine, byOperator, {
    tenantId: tenant.tenantId,
    userId: guest.user.userId,
    invitationId,
    identity: { issuer: "mail", subject: email, providerKind: "email-code", email },
    provenAddresses: [email],
  });
}

describe("accepting without the link", () => {
  it("works while an invitation is open", async () => {
    expect(accepted(await redeem(await invited(), undefined)).redemptionState).toBe("accepted");
  });

  it("is no way around a revoked invitation", async () => {
    const guest = await invited();
    const { invitationId } = guest.invitation;
    await revokeInvitation(machine, byOperator, { tenantId: tenant.tenantId, invitationId });
    for (const way of [undefined, invitationId])
      expect(await redeem(guest, way)).toMatchObject({ refusal: { code: "invitation-revoked" } });
  });

  it("is no way around an expired invitation, until there is a fresh one", async () => {
    const guest = await invited({ lifetimeDays: 1 });
    const start = machine.clock();
    machine.setClock(new Date(start.getTime() + 2 * 24 * 60 * 60 * 1000));
    expect(await redeem(guest, undefined)).toMatchObject({ refusal: { code: "invitation-expired" } });
    await invited({ email: guest.invitation.email });
    expect((await redeem(guest, undefined)).ok).toBe(true);
    machine.setClock(start);
  });
});

describe("accepting after a reset", () => {
  it("does not work by the link of the earlier acceptance once the new invitation is revoked", async () => {
    const guest = await invited();
    const first = guest.invitation.invitationId;
    accepted(await redeem(guest, first));
    const { email } = guest.invitation;
    // Which of two invitations is the newer one must not be left to chance.
    machine.setClock(new Date(machine.clock().getTime() + 1000));
    const again = await invited({ email, userId: guest.user.userId, resetRedemption: true });
    const { invitationId } = again.invitation;
    await revokeInvitation(machine, byOperator, { tenantId: tenant.tenantId, invitationId });
    expect(await redeem(guest, first)).toMatchObject({ refusal: { code: "invitation-revoked" } });
  });
});
