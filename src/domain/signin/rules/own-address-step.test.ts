import { describe, expect, it } from "vitest";
import type { SignUpFacts } from "../../signup/rules/sign-up-facts.ts";
import type { SignUpOffer } from "../../signup/rules/sign-up-offer.ts";
import type { AccountStanding } from "./account-standing.ts";
import { ownAddressStep } from "./own-address-step.ts";

const offer = {} as SignUpOffer;
const account: AccountStanding = {
  account: {
    accountId: "vera",
    issuer: "facebook.com",
    subject: "10158",
    providerKind: "facebook",
    email: undefined,
    displayName: "Vera",
    amr: ["fed"],
    provider: undefined,
    authenticatedAt: new Date(0),
    expiresAt: new Date(1),
  },
  standing: { kind: "stranger" },
  provenAddresses: [],
};
const address = "vera@peer.example";
const said = (more: Partial<SignUpFacts> = {}): SignUpFacts => ({ accountId: "vera", ...more });
const proven = said({ ownAddress: address, proven: [address] });
const fine = { problem: undefined, isHeld: false };

describe("somebody whose provider vouches for no address", () => {
  it("is asked for one", () => {
    const found = { problem: "address-unproven", isHeld: false } as const;
    expect(ownAddressStep(offer, account, said(), found)).toEqual({
      kind: "sign-up-give-address",
      ...{ account, offer, refused: undefined },
    });
  });

  it("proves it by a code, which was mailed to that very address", () => {
    const found = { problem: "address-unproven", isHeld: false } as const;
    const sentAt = "2026-03-01T12:00:00.000Z";
    const mailed = said({ ownAddress: address, codeSent: { address, sentAt } });
    expect(ownAddressStep(offer, account, mailed, found)).toMatchObject({
      kind: "sign-up-prove-address",
      ...{ address, isOwn: true, sentAt: new Date(sentAt) },
    });
    const elsewhere = said({ ownAddress: address, codeSent: { address: "other@peer.example", sentAt } });
    expect(ownAddressStep(offer, account, elsewhere, found)).toMatchObject({ sentAt: undefined });
  });

  it("goes on once it is proved, and is asked again when it will not do", () => {
    expect(ownAddressStep(offer, account, proven, fine)).toBeUndefined();
    expect(ownAddressStep(offer, account, proven, { ...fine, isHeld: true })).toMatchObject({
      refused: { address, reason: "address-taken" },
    });
    expect(
      ownAddressStep(offer, account, proven, { problem: "domain-not-taken", isHeld: false }),
    ).toMatchObject({ refused: { address, reason: "domain-not-taken" } });
  });

  it("is not asked where the flow does not take them anyway", () => {
    expect(
      ownAddressStep(offer, account, said(), { problem: "way-not-taken", isHeld: false }),
    ).toBeUndefined();
  });
});

it("asks nobody whose provider vouches for an address, whatever is said on the way", () => {
  const vouched = { ...account, provenAddresses: ["vera@vouched.example"] };
  expect(ownAddressStep(offer, vouched, proven, { ...fine, isHeld: true })).toBeUndefined();
  expect(
    ownAddressStep(offer, vouched, proven, { problem: "domain-not-taken", isHeld: false }),
  ).toBeUndefined();
});
