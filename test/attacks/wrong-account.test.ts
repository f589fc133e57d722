import { describe, expect, it } from "vitest";
import { findUser } from "../../src/domain/directory/find-user.ts";
import type { UserId } from "../../src/foundation/identifiers.ts";
import { authorizeAddress, clientsOf, signInAt } from "../support/house-applications.ts";
import { testHouse } from "../support/test-house.ts";
import { formOf, textOf } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const { web } = clientsOf(house);
const password = fabrikam.users[0]?.password ?? "";

async function stateOf(userId: string): Promise<string | undefined> {
  return (await findUser(machine.database, contoso.tenantId, userId as UserId))?.redemptionState;
}

describe("5: in a browser signed in as somebody else nothing is accepted silently", () => {
  it("the page names both addresses, and going on needs the invited one's proof", async () => {
    const { link, userId } = await house.invite("bert@fabrikam.example");
    const visitor = house.visitor();
    await signInAt(visitor, "/myapps", "carl@fabrikam.example", password);

    const wrong = await visitor.submit(await visitor.get(link), { decision: "accept" });
    expect(textOf(wrong)).toContain("carl@fabrikam.example");
    expect(textOf(wrong)).toContain("b•••@fabrikam.example");
    expect(textOf(wrong)).not.toContain("Review permissions");

    const { fields } = formOf(wrong);
    const forced = await visitor.post(`${wrong.url.pathname}/redemption`, { ...fields, decision: "accept" });
    expect(textOf(forced)).toContain("carl@fabrikam.example");
    expect(await stateOf(userId)).toBe("pending");

    const asked = await visitor.submit(wrong, { decision: "continue-as-invited" });
    expect(asked.html).toContain('name="password"');
    expect(await stateOf(userId)).toBe("pending");
    const review = await visitor.submit(asked, { password });
    expect(textOf(review)).toContain("Review permissions");
    await visitor.submit(review, { decision: "accept" });
    const linked = await machine.database
      .selectFrom("externalIdentity")
      .select(["subject"])
      .where("userId", "=", userId as UserId)
      .execute();
    expect(linked).toEqual([{ subject: fabrikam.users[0]?.userId }]);
  });

  it("the invited person's own session leads to the review and no further", async () => {
    const { link, userId } = await house.invite("dana@fabrikam.example");
    const visitor = house.visitor();
    await signInAt(visitor, "/myapps", "dana@fabrikam.example", password);
    const review = await visitor.submit(await visitor.get(link), { decision: "accept" });
    expect(textOf(review)).toContain("Review permissions");
    expect(textOf(review)).toContain("dana@fabrikam.example");
    expect(await stateOf(userId)).toBe("pending");
  });

  it("the account chosen by hand is not taken for the invited one", async () => {
    const { link, userId } = await house.invite("erin@elsewhere.example");
    const visitor = house.visitor();
    await signInAt(visitor, "/myapps", "carl@fabrikam.example", password);
    const wrong = await visitor.submit(await visitor.get(link), { decision: "accept" });
    const [carl] = await machine.database
      .selectFrom("sessionAccount")
      .select("accountId")
      .where("subject", "=", fabrikam.users[2]?.userId ?? "")
      .orderBy("authenticatedAt", "desc")
      .execute();
    const chosen = await visitor.post(`${wrong.url.pathname}/account`, {
      ...formOf(wrong).fields,
      account: carl?.accountId ?? "",
    });
    expect(textOf(chosen)).toContain("carl@fabrikam.example");
    expect(textOf(chosen)).not.toContain("Review permissions");
    expect(await stateOf(userId)).toBe("pending");
  });

  it("silent sign-in accepts no invitation", async () => {
    const { userId } = await house.invite("carl@fabrikam.example");
    const visitor = house.visitor();
    await signInAt(visitor, "/myapps", "carl@fabrikam.example", password);
    const silent = await visitor.get(authorizeAddress(contoso.tenantId, web, { prompt: "none" }));
    expect(silent.url.searchParams.get("error")).toBe("interaction_required");
    const asked = await visitor.get(authorizeAddress(contoso.tenantId, web));
    expect(textOf(asked)).toContain("Review permissions");
    expect(await stateOf(userId)).toBe("pending");
  });
});
