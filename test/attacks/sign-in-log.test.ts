import { describe, expect, it } from "vitest";
import { createMember } from "../../src/domain/directory/create-member.ts";
import type { TenantId } from "../../src/foundation/identifiers.ts";
import { acceptByCode, signInAt } from "../support/house-applications.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { type Seen, textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const first = "only for the first time";
const chosen = { newPassword: "one that I chose myself", repeatedPassword: "one that I chose myself" };

async function newcomer(name: string, home = contoso): Promise<string> {
  const userPrincipalName = `${name}@${home === contoso ? "contoso" : "fabrikam"}.example`;
  accepted(
    await createMember(machine, byOperator, {
      ...{ tenantId: home.tenantId, userPrincipalName, displayName: name },
      ...{ password: first, mustChangePassword: true },
    }),
  );
  return userPrincipalName;
}

/** What an organisation's log says since it was last asked, without the order of one moment. */
async function news(tenantId: TenantId) {
  const entries = await machine.database
    .selectFrom("signInEvent")
    .select(["userName", "errorCode", "failureReason", "identityProvider", "details"])
    .where("tenantId", "=", tenantId)
    .where("occurredAt", "=", machine.clock())
    .execute();
  house.moveClock(60);
  return entries;
}

/** To the page that asks for a mailed code of a visitor of My Apps, and past it. */
async function visitByCode(visitor: Visitor, address: string): Promise<Seen> {
  const asked = await visitor.get(`/myapps?tenant=${contoso.tenantId}`);
  const enterCode = await visitor.submit(await visitor.submit(asked, { email: address }), {});
  return visitor.submit(enterCode, { code: await house.newestCode(address) });
}

describe("23: the log says of nobody that they signed in before they have", () => {
  it("on one of our own pages, with a password that is good for choosing another", async () => {
    const address = await newcomer("gerda");
    const visitor = house.visitor();
    await news(contoso.tenantId);
    const asked = await signInAt(visitor, "/myapps", address, first);
    expect(textOf(asked)).toContain("Choose a new password");
    expect(await news(contoso.tenantId)).toMatchObject([
      { userName: address, errorCode: 50055, failureReason: "password-expired" },
    ]);
    expect(textOf(await visitor.submit(asked, chosen))).toContain("My Apps");
    expect(await news(contoso.tenantId)).toMatchObject([{ userName: address, errorCode: 0 }]);
    // Who comes back to the journey has not signed in once more.
    await visitor.get(asked.url.pathname);
    expect(await news(contoso.tenantId)).toEqual([]);
  });

  it("at home, for another organisation", async () => {
    const address = await newcomer("henk", fabrikam);
    const { link } = await house.invite(address);
    const visitor = house.visitor();
    const password = await visitor.submit(await visitor.get(link), { decision: "accept" });
    await news(fabrikam.tenantId);
    const asked = await visitor.submit(password, { password: first });
    expect(textOf(asked)).toContain("Choose a new password");
    expect(await news(fabrikam.tenantId)).toMatchObject([
      { userName: address, errorCode: 50055, failureReason: "password-expired" },
    ]);
    expect(textOf(await visitor.submit(asked, chosen))).toContain("Review permissions");
    expect(await news(fabrikam.tenantId)).toMatchObject([
      { userName: address, errorCode: 0, details: { askedBy: "another organisation" } },
    ]);
  });

  it("as a stranger, whose mailbox is theirs and who is no guest", async () => {
    const address = "stranger@elsewhere.example";
    const visitor = house.visitor();
    await news(contoso.tenantId);
    const refused = await visitByCode(visitor, address);
    expect(textOf(refused)).toContain("AADSTS50020");
    expect(await news(contoso.tenantId)).toMatchObject([
      { userName: null, errorCode: 50020, failureReason: "not-a-guest", details: { address } },
    ]);
    await visitor.get(refused.url.pathname);
    expect(await news(contoso.tenantId)).toEqual([]);
  });

  it("as a guest who has not accepted, and does not", async () => {
    const address = "undecided@elsewhere.example";
    await house.invite(address);
    const visitor = house.visitor();
    await news(contoso.tenantId);
    const review = await visitByCode(visitor, address);
    expect(textOf(review)).toContain("Review permissions");
    expect(await news(contoso.tenantId)).toMatchObject([
      { userName: address, errorCode: 50014, failureReason: "redemption-required" },
    ]);
    await visitor.submit(review, { decision: "cancel" });
    expect(await news(contoso.tenantId)).toMatchObject([
      { userName: null, errorCode: 65004, failureReason: "redemption-declined", details: { address } },
    ]);
  });

  it("as a guest who has not accepted, until they do", async () => {
    const address = "decided@elsewhere.example";
    await house.invite(address);
    const visitor = house.visitor();
    const review = await visitByCode(visitor, address);
    await news(contoso.tenantId);
    expect(textOf(await visitor.submit(review, { decision: "accept" }))).toContain("My Apps");
    expect(await news(contoso.tenantId)).toMatchObject([
      { userName: address, errorCode: 0, details: { address, askedBy: expect.stringContaining("/myapps") } },
    ]);
  });
});

it("23: a guest who comes to one of our own pages stands in the log once, by name", async () => {
  const address = "regular@elsewhere.example";
  const { link } = await house.invite(address);
  await acceptByCode(house, house.visitor(), link, address);
  await news(contoso.tenantId);
  const visitor = house.visitor();
  expect(textOf(await visitByCode(visitor, address))).toContain("My Apps");
  expect(await news(contoso.tenantId)).toMatchObject([
    { userName: address, errorCode: 0, identityProvider: "mail", details: { address } },
  ]);
  await visitor.get(`/myapps?tenant=${contoso.tenantId}`);
  expect(await news(contoso.tenantId)).toEqual([]);
});
