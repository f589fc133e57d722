import { describe, expect, it } from "vitest";
import { findUser } from "../../src/domain/directory/find-user.ts";
import { revokeInvitation } from "../../src/domain/invitations/revoke-invitation.ts";
import type { InvitationId, UserId } from "../../src/foundation/identifiers.ts";
import { testHouse } from "../support/test-house.ts";
import { byOperator } from "../support/test-machine.ts";
import { type Seen, textOf, type Visitor } from "../support/visitor.ts";
import { countOfWaiting } from "../support/waiting-statements.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;

/** From the invitation's page to "Review permissions", by a mailed code. */
async function proveByCode(visitor: Visitor, link: string, address: string): Promise<Seen> {
  const sendCode = await visitor.submit(await visitor.get(link), { decision: "accept" });
  const enterCode = await visitor.submit(sendCode, {});
  return visitor.submit(enterCode, { code: await house.newestCode(address) });
}

async function stateOf(userId: string): Promise<string | undefined> {
  return (await findUser(machine.database, contoso.tenantId, userId as UserId))?.redemptionState;
}

describe("1: a link carries an opaque token and names one invitation of one tenant", () => {
  it("an edited, cut, guessed or empty ticket opens nothing", async () => {
    const { link } = await house.invite("edited@elsewhere.example");
    const url = new URL(link);
    const ticket = url.searchParams.get("ticket") ?? "";
    const first = ticket.startsWith("A") ? "B" : "A";
    for (const wrong of [first + ticket.slice(1), ticket.slice(0, -1), "guess", "", `${ticket}A`]) {
      url.searchParams.set("ticket", wrong);
      const seen = await house.visitor().get(url.href);
      expect(seen.status).toBe(404);
      expect(seen.html).not.toContain("Accept invitation");
    }
  });

  it("a ticket of one invitation does not open another", async () => {
    const mine = new URL((await house.invite("mine@elsewhere.example")).link);
    const theirs = await house.invite("theirs@elsewhere.example");
    mine.searchParams.set("invitation", theirs.invitationId);
    expect((await house.visitor().get(mine.href)).status).toBe(404);
  });

  it("a ticket is worth nothing under another tenant", async () => {
    const url = new URL((await house.invite("crossing@elsewhere.example")).link);
    url.searchParams.set("tenant", fabrikam.tenantId);
    expect((await house.visitor().get(url.href)).status).toBe(404);
  });

  it("the database holds no ticket that could be read", async () => {
    const { link } = await house.invite("dumped@elsewhere.example");
    const ticket = new URL(link).searchParams.get("ticket") ?? "";
    for (const table of ["invitation", "mail", "auditEvent", "signInTransaction"] as const) {
      const rows = await machine.database.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(ticket);
    }
  });
});

describe("2: opening a link changes nothing", () => {
  it("only the person's own post redeems, with the form's own secret", async () => {
    const address = "scanner@elsewhere.example";
    const { link, userId } = await house.invite(address);
    for (let time = 0; time < 20; time++) await house.visitor().get(link);
    const review = await proveByCode(house.visitor(), link, address);
    expect(textOf(review)).toContain("Review permissions");
    expect(await stateOf(userId)).toBe("pending");
  });

  it("a post without the form's secret, or with another browser's, redeems nothing", async () => {
    const address = "forged@elsewhere.example";
    const { link, userId } = await house.invite(address);
    const visitor = house.visitor();
    const review = await proveByCode(visitor, link, address);
    const action = `${review.url.pathname}/redemption`;
    expect((await visitor.post(action, { decision: "accept" })).status).toBe(400);
    expect((await visitor.post(action, { decision: "accept", csrf: "AAAA" })).status).toBe(400);
    expect(await stateOf(userId)).toBe("pending");
    await visitor.submit(review, { decision: "accept" });
    expect(await stateOf(userId)).toBe("accepted");
  });
});

describe("3: accepting proves control of the invited address", () => {
  it("another account at the same organisation is not taken for the invited one", async () => {
    const { link, userId } = await house.invite("bert@fabrikam.example");
    const visitor = house.visitor();
    const password = await visitor.submit(await visitor.get(link), { decision: "accept" });
    const other = await visitor.get(`${password.url.pathname}/another`);
    const carlsPassword = await visitor.submit(other, { email: "carl@fabrikam.example" });
    const after = await visitor.submit(carlsPassword, { password: fabrikam.users[2]?.password ?? "" });
    expect(textOf(after)).toContain("carl@fabrikam.example");
    expect(textOf(after)).not.toContain("Review permissions");
    const forced = await visitor.post(`${after.url.pathname}/redemption`, {
      ...csrfOf(after),
      decision: "accept",
    });
    expect(textOf(forced)).not.toContain("Review permissions");
    expect(await stateOf(userId)).toBe("pending");
  });

  it("an address that an organisation may not vouch for proves nothing", async () => {
    const { userId } = await house.invite("director@elsewhere.example");
    const dana = fabrikam.users[1];
    await machine.database
      .updateTable("user")
      .set({ otherMails: ["director@elsewhere.example"] })
      .where("userId", "=", dana?.userId as UserId)
      .execute();
    const visitor = house.visitor();
    const visit = await visitor.get(`/myapps?tenant=${contoso.tenantId}`);
    const password = await visitor.submit(visit, { email: "dana@fabrikam.example" });
    const refused = await visitor.submit(password, { password: dana?.password ?? "" });
    expect(refused.status).toBe(403);
    expect(await stateOf(userId)).toBe("pending");
  });
});

