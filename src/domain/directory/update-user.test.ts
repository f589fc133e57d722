import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { EmailAddress, NormalizedEmailAddress } from "../../foundation/email-address.ts";
import type { UserId } from "../../foundation/identifiers.ts";
import { createMember, type NewMember } from "./create-member.ts";
import { createTenant } from "./create-tenant.ts";
import { deleteUser } from "./delete-user.ts";
import {
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
