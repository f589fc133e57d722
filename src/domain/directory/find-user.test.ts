import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { EmailAddress, NormalizedEmailAddress } from "../../foundation/email-address.ts";
import type { UserId } from "../../foundation/identifiers.ts";
import { verifyPassword } from "../../platform/secrets/password.ts";
import { assignDirectoryRole } from "./assign-directory-role.ts";
import { createGuest } from "./create-guest.ts";
import { createMember, type NewMember } from "./create-member.ts";
import { createTenant } from "./create-tenant.ts";
import { deleteUser } from "./delete-user.ts";
import { rolesOf } from "./find-roles.ts";
import { findTenant, findTenantByName, listTenants } from "./find-tenant.ts";
import {
  findMemberBySignInName,
  findUser,
  findUserByPrincipalName,
  findUsersHoldingAddress,
  passwordHashOf,
  sponsorsOf,
} from "./find-user.ts";
import { revokeSessions } from "./revoke-sessions.ts";
import type { Tenant } from "./rules/tenant.ts";
import { setSponsors } from "./set-sponsors.ts";
import { updateUser } from "./update-user.ts";

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

describe("createTenant", () => {
  it("gives the tenant its initial domain and makes the first named domain the primary one", () => {
    expect(contoso).toMatchObject({
      initialDomain: "contoso.guesthouse.internal",
      primaryDomain: "contoso.example",
      verifiedDomains: ["contoso.example", "contoso.test", "contoso.guesthouse.internal"],
      defaultLanguage: "en",
    });
    expect(contoso.pairwiseSalt).toHaveLength(32);
    expect(contoso.pairwiseSalt.equals(fabrikam.pairwiseSalt)).toBe(false);
  });

  it("is found by GUID and by every verified domain, in any case of letters", async () => {
    for (const name of [
      contoso.tenantId.toUpperCase(),
      "CONTOSO.example",
      "contoso.test",
      contoso.initialDomain,
    ])
      expect((await findTenantByName(database, name))?.tenantId).toBe(contoso.tenantId);
    expect(await findTenantByName(database, "unknown.example")).toBeUndefined();
    expect(await findTenantByName(database, "not a domain")).toBeUndefined();
    expect((await listTenants(database)).map((tenant) => tenant.displayName)).toEqual([
      "Contoso",
      "Fabrikam",
    ]);
  });

  it("is refused whole when one of its domains belongs to another tenant", async () => {
    const outcome = await createTenant(machine, byOperator, {
      displayName: "Impostor",
      name: "impostor",
      domains: ["impostor.example" as DomainName, contosoDomain],
    });
    expect(outcome).toEqual({ ok: false, refusal: { code: "tenant-exists" } });
    expect(await findTenantByName(database, "impostor.example")).toBeUndefined();
    expect(await listTenants(database)).toHaveLength(2);
  });

  it("is known at once to somebody who asked before it was there", async () => {
    expect(await findTenantByName(database, "late.guesthouse.internal")).toBeUndefined();
    const late = accepted(await createTenant(machine, byOperator, { displayName: "Late", name: "late" }));
    expect((await findTenantByName(database, "late.guesthouse.internal"))?.tenantId).toBe(late.tenantId);
    expect((await findTenant(database, late.tenantId))?.displayName).toBe("Late");
  });
});

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

describe("a user's life", () => {
  it("can be looked up by every address held, changed, deleted, and not found afterwards", async () => {
    const { tenantId } = contoso;
    const user = accepted(await member("life@contoso.example"));
    const changed = accepted(
      await updateUser(machine, byOperator, {
        tenantId,
        userId: user.userId,
        changes: {
          mail: "New.Life@contoso.example" as EmailAddress,
          otherMails: ["Life@Home.example" as EmailAddress],
          department: "Research",
          givenName: null,
        },
      }),
    );
    expect(changed).toMatchObject({
      mail: "New.Life@contoso.example",
      otherMails: ["life@home.example"],
      proxyAddresses: ["SMTP:new.life@contoso.example", "smtp:life@contoso.example"],
      department: "Research",
      sessionsValidFrom: user.sessionsValidFrom,
    });
    for (const address of ["life@contoso.example", "new.life@contoso.example", "life@home.example"])
      expect(
        (await findUsersHoldingAddress(database, tenantId, address as NormalizedEmailAddress)).map(
          (holder) => holder.userId,
        ),
      ).toEqual([user.userId]);

    await deleteUser(machine, byOperator, { tenantId, userId: user.userId });
    expect(await findUser(database, tenantId, user.userId)).toBeUndefined();
    expect((await findUser(database, tenantId, user.userId, { includeDeleted: true }))?.deletedAt).toEqual(
      machine.clock(),
    );
    expect(await findUserByPrincipalName(database, tenantId, "life@contoso.example")).toBeUndefined();
    expect(await passwordHashOf(database, tenantId, user.userId)).toBeUndefined();
    const again = await deleteUser(machine, byOperator, { tenantId, userId: user.userId });
    expect(again).toEqual({ ok: false, refusal: { code: "user-not-found" } });
  });

  it("ends sessions when the account is disabled or the sessions are revoked, and says so in the log", async () => {
    const { tenantId } = contoso;
    const user = accepted(await member("busy@contoso.example"));
    const noon = new Date("2026-03-02T12:00:00Z");
    machine.setClock(noon);
    const input = { tenantId, userId: user.userId };
    const disabled = accepted(
      await updateUser(machine, byOperator, { ...input, changes: { accountEnabled: false } }),
    );
    expect(disabled).toMatchObject({ accountEnabled: false, sessionsValidFrom: noon });
    const evening = new Date("2026-03-02T18:00:00Z");
    machine.setClock(evening);
    expect(accepted(await revokeSessions(machine, byOperator, input)).sessionsValidFrom).toEqual(evening);
    const events = await database
      .selectFrom("auditEvent")
      .select(["activity", "details"])
      .where("targetId", "=", user.userId)
      .orderBy("occurredAt")
      .execute();
    expect(events.map((event) => event.activity)).toEqual([
      "user-created",
      "user-updated",
      "sign-in-sessions-revoked",
    ]);
    expect(events[1]?.details).toEqual({ changed: { accountEnabled: { from: true, to: false } } });
  });

  it("refuses a mail address that somebody else has", async () => {
    const first = accepted(await member("first@contoso.example"));
    const second = accepted(await member("second@contoso.example"));
    const outcome = await updateUser(machine, byOperator, {
      tenantId: contoso.tenantId,
      userId: second.userId,
      changes: { mail: "First@contoso.example" as EmailAddress },
    });
    expect(outcome).toEqual({ ok: false, refusal: { code: "address-taken" } });
    expect(first.mail).toBe("first@contoso.example");
  });

  it("replaces sponsors, and does not take six", async () => {
    const { tenantId } = contoso;
    const guest = accepted(await member("sponsored@contoso.example")).userId;
    const sponsor = accepted(await member("sponsor@contoso.example")).userId;
    const set = (ids: UserId[]) =>
      database.transaction().execute((transaction) =>
        setSponsors(
          transaction,
          tenantId,
          [guest],
          ids.map((id) => ({ kind: "user", id })),
        ),
      );
    await set([sponsor, guest]);
    await set([sponsor]);
    expect(await sponsorsOf(database, tenantId, guest)).toEqual([{ kind: "user", id: sponsor }]);
    await expect(set(Array(6).fill(sponsor))).rejects.toThrow(RangeError);
  });
});
