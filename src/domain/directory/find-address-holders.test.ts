import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { EmailAddress, NormalizedEmailAddress } from "../../foundation/email-address.ts";
import type { UserId } from "../../foundation/identifiers.ts";
import { createGuest } from "./create-guest.ts";
import { createMember } from "./create-member.ts";
import { createTenant } from "./create-tenant.ts";
import { deleteUser } from "./delete-user.ts";
import { findAddressHolders } from "./find-address-holders.ts";
import type { Tenant } from "./rules/tenant.ts";
import { updateUser } from "./update-user.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
let contoso: Tenant;
let fabrikam: Tenant;

beforeAll(async () => {
  contoso = accepted(
    await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso", domains: [] }),
  );
  fabrikam = accepted(
    await createTenant(machine, byOperator, { displayName: "Fabrikam", name: "fabrikam", domains: [] }),
  );
});

async function guest(tenant: Tenant, address: string): Promise<UserId> {
  const made = await database
    .transaction()
    .execute((transaction) =>
      createGuest(transaction, machine.clock(), { tenant, address: address as EmailAddress }),
    );
  return made.user.userId;
}

async function holders(addresses: readonly string[], userIds: readonly UserId[] = []) {
  const found = await findAddressHolders(
    database,
    contoso.tenantId,
    addresses as readonly NormalizedEmailAddress[],
    userIds,
  );
  return addresses.map((address) =>
    found.holding(address as NormalizedEmailAddress).map(({ userId }) => userId),
  );
}

it("finds people by mail, other mail, proxy address and user principal name, each once", async () => {
  const ana = await guest(contoso, "Ana@Partner.example");
  const { tenantId } = contoso;
  accepted(
    await updateUser(machine, byOperator, {
      tenantId,
      userId: ana,
      changes: { otherMails: ["ana.lund@other.example" as EmailAddress] },
    }),
  );
  const bo = accepted(
    await createMember(machine, byOperator, {
      tenantId,
      userPrincipalName: "bo@contoso.guesthouse.internal",
      displayName: "Bo",
      password: "a long enough secret",
    }),
  );
  expect(
    await holders([
      "ana@partner.example",
      "ana.lund@other.example",
      "bo@contoso.guesthouse.internal",
      "nobody@partner.example",
    ]),
  ).toEqual([[ana], [ana], [bo.userId], []]);
});

it("finds nobody of another organisation and nobody deleted, whatever address they hold", async () => {
  await guest(fabrikam, "shared@partner.example");
  const gone = await guest(contoso, "gone@partner.example");
  accepted(await deleteUser(machine, byOperator, { tenantId: contoso.tenantId, userId: gone }));
  expect(await holders(["shared@partner.example", "gone@partner.example"])).toEqual([[], []]);
});

it("finds the people named by id, those of this organisation only", async () => {
  const here = await guest(contoso, "here@partner.example");
  const there = await guest(fabrikam, "there@partner.example");
  const found = await findAddressHolders(database, contoso.tenantId, [], [here, there]);
  expect(found.named(here)?.userId).toBe(here);
  expect(found.named(there)).toBeUndefined();
});
