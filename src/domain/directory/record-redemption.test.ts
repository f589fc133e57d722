import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { EmailAddress } from "../../foundation/email-address.ts";
import { createGuest } from "./create-guest.ts";
import { createMember } from "./create-member.ts";
import { createTenant } from "./create-tenant.ts";
import { deleteUser } from "./delete-user.ts";
import { findUser, findUserByIdentity, identitiesOf, passwordHashOf } from "./find-user.ts";
import { makeUserExternal } from "./make-user-external.ts";
import { recordRedemption } from "./record-redemption.ts";
import { resetRedemption } from "./reset-redemption.ts";
import { restoreUser } from "./restore-user.ts";
import { type ExternalIdentity, mailedCodeIssuer } from "./rules/external-identity.ts";
import type { Tenant } from "./rules/tenant.ts";
import type { User } from "./rules/user.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const invitedAt = machine.clock();
const later = new Date(invitedAt.getTime() + 60_000);
let tenant: Tenant;

beforeAll(async () => {
  tenant = accepted(
    await createTenant(machine, byOperator, {
      displayName: "Contoso",
      name: "contoso",
      domains: ["contoso.example" as DomainName],
    }),
  );
});

async function invited(address: string): Promise<User> {
  const guest = await database
    .transaction()
    .execute((transaction) =>
      createGuest(transaction, invitedAt, { tenant, address: address as EmailAddress }),
    );
  return guest.user;
}

function byCode(address: string): ExternalIdentity {
  return { issuer: mailedCodeIssuer, subject: address, providerKind: "email-code", email: address };
}

function redeem(user: User, identity: ExternalIdentity, homeDisplayName?: string) {
  return database.transaction().execute((transaction) =>
    recordRedemption(transaction, {
      tenantId: tenant.tenantId,
      userId: user.userId,
      identity,
      now: later,
      homeDisplayName,
    }),
  );
}

function reset(user: User, newAddress?: string) {
  return database.transaction().execute((transaction) =>
    resetRedemption(transaction, {
      tenantId: tenant.tenantId,
      userId: user.userId,
      now: later,
      newAddress: newAddress as EmailAddress | undefined,
    }),
  );
}

describe("recordRedemption", () => {
  it("accepts a pending guest and binds the identity, leaving the sessions alone", async () => {
    const guest = await invited("ann@fabrikam.example");
    expect(await redeem(guest, byCode("ann@fabrikam.example"), "Ann Lee")).toBe("linked");
    const user = await findUserByIdentity(database, tenant.tenantId, "mail", "ann@fabrikam.example");
    expect(user).toEqual({
      ...guest,
      redemptionState: "accepted",
      redemptionStateChangedAt: later,
      displayName: "Ann Lee",
    });
  });

  it("does not replace a name that the inviter gave", async () => {
    const { user } = await database.transaction().execute((transaction) =>
      createGuest(transaction, invitedAt, {
        tenant,
        address: "bea@fabrikam.example" as EmailAddress,
        displayName: "Bea of Fabrikam",
      }),
    );
    await redeem(user, byCode("bea@fabrikam.example"), "B. Smith");
    expect((await findUser(database, tenant.tenantId, user.userId))?.displayName).toBe("Bea of Fabrikam");
  });

  it("lets exactly one of eight redemptions at once through", async () => {
    const guest = await invited("cal@fabrikam.example");
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => redeem(guest, byCode("cal@fabrikam.example"))),
    );
    expect(outcomes.filter((outcome) => outcome === "linked")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "not-pending")).toHaveLength(7);
  });

  it("changes nothing when another guest of the tenant has the identity", async () => {
    const first = await invited("dee@fabrikam.example");
    const second = await invited("dee.alias@fabrikam.example");
    await redeem(first, byCode("dee@fabrikam.example"));
    expect(await redeem(second, byCode("dee@fabrikam.example"))).toBe("identity-taken");
    expect((await findUser(database, tenant.tenantId, second.userId))?.redemptionState).toBe("pending");
    const holder = await findUserByIdentity(database, tenant.tenantId, "mail", "dee@fabrikam.example");
    expect(holder?.userId).toBe(first.userId);
  });

  it("moves an identity over from a deleted guest, who has to redeem anew when restored", async () => {
    const first = await invited("eli@fabrikam.example");
    await redeem(first, byCode("eli@fabrikam.example"));
    const { tenantId } = tenant;
    await deleteUser(machine, byOperator, { tenantId, userId: first.userId });
    expect(await findUserByIdentity(database, tenantId, "mail", "eli@fabrikam.example")).toBeUndefined();
    const second = await invited("eli@fabrikam.example");
    expect(await redeem(second, byCode("eli@fabrikam.example"))).toBe("linked");

    expect(await restoreUser(machine, byOperator, { tenantId, userId: first.userId })).toEqual({
      ok: false,
      refusal: { code: "name-taken", heldBy: second.userId },
    });
    await deleteUser(machine, byOperator, { tenantId, userId: second.userId });
    const restored = accepted(await restoreUser(machine, byOperator, { tenantId, userId: first.userId }));
    expect(restored).toMatchObject({ redemptionState: "pending", deletedAt: undefined });
  });
});

describe("resetRedemption", () => {
  it("unlinks the identity, ends the sessions, and keeps the object id", async () => {
    const guest = await invited("fay@fabrikam.example");
    await redeem(guest, byCode("fay@fabrikam.example"));
    expect(await reset(guest, "Fay@Proseware.example")).toBe("reset");
    expect(await identitiesOf(database, tenant.tenantId, [guest.userId])).toEqual(new Map());
    expect(await findUser(database, tenant.tenantId, guest.userId)).toMatchObject({
      userId: guest.userId,
      userPrincipalName: guest.userPrincipalName,
      redemptionState: "pending",
      sessionsValidFrom: later,
      mail: "Fay@Proseware.example",
      otherMails: ["fay@proseware.example"],
      proxyAddresses: ["SMTP:fay@proseware.example", "smtp:fay@fabrikam.example"],
    });
  });

  it("refuses an address that another guest has, and then changes nothing", async () => {
    const guest = await invited("gus@fabrikam.example");
    await invited("hal@fabrikam.example");
    await redeem(guest, byCode("gus@fabrikam.example"));
    expect(await reset(guest, "HAL@fabrikam.example")).toBe("address-taken");
    expect((await findUser(database, tenant.tenantId, guest.userId))?.redemptionState).toBe("accepted");
  });
});

describe("makeUserExternal", () => {
  it("keeps id and name of an internal user, and takes the password away", async () => {
    const { tenantId } = tenant;
    const member = accepted(
      await createMember(machine, byOperator, {
        tenantId,
        userPrincipalName: "ivy@contoso.example",
        displayName: "Ivy",
        password: "a long enough secret",
      }),
    );
    const outcome = await database.transaction().execute((transaction) =>
      makeUserExternal(transaction, {
        tenantId,
        userId: member.userId,
        now: later,
        address: "ivy@home.example" as EmailAddress,
      }),
    );
    expect(outcome).toBe("external");
    expect(await passwordHashOf(database, tenantId, member.userId)).toBeUndefined();
    expect(await findUser(database, tenantId, member.userId)).toMatchObject({
      userPrincipalName: "ivy@contoso.example",
      kind: "member",
      isExternal: true,
      redemptionState: "pending",
      mail: "ivy@home.example",
    });
    expect(await reset(member)).toBe("reset");
  });
});
