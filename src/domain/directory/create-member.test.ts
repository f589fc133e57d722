import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { DomainName } from "../../foundation/domain-name.ts";
import { verifyPassword } from "../../platform/secrets/password.ts";
import { assignDirectoryRole } from "./assign-directory-role.ts";
import { createMember, type NewMember } from "./create-member.ts";
import { createTenant } from "./create-tenant.ts";
import { rolesOf } from "./find-roles.ts";
import { passwordHashOf } from "./find-user.ts";
import type { Tenant } from "./rules/tenant.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const contosoDomain = "contoso.example" as DomainName;
let contoso: Tenant;

beforeAll(async () => {
  contoso = accepted(
    await createTenant(machine, byOperator, {
      displayName: "Contoso",
      name: "contoso",
      domains: [contosoDomain, "contoso.test" as DomainName],
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

describe("createMember", () => {
  it("stores a password only as an Argon2id hash, and gives the roles asked for", async () => {
    const user = accepted(
      await member("megan@contoso.example", { roles: ["guest-inviter"], jobTitle: "Manager" }),
    );
    expect(user).toMatchObject({ kind: "member", isExternal: false, mail: "megan@contoso.example" });
    const hash = await passwordHashOf(database, contoso.tenantId, user.userId);
    expect(hash).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword(hash, password)).toBe(true);
    expect(await rolesOf(database, contoso.tenantId, user.userId)).toEqual(["guest-inviter"]);
    await assignDirectoryRole(machine, byOperator, {
      tenantId: contoso.tenantId,
      userId: user.userId,
      role: "global-administrator",
    });
    expect(await rolesOf(database, contoso.tenantId, user.userId)).toEqual([
      "global-administrator",
      "guest-inviter",
    ]);
  });

  it.each([
    ["somebody@fabrikam.example", password, "domain-not-verified"],
    ["some body@contoso.example", password, "user-name-invalid"],
    ["a#EXT#@contoso.example", password, "user-name-invalid"],
    ["short@contoso.example", "123456789", "password-too-short"],
    ["MEGAN@contoso.example", password, "user-name-taken"],
  ])("refuses %s with %s: %s", async (name, secret, code) => {
    const outcome = await member(name, { password: secret });
    expect(outcome).toEqual({ ok: false, refusal: { code } });
  });
});
