import { describe, expect, test } from "vitest";
import type { EmailAddress } from "../../../foundation/email-address.ts";
import type { UserId } from "../../../foundation/identifiers.ts";
import { decideInvitation, type KnownUser, type RepeatInvitationFacts } from "./repeat-invitation.ts";

const ana = "Ana.Lund@fabrikam.example" as EmailAddress;
const someone: KnownUser = {
  userId: "5e6f0c1a-7a4e-4a36-9f55-0e3a7f1f7d21" as UserId,
  isExternal: true,
  redemptionState: "pending",
  accountEnabled: true,
  mail: "ana.lund@fabrikam.example",
  otherMails: [],
  proxyAddresses: [],
  holdsDirectoryRole: false,
};
const { userId } = someone;
const internal: Partial<KnownUser> = { isExternal: false, redemptionState: undefined };
const other: KnownUser = { ...someone, userId: "1c3e5a70-2a3c-4b6e-8f0a-0d6e6b5b2f11" as UserId };

function decide(facts: Partial<RepeatInvitationFacts>) {
  const decision = decideInvitation({
    email: ana,
    isOwnDomain: false,
    isDomainOpen: true,
    holders: [],
    named: undefined,
    resetRedemption: false,
    mayTouchRoleHolders: false,
    ...facts,
  });
  return decision.ok ? decision.value : decision.refusal;
}

describe("an address of a domain that is closed", () => {
  test("is refused where something is to be accepted, and not where somebody has", () => {
    const refused = { code: "domain-refused", domain: "fabrikam.example" };
    const accepted = { ...someone, redemptionState: "accepted" as const };
    const named = { named: accepted, resetRedemption: true };
    expect(decide({ isDomainOpen: false })).toEqual(refused);
    expect(decide({ isDomainOpen: false, holders: [someone] })).toEqual(refused);
    expect(decide({ isDomainOpen: false, ...named })).toEqual(refused);
    expect(decide({ isDomainOpen: false, holders: [accepted] })).toMatchObject({ step: "already-accepted" });
    expect(decide({ isDomainOpen: false, isOwnDomain: true })).toEqual({ code: "own-domain" });
  });
});

describe("inviting an address", () => {
  test.each([
    ["nobody holds: a new guest", [], { step: "new-guest" }],
    ["a pending guest holds: the same guest again", [someone], { step: "invite-again", userId }],
    [
      "an accepted guest holds: nothing left to redeem",
      [{ ...someone, redemptionState: "accepted" as const }],
      { step: "already-accepted", userId },
    ],
    [
      "a guest who signed up holds: nothing left to redeem",
      [{ ...someone, redemptionState: undefined }],
      { step: "already-accepted", userId },
    ],
    [
      "a member holds: refused",
      [{ ...someone, ...internal }],
      { code: "already-member", userId, accountEnabled: true },
    ],
    [
      "a blocked member holds: refused, and said to be blocked",
      [{ ...someone, ...internal, accountEnabled: false }],
      { code: "already-member", userId, accountEnabled: false },
    ],
    [
      "a member and a guest hold: the guest is meant",
      [{ ...other, ...internal }, someone],
      { step: "invite-again", userId },
    ],
    [
      "two guests hold: the one whose main address it is",
      [{ ...other, mail: "x@fabrikam.example", otherMails: [ana] }, someone],
      { step: "invite-again", userId },
    ],
  ])("that %s", (_, holders, expected) => {
    expect(decide({ holders })).toEqual(expected);
  });

  test("of a domain of our own is refused before anything else", () => {
    expect(decide({ isOwnDomain: true, named: someone, holders: [other] })).toEqual({ code: "own-domain" });
  });
});

describe("inviting a named user", () => {
  const accepted: KnownUser = { ...someone, redemptionState: "accepted" };
  test.each([
    ["guest with reset is reset", accepted, true, { step: "reset", userId }],
    ["pending guest with reset is reset", someone, true, { step: "reset", userId }],
    ["guest without reset stays accepted", accepted, false, { step: "already-accepted", userId }],
    ["member without reset is converted", { ...someone, ...internal }, false, { step: "convert", userId }],
    [
      "member with reset is refused",
      { ...someone, ...internal },
      true,
      { code: "reset-of-internal-user", userId },
    ],
    [
      "guest holding the address only as another mail is reset",
      { ...accepted, mail: "old@fabrikam.example", otherMails: ["ANA.lund@fabrikam.example"] },
      true,
      { step: "reset", userId },
    ],
    [
      "guest holding the address only as a proxy address is reset",
      { ...accepted, mail: undefined, proxyAddresses: ["SMTP:ana.lund@fabrikam.example"] },
      true,
      { step: "reset", userId },
    ],
    [
      "guest without that address is refused",
      { ...accepted, mail: "old@fabrikam.example" },
      true,
      { code: "email-not-on-user", userId },
    ],
    [
      "administrator is not reset by somebody lesser",
      { ...accepted, holdsDirectoryRole: true },
      true,
      { code: "target-holds-role", userId },
    ],
    [
      "administrator among the members is not converted by somebody lesser",
      { ...someone, ...internal, holdsDirectoryRole: true },
      false,
      { code: "target-holds-role", userId },
    ],
  ])("%s", (_, named, resetRedemption, expected) => {
    expect(decide({ named, holders: [named], resetRedemption })).toEqual(expected);
  });

  test("is refused when the address is somebody else's too", () => {
    expect(decide({ named: someone, holders: [someone, other], resetRedemption: true })).toEqual({
      code: "address-of-another-user",
      userId: other.userId,
    });
  });

  test("who holds a role is reset by one who may touch role holders", () => {
    const named = { ...accepted, holdsDirectoryRole: true };
    expect(decide({ named, holders: [named], resetRedemption: true, mayTouchRoleHolders: true })).toEqual({
      step: "reset",
      userId,
    });
  });
});
