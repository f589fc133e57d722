import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { EmailAddress, NormalizedEmailAddress } from "../../foundation/email-address.ts";
import { type CreatedGuest, createGuest, createGuests, type NewGuest } from "./create-guest.ts";
import { createTenant } from "./create-tenant.ts";
import { deleteUser } from "./delete-user.ts";
import { findExternalUsersByAddress } from "./find-user.ts";
import type { Tenant } from "./rules/tenant.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const now = machine.clock();
let tenant: Tenant;
let other: Tenant;

beforeAll(async () => {
  tenant = accepted(await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }));
  other = accepted(await createTenant(machine, byOperator, { displayName: "Fabrikam", name: "fabrikam" }));
});

function invite(address: string, extra: Partial<NewGuest> = {}): Promise<CreatedGuest> {
  return database
    .transaction()
    .execute((transaction) =>
      createGuest(transaction, now, { tenant, address: address as EmailAddress, ...extra }),
    );
}

describe("createGuest", () => {
  it("makes a pending guest with everything the directory says of one", async () => {
    const { user, created } = await invite("Ann.Lee@Fabrikam.example");
    expect(created).toBe(true);
    expect(user).toMatchObject({
      tenantId: tenant.tenantId,
      userPrincipalName: "Ann.Lee_Fabrikam.example#EXT#@contoso.guesthouse.internal",
      mailNickname: "Ann.Lee_Fabrikam.example#EXT#",
      kind: "guest",
      isExternal: true,
      origin: "invitation",
      redemptionState: "pending",
      redemptionStateChangedAt: now,
      displayName: "Ann.Lee",
      mail: "Ann.Lee@Fabrikam.example",
      otherMails: ["ann.lee@fabrikam.example"],
      proxyAddresses: ["SMTP:ann.lee@fabrikam.example"],
      showInAddressList: false,
      accountEnabled: true,
    });
  });

  it("finds the guest again under another spelling and leaves it as it is", async () => {
    const first = await invite("ben@fabrikam.example", { displayName: "Ben" });
    const second = await invite("BEN@fabrikam.example", { displayName: "Benjamin" });
    expect(second).toEqual({ user: first.user, created: false });
  });

  it("lets ten calls at once meet in one guest", async () => {
    const guests = await Promise.all(Array.from({ length: 10 }, () => invite("carla@fabrikam.example")));
    expect(new Set(guests.map(({ user }) => user.userId)).size).toBe(1);
    expect(guests.filter(({ created }) => created)).toHaveLength(1);
  });

  it("gives a suffix to a second address whose flattened name is the same", async () => {
    const first = await invite("a_b@c.example");
    const second = await invite("a@b_c.example");
    expect(first.user.userPrincipalName).toBe("a_b_c.example#EXT#@contoso.guesthouse.internal");
    expect(second.created).toBe(true);
    expect(second.user.userPrincipalName).toMatch(
      /^a_b_c\.example_[0-9a-f]{4}#EXT#@contoso\.guesthouse\.internal$/,
    );
  });

  it("makes separate guests in separate tenants, and a new one after a deletion", async () => {
    const here = await invite("dana@proseware.example");
    const there = await invite("dana@proseware.example", { tenant: other });
    expect(there.created).toBe(true);
    await deleteUser(machine, byOperator, { tenantId: tenant.tenantId, userId: here.user.userId });
    const again = await invite("dana@proseware.example");
    expect(again.created).toBe(true);
    expect(again.user.userId).not.toBe(here.user.userId);
  });
});

describe("createGuests", () => {
  it("creates many in the order asked, finds those there already and counts a double once", async () => {
    const { user: known } = await invite("known@bulk.example");
    const addresses = [
      "zoe@bulk.example",
      "known@bulk.example",
      ...Array.from({ length: 2_500 }, (_, index) => `guest${index}@bulk.example`),
      "ZOE@bulk.example",
      // Both flatten to x_y_z.example.
      "x_y@z.example",
      "x@y_z.example",
    ] as EmailAddress[];
    const guests = await database.transaction().execute((transaction) =>
      createGuests(
        transaction,
        now,
        addresses.map((address) => ({ tenant, address })),
      ),
    );
    expect(guests.map(({ user }) => user.mail?.toLowerCase())).toEqual(
      addresses.map((address) => address.toLowerCase()),
    );
    expect(guests[1]).toEqual({ user: known, created: false });
    expect(guests.at(2_502)).toEqual({ user: guests[0]?.user, created: false });
    expect(guests.filter(({ created }) => created)).toHaveLength(2_503);
    const names = guests.slice(-2).map(({ user }) => user.userPrincipalName);
    expect(names).toContain("x_y_z.example#EXT#@contoso.guesthouse.internal");
    expect(names.some((name) => /^x_y_z\.example_[0-9a-f]{4}#EXT#@/.test(name))).toBe(true);
    const found = await findExternalUsersByAddress(
      database,
      tenant.tenantId,
      "guest77@bulk.example" as NormalizedEmailAddress,
    );
    expect(found.map((user) => user.mail)).toEqual(["guest77@bulk.example"]);
  });

  it("lets two imports of the same people at once meet, without blocking each other", async () => {
    const people = Array.from({ length: 300 }, (_, index) => `twice${index}@bulk.example` as EmailAddress);
    const run = (addresses: EmailAddress[]) =>
      database.transaction().execute((transaction) =>
        createGuests(
          transaction,
          now,
          addresses.map((address) => ({ tenant, address })),
        ),
      );
    const [first, second] = await Promise.all([run(people), run([...people].reverse())]);
    const created = [...first, ...second].filter((guest) => guest.created);
    expect(created).toHaveLength(300);
    expect(first.map(({ user }) => user.userId)).toEqual(second.map(({ user }) => user.userId).reverse());
  });
});
