import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { EmailAddress } from "../../foundation/email-address.ts";
import { createGuest } from "./create-guest.ts";
import { createMember, type NewMember } from "./create-member.ts";
import { createTenant } from "./create-tenant.ts";
import { findMemberBySignInName } from "./find-user.ts";
import type { Tenant } from "./rules/tenant.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const contosoDomain = "contoso.example" as DomainName;
let contoso: Tenant;
let fabrikam: Tenant;

beforeAll(async () => {
  contoso = accepted(
    await createTenant(machine, byOperator, {
      displayName: "Contoso",
      name: "contoso",
      domains: [contosoDomain, "contoso.test" as DomainName],
    }),
  );
  fabrikam = accepted(
    await createTenant(machine, byOperator, {
      displayName: "Fabrikam",
      name: "fabrikam",
      domains: ["fabrikam.example" as DomainName],
    }),
  );
});

const password = "a long enough secret";

function member(userPrincipalName: string, extra: Partial<NewMember> = {}) {
  return createMember(machine, byOperator, {
    tenantId: contoso.tenantId,
    userPrincipalName,
    displayName: userPrincipalName,
    password,
    ...extra,
  });
}

describe("findMemberBySignInName", () => {
  it("finds a member by user principal name or mail, in any case of letters", async () => {
    const user = accepted(
      await member("nestor@contoso.test", { mail: "nestor.wilke@contoso.example" as EmailAddress }),
    );
    for (const name of ["Nestor@CONTOSO.test", " nestor.wilke@contoso.example "])
      expect(await findMemberBySignInName(database, name)).toMatchObject({
        tenant: { tenantId: contoso.tenantId },
        user: { userId: user.userId },
      });
  });

  it("prefers whose user principal name it is over whose mail address it is", async () => {
    const named = accepted(
      await member("post@contoso.example", { mail: "x@contoso.example" as EmailAddress }),
    );
    accepted(await member("other@contoso.example", { mail: "post@contoso.example" as EmailAddress }));
    const found = await findMemberBySignInName(database, "post@contoso.example");
    expect(found?.user.userId).toBe(named.userId);
  });

  it("never finds a guest, nor a mail address outside the tenant's domains", async () => {
    const { user } = await database.transaction().execute((transaction) =>
      createGuest(transaction, machine.clock(), {
        tenant: fabrikam,
        address: "guest@fabrikam.example" as EmailAddress,
      }),
    );
    accepted(await member("private@contoso.example", { mail: "private@elsewhere.example" as EmailAddress }));
    expect(await findMemberBySignInName(database, "guest@fabrikam.example")).toBeUndefined();
    expect(await findMemberBySignInName(database, user.userPrincipalName)).toBeUndefined();
    expect(await findMemberBySignInName(database, "private@elsewhere.example")).toBeUndefined();
    expect(await findMemberBySignInName(database, "nobody")).toBeUndefined();
  });
});
