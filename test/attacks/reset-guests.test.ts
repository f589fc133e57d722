import { beforeAll, describe, expect, it } from "vitest";
import { assignDirectoryRole } from "../../src/domain/directory/assign-directory-role.ts";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { findUser } from "../../src/domain/directory/find-user.ts";
import { recordRedemption } from "../../src/domain/directory/record-redemption.ts";
import type { DirectoryRole } from "../../src/domain/directory/rules/directory-role.ts";
import { forgetProviders } from "../../src/domain/federation/find-provider.ts";
import type { ProviderId, UserId } from "../../src/foundation/identifiers.ts";
import { newIdentifier } from "../../src/foundation/new-identifier.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, machine } = house;
const { tenantId } = contoso;
const issuer = "https://login.partner.example/entity";
const providerId = newIdentifier<ProviderId>();
const password = "a password of their own";
const list = `/providers?tenant=${tenantId}`;
const question = `/providers/guests?tenant=${tenantId}&provider=${providerId}`;

beforeAll(async () => {
  await machine.database
    .insertInto("identityProvider")
    .values({
      ...{ tenantId, providerId, kind: "saml", issuer, displayName: "Partner" },
      settings: JSON.stringify({ certificates: [] }),
      createdAt: machine.clock(),
    })
    .execute();
  forgetProviders(machine.database);
});

/** A guest who accepted with the partner's provider. */
async function bound(name: string): Promise<UserId> {
  const email = `${name}@partner.example`;
  const userId = (await house.invite(email)).userId as UserId;
  const identity = { issuer, subject: name, providerKind: "saml", email } as const;
  await machine.database
    .transaction()
    .execute((transaction) =>
      recordRedemption(transaction, { tenantId, userId, identity, now: machine.clock() }),
    );
  return userId;
}

async function signedIn(name: string, role: DirectoryRole | undefined): Promise<Visitor> {
  const userPrincipalName = `${name}@contoso.example`;
  const { userId } = accepted(
    await createMember(machine, byOperator, { tenantId, userPrincipalName, displayName: name, password }),
  );
  if (role) accepted(await assignDirectoryRole(machine, byOperator, { tenantId, userId, role }));
  const visitor = house.visitor();
  const asked = await visitor.submit(await visitor.get(list), { email: userPrincipalName });
  await visitor.submit(asked, { password });
  return visitor;
}

async function stateOf(userId: UserId): Promise<string | undefined> {
  return (await findUser(machine.database, tenantId, userId))?.redemptionState;
}

describe("16: the guests of a provider", () => {
  it("are counted and reset from the page, after a question that names their number", async () => {
    const guests = [await bound("ada"), await bound("ben")];
    const visitor = await signedIn("gus", "global-administrator");
    expect(textOf(await visitor.get(list))).toContain("Guests who sign in with it 2");
    const asked = await visitor.get(question);
    expect(textOf(asked)).toContain("Reset 2 guests of Partner?");
    for (const guest of guests) expect(await stateOf(guest)).toBe("accepted");
    const done = await visitor.submit(asked, {}, "/providers/guests");
    expect(textOf(done)).toContain("2 guests were invited again.");
    for (const guest of guests) expect(await stateOf(guest)).toBe("pending");
    expect((await visitor.get(question)).url.pathname).toBe("/providers");
    const audit = await machine.database
      .selectFrom("auditEvent")
      .select(["targetId", "details"])
      .where("activity", "=", "identity-provider-guests-reset")
      .execute();
    expect(audit).toEqual([{ targetId: providerId, details: { guests: 2, reset: 2, sendMail: true } }]);
  });

  it("are not reset by who agreed to another number, nor without the session's own form", async () => {
    const guest = await bound("cem");
    const visitor = await signedIn("hal", "global-administrator");
    const asked = await visitor.get(question);
    const later = await bound("dot");
    const changed = await visitor.submit(asked, {}, "/providers/guests");
    expect(changed.status).toBe(400);
    expect(textOf(changed)).toContain("The number has changed");
    expect(textOf(changed)).toContain("Reset 2 guests");
    await visitor.post(question, { provider: providerId, guests: "2" });
    await visitor.post(question, { provider: providerId, guests: "2", csrf: "guessed" });
    expect([await stateOf(guest), await stateOf(later)]).toEqual(["accepted", "accepted"]);
  });

  it("are reset by nobody who may not reset, though they manage providers, nor by members", async () => {
    const guest = await bound("eli");
    const manager = await signedIn("ida", "external-identity-provider-administrator");
    const shown = await manager.get(list);
    expect(textOf(shown)).toContain("Guests who sign in with it");
    expect(textOf(shown)).not.toContain("Reset the guests");
    expect((await manager.get(question)).url.pathname).toBe("/providers");
    const member = await signedIn("mel", undefined);
    expect((await member.get(question)).status).toBe(403);
    for (const visitor of [manager, member, house.visitor()])
      await visitor.post(question, { provider: providerId, guests: "3", csrf: "x" });
    expect(await stateOf(guest)).toBe("accepted");
  });
});
