import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { findExternalUsersByAddress, findUser } from "../../src/domain/directory/find-user.ts";
import { updateUser } from "../../src/domain/directory/update-user.ts";
import { inviteGuest } from "../../src/domain/invitations/invite-guest.ts";
import { resendInvitation } from "../../src/domain/invitations/resend-invitation.ts";
import { changeDomainPolicy, removeDomainPolicy } from "../../src/domain/policies/change-domain-policy.ts";
import { readDomainPolicy } from "../../src/domain/policies/read-domain-policy.ts";
import type { DomainRestriction } from "../../src/domain/policies/rules/domain-restriction.ts";
import { redeemInvitation } from "../../src/domain/redemption/redeem-invitation.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import { type EmailAddress, normalizeEmailAddress } from "../../src/foundation/email-address.ts";
import type { InvitationId, UserId } from "../../src/foundation/identifiers.ts";
import { acceptAtHome, authorizeAddress, clientsOf, signInAt } from "../support/house-applications.ts";
import { askIn, openSignUp } from "../support/open-sign-up.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { textOf } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const { tenantId } = contoso;
const { web } = clientsOf(house);
const password = "a password for everybody here";
const refusal = "This invitation cannot be accepted at the moment";

async function settle(kind: DomainRestriction["kind"], ...names: readonly string[]): Promise<void> {
  const domains = names.map((name) => ({ domain: name as DomainName, includesSubdomains: false }));
  const changes = { isInForce: true, restriction: { kind, domains } };
  accepted(await changeDomainPolicy(machine, byOperator, { tenantId, changes }));
}
afterEach(() => removeDomainPolicy(machine, byOperator, tenantId));

/** A member of Fabrikam whom Contoso has invited. */
async function invited(name: string) {
  const address = `${name}@fabrikam.example`;
  accepted(
    await createMember(machine, byOperator, {
      ...{ tenantId: fabrikam.tenantId, userPrincipalName: address, displayName: name, password },
    }),
  );
  return { address, ...(await house.invite(address)) };
}

const stateOf = async (userId: string) =>
  (await findUser(machine.database, tenantId, userId as UserId))?.redemptionState;
const guests = (address: string) =>
  findExternalUsersByAddress(machine.database, tenantId, normalizeEmailAddress(address as EmailAddress));
const at = () => authorizeAddress(tenantId, web, { scope: "openid" });

describe("a list of domains", () => {
  it("is not written back by who renames it at the same moment", async () => {
    await settle("deny", "first.example");
    const lost: number[] = [];
    for (let number = 0; number < 20; number++) {
      const domain = `closed-${number}.example` as DomainName;
      await Promise.all([
        settle("deny", domain),
        changeDomainPolicy(machine, byOperator, { tenantId, changes: { displayName: `Name ${number}` } }),
      ]);
      const policy = await readDomainPolicy(machine.database, tenantId);
      const isKept =
        policy?.displayName === `Name ${number}` && policy.restriction.domains[0]?.domain === domain;
      if (!isKept) lost.push(number);
    }
    expect(lost).toEqual([]);
  });
});

describe("an invitation to a domain that was closed since", () => {
  it("is kept and cannot be accepted: by its link, half-way, or straight at an application", async () => {
    const { address, link, userId } = await invited("pending");
    const halfway = house.visitor();
    const review = await signInAt(halfway, at(), address, password);
    expect(textOf(review)).toContain("Review permissions");
    await settle("deny", "fabrikam.example");
    const seen = [
      await house.visitor().get(link),
      await halfway.submit(review, { decision: "accept" }),
      await halfway.get(review.url.pathname),
      await signInAt(house.visitor(), at(), address, password),
    ];
    for (const page of seen) expect(textOf(page)).toContain(refusal);
    expect(await stateOf(userId)).toBe("pending");
    await settle("allow", "fabrikam.example");
    await acceptAtHome(house.visitor(), link, password);
    expect(await stateOf(userId)).toBe("accepted");
  });

  it("is not mailed again, and no new one is made, in whatever letters", async () => {
    const { invitationId } = await invited("resent");
    await settle("deny", "fabrikam.example", "xn--bcher-kva.example");
    expect(
      await resendInvitation(machine, byOperator, {
        ...{ tenantId, invitationId: invitationId as InvitationId, sendMail: false },
      }),
    ).toMatchObject({ refusal: { code: "domain-refused" } });
    for (const email of [
      "new@fabrikam.example",
      "new@FabriKam.Example",
      "new+tag@fabrikam.example",
      "new@bücher.example",
    ])
      expect(
        await inviteGuest(machine, byOperator, {
          ...{ tenantId, email, redirectUrl: "https://app.example/", sendMail: false },
        }),
        email,
      ).toMatchObject({ refusal: { code: "domain-refused" } });
    await expect(house.invite("new@fabrikam.example.")).rejects.toThrow();
  });

  it("is not accepted by the proof of another address that is open, nor an open one by a closed proof", async () => {
    const redeem = (userId: string, invitationId: string | undefined, proven: string) =>
      redeemInvitation(machine, byOperator, {
        ...{ tenantId, userId: userId as UserId, invitationId: invitationId as InvitationId | undefined },
        identity: { issuer: "mail", subject: proven, providerKind: "email-code", email: proven },
        provenAddresses: [proven],
      });
    const withOther = async (email: string, other: string) => {
      const made = await house.invite(email);
      const changes = { otherMails: [other as EmailAddress] };
      accepted(await updateUser(machine, byOperator, { tenantId, userId: made.userId as UserId, changes }));
      return made;
    };
    const closed = await withOther("first@closed.example", "first@open.example");
    const open = await withOther("second@open.example", "second@closed.example");
    await settle("deny", "closed.example");
    for (const link of [closed.invitationId, undefined])
      expect(await redeem(closed.userId, link, "first@open.example")).toMatchObject({
        refusal: { code: "domain-refused" },
      });
    expect(await redeem(open.userId, open.invitationId, "second@closed.example")).toMatchObject({
      refusal: { code: "address-not-proven" },
    });
    expect((await redeem(open.userId, open.invitationId, "second@open.example")).ok).toBe(true);
  });
});

