import { describe, expect, it } from "vitest";
import { findUser } from "../../src/domain/directory/find-user.ts";
import { updateUser } from "../../src/domain/directory/update-user.ts";
import type { EmailAddress } from "../../src/foundation/email-address.ts";
import type { UserId } from "../../src/foundation/identifiers.ts";
import { testHouse } from "../support/test-house.ts";
import { byOperator } from "../support/test-machine.ts";
import { type Seen, textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;

const kelvinSign = "\u212a";
const fullWidthK = "\uff4b";
const cyrillicA = "\u0430";

/** From My Apps of Contoso to what follows the code sent to an address, as typed. */
async function proveByCode(visitor: Visitor, typed: string, mailedTo: string): Promise<Seen> {
  const visit = await visitor.get(`/myapps?tenant=${contoso.tenantId}`);
  const page = await visitor.submit(await visitor.submit(visit, { email: typed }), {});
  return visitor.submit(page, { code: await house.newestCode(mailedTo) });
}

async function stateOf(userId: string): Promise<string | undefined> {
  return (await findUser(machine.database, contoso.tenantId, userId as UserId))?.redemptionState;
}

async function mailedAddresses(): Promise<string[]> {
  const rows = await machine.database
    .selectFrom("mail")
    .select("recipients")
    .where("purpose", "=", "one-time-code")
    .execute();
  return rows.flatMap(({ recipients }) => recipients);
}

describe("3: an address proves itself and no other", () => {
  it("a code goes to the very address it proves, however its letters were typed", async () => {
    await house.invite("mike@elsewhere.example");
    for (const letter of [kelvinSign, fullWidthK, "K"]) {
      const visitor = house.visitor();
      const visit = await visitor.get(`/myapps?tenant=${contoso.tenantId}`);
      await visitor.submit(await visitor.submit(visit, { email: `mi${letter}e@elsewhere.example` }), {});
    }
    const mailed = await mailedAddresses();
    expect(mailed).toHaveLength(3);
    for (const address of mailed) expect(address).toMatch(/^mi[kK]e@elsewhere\.example$/);
  });

  it("letters that only look alike are other addresses", async () => {
    const { userId } = await house.invite("anna@elsewhere.example");
    const lookalike = `${cyrillicA}nna@elsewhere.example`;
    const refused = await proveByCode(house.visitor(), lookalike, lookalike);
    expect(refused.status).toBe(403);
    expect(await stateOf(userId)).toBe("pending");
  });

  it("a plus address is another address than the plain one", async () => {
    const { userId } = await house.invite("olga@elsewhere.example");
    const refused = await proveByCode(
      house.visitor(),
      "olga+work@elsewhere.example",
      "olga+work@elsewhere.example",
    );
    expect(refused.status).toBe(403);
    expect(await stateOf(userId)).toBe("pending");
  });

  it("capital letters make no second guest and prove the same address", async () => {
    const first = await house.invite("Zoe@Elsewhere.example");
    const second = await house.invite("zoe@elsewhere.example");
    expect(second.userId).toBe(first.userId);
    const review = await proveByCode(house.visitor(), "ZOE@elsewhere.EXAMPLE", "ZOE@elsewhere.EXAMPLE");
    expect(textOf(review)).toContain("Review permissions");
  });

  it("a domain that only looks like the partner's is not vouched for by the partner", async () => {
    const lookalike = `bert@f${cyrillicA}brikam.example`;
    const { userId } = await house.invite(lookalike);
    const visitor = house.visitor();
    const visit = await visitor.get(`/myapps?tenant=${contoso.tenantId}`);
    const password = await visitor.submit(visit, { email: "bert@fabrikam.example" });
    const refused = await visitor.submit(password, { password: fabrikam.users[0]?.password ?? "" });
    expect(refused.status).toBe(403);
    expect(await stateOf(userId)).toBe("pending");
  });

  it("an address that an administrator has corrected opens nothing any more", async () => {
    const { userId } = await house.invite("typo@elsewhere.example");
    await updateUser(machine, byOperator, {
      tenantId: contoso.tenantId,
      userId: userId as UserId,
      changes: { mail: "right@elsewhere.example" as EmailAddress },
    });
    const refused = await proveByCode(house.visitor(), "typo@elsewhere.example", "typo@elsewhere.example");
    expect(refused.status).toBe(403);
    const review = await proveByCode(house.visitor(), "right@elsewhere.example", "right@elsewhere.example");
    expect(textOf(review)).toContain("Review permissions");
  });
});