describe("4: the provider a guest accepted with stays theirs", () => {
  it("the same address through another provider is refused", async () => {
    const address = "sticky@fabrikam.example";
    const { link, userId } = await house.invite(address);
    const visitor = house.visitor();
    const review = await proveByCode(visitor, link, address);
    await visitor.submit(review, { decision: "accept" });
    expect(await stateOf(userId)).toBe("accepted");

    // Later the partner's administrator makes an account with that very address.
    const dana = fabrikam.users[1];
    await machine.database
      .updateTable("user")
      .set({ mail: address })
      .where("userId", "=", dana?.userId as UserId)
      .execute();
    const other = house.visitor();
    await other.submit(await other.submit(await other.get("/myapps"), { email: dana?.userName ?? "" }), {
      password: dana?.password ?? "",
    });
    const asGuest = await other.get(`/myapps?tenant=${contoso.tenantId}`);
    expect(textOf(asGuest)).not.toContain("My Apps");
  });
});

describe("6: one winner, and the journey belongs to one browser", () => {
  it("of eight acceptances at once one wins, and all lead on", async () => {
    const address = "parallel@elsewhere.example";
    const { link, userId } = await house.invite(address);
    const visitor = house.visitor();
    const review = await proveByCode(visitor, link, address);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => visitor.submit(review, { decision: "accept" })),
    );
    for (const answer of answers) expect(answer.url.href).toBe("https://app.contoso.example/landing");
    expect(await stateOf(userId)).toBe("accepted");
    const redeemed = await machine.database
      .selectFrom("auditEvent")
      .selectAll()
      .where("activity", "=", "invitation-redeemed")
      .where("targetId", "=", userId)
      .execute();
    expect(redeemed).toHaveLength(1);
  });

  it("another browser cannot go on with a journey it did not start", async () => {
    const address = "stolen@elsewhere.example";
    const { link, userId } = await house.invite(address);
    const review = await proveByCode(house.visitor(), link, address);
    const thief = house.visitor();
    await thief.get(link);
    const seen = await thief.get(review.url.pathname);
    expect(seen.status).toBe(400);
    expect(seen.html).not.toContain("Review permissions");
    expect((await thief.post(`${review.url.pathname}/redemption`, { decision: "accept" })).status).toBe(400);
    expect(await stateOf(userId)).toBe("pending");
  });
});

describe("7: every gate holds on every path", () => {
  it("an invitation that ended meanwhile is not accepted by a page opened before", async () => {
    const address = "late@elsewhere.example";
    const { link, userId } = await house.invite(address, { lifetimeDays: 1 });
    const visitor = house.visitor();
    house.moveClock(24 * 3600 - 120);
    const review = await proveByCode(visitor, link, address);
    house.moveClock(180);
    const answer = await visitor.submit(review, { decision: "accept" });
    expect(textOf(answer)).toContain("ended");
    expect(await stateOf(userId)).toBe("pending");
    house.moveClock(-24 * 3600);
  });

  it("a withdrawn invitation is not accepted by a page opened before", async () => {
    const address = "withdrawn@elsewhere.example";
    const { link, userId, invitationId } = await house.invite(address);
    const visitor = house.visitor();
    const review = await proveByCode(visitor, link, address);
    await revokeInvitation(machine, byOperator, {
      tenantId: contoso.tenantId,
      invitationId: invitationId as InvitationId,
    });
    const answer = await visitor.submit(review, { decision: "accept" });
    expect(answer.status).toBe(403);
    expect(await stateOf(userId)).toBe("pending");
    expect((await house.visitor().get(link)).status).toBe(404);
  });

  it("a guest disabled meanwhile does not get in", async () => {
    const address = "disabled@elsewhere.example";
    const { link, userId } = await house.invite(address);
    const visitor = house.visitor();
    const review = await proveByCode(visitor, link, address);
    await machine.database
      .updateTable("user")
      .set({ accountEnabled: false })
      .where("userId", "=", userId as UserId)
      .execute();
    expect((await visitor.submit(review, { decision: "accept" })).status).toBe(403);
    expect(await stateOf(userId)).toBe("pending");
  });

  it("a guest disabled while the acceptance is on its way does not get in", async () => {
    const address = "racing@elsewhere.example";
    const { link, userId } = await house.invite(address);
    const visitor = house.visitor();
    const review = await proveByCode(visitor, link, address);
    let accepting: Promise<Seen> | undefined;
    await machine.database.transaction().execute(async (transaction) => {
      const user = transaction.updateTable("user").where("userId", "=", userId as UserId);
      await user.set({ accountEnabled: false }).execute();
      // It read the guest as enabled before this transaction ends, and waits for the row that it will write.
      accepting = visitor.submit(review, { decision: "accept" });
      await expect.poll(() => countOfWaiting(machine.database)).toBe(1);
    });
    expect((await accepting)?.status).toBe(403);
    expect(await stateOf(userId)).toBe("pending");
  });
});

function csrfOf(page: Seen): { csrf: string } {
  return { csrf: /name="csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? "" };
}