describe("a guest who has accepted", () => {
  it("goes on signing in, until they are to accept anew", async () => {
    const { address, link, userId } = await invited("accepted");
    await acceptAtHome(house.visitor(), link, password);
    const again = accepted(
      await inviteGuest(machine, byOperator, {
        ...{ tenantId, email: address, userId, resetRedemption: true },
        ...{ redirectUrl: "https://app.example/", sendMail: false },
      }),
    );
    await acceptAtHome(house.visitor(), again.redeemUrl, password);
    await settle("deny", "fabrikam.example");
    const landed = await signInAt(house.visitor(), at(), address, password);
    expect(landed.url.searchParams.has("code"), textOf(landed)).toBe(true);
    const shortcut = await inviteGuest(machine, byOperator, {
      ...{ tenantId, email: address, redirectUrl: "https://app.example/", sendMail: false },
    });
    expect(shortcut).toMatchObject({ ok: true, value: { step: "already-accepted" } });
    const reset = { tenantId, email: address, userId, resetRedemption: true };
    const refused = await inviteGuest(machine, byOperator, {
      ...{ ...reset, redirectUrl: "https://app.example/", sendMail: false },
    });
    expect(refused).toMatchObject({ refusal: { code: "domain-refused" } });
    expect(await stateOf(userId)).toBe("accepted");
    await removeDomainPolicy(machine, byOperator, tenantId);
    const fresh = accepted(
      await inviteGuest(machine, byOperator, {
        ...{ ...reset, redirectUrl: "https://app.example/", sendMail: false },
      }),
    );
    await settle("deny", "fabrikam.example");
    expect(textOf(await house.visitor().get(fresh.redeemUrl))).toContain(refusal);
  });
});

describe("somebody who signs up", () => {
  beforeAll(async () => {
    const changes = { allowsEmailCode: true };
    const flow = await openSignUp(machine, { tenantId, applicationId: web.clientId, name: "P", changes });
    await askIn(machine, flow, { attributeId: "City" });
  });

  it("is stopped where the address is typed, after the proof, and at the last step", async () => {
    const visitor = house.visitor();
    const create = await visitor.get(`${at()}&prompt=create`);
    const enter = await visitor.submit(await visitor.submit(create, { email: "late@closed.example" }), {});
    await settle("deny", "closed.example", "fabrikam.example");
    const typed = house.visitor();
    const start = await typed.get(`${at()}&prompt=create`);
    for (const email of ["new@closed.example", "new@CLOSED.example"]) {
      const refused = await typed.submit(start, { email });
      expect([refused.status, textOf(refused)]).toEqual([
        400,
        expect.stringContaining("Nobody can sign up here with this address"),
      ]);
    }
    const proved = await visitor.submit(enter, { code: await house.newestCode("late@closed.example") });
    expect(textOf(proved)).toContain("You cannot sign up with this address");
    await removeDomainPolicy(machine, byOperator, tenantId);
    const agree = await visitor.get(proved.url.pathname);
    const answers = await visitor.submit(agree, { decision: "accept" });
    await settle("allow", "other.example");
    const late = await visitor.submit(answers, { decision: "create", "answer-City": "Ghent" });
    expect(textOf(late)).toContain("You cannot sign up with this address");
    expect(await guests("late@closed.example")).toEqual([]);
  });
});
