import { describe, expect, it } from "vitest";
import type { Assertion, SubjectConfirmation } from "./assertion.ts";
import { type Expectation, judgeAssertion } from "./judge-assertion.ts";

const now = new Date("2026-03-01T10:00:00Z");
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);

const expected: Expectation = {
  issuer: "https://idp.example",
  audience: "https://guests.example/tenant/",
  recipient: "https://guests.example/federation/tenant/saml",
  requestId: "_request",
  now,
  provedSince: undefined,
};

const confirmation: SubjectConfirmation = {
  method: "urn:oasis:names:tc:SAML:2.0:cm:bearer",
  recipient: expected.recipient,
  inResponseTo: expected.requestId,
  notBefore: undefined,
  notOnOrAfter: inSeconds(300),
};

const honest: Assertion = {
  id: "_assertion",
  issuer: expected.issuer,
  nameId: "subject",
  nameIdFormat: undefined,
  confirmations: [confirmation],
  notBefore: inSeconds(-5),
  notOnOrAfter: inSeconds(300),
  audiences: [[expected.audience]],
  provedAt: now,
  attributes: {},
};

function judged(changes: Partial<Assertion>, expectation: Partial<Expectation> = {}): string | undefined {
  return judgeAssertion({ ...honest, ...changes }, { ...expected, ...expectation })?.check;
}

describe("what an assertion must say", () => {
  it("all of it", () => expect(judged({})).toBeUndefined());

  it("each restriction names us, beside whoever else", () => {
    expect(judged({ audiences: [["https://other.example", expected.audience]] })).toBeUndefined();
    expect(judged({ audiences: [[expected.audience], ["https://other.example"]] })).toBe("audience");
    expect(judged({ audiences: [] })).toBe("audience");
    expect(judged({ audiences: [[expected.audience.slice(0, -1)]] })).toBe("audience");
  });

  it("holds now, give or take two minutes", () => {
    expect(judged({ notBefore: inSeconds(120) })).toBeUndefined();
    expect(judged({ notBefore: inSeconds(121) })).toBe("time");
    expect(judged({ notOnOrAfter: inSeconds(-119) })).toBeUndefined();
    expect(judged({ notOnOrAfter: inSeconds(-120) })).toBe("time");
  });

  it("one bearer confirmation holds; those of other methods do not count", () => {
    const wrong = { ...confirmation, recipient: "https://other.example" };
    expect(judged({ confirmations: [wrong, confirmation] })).toBeUndefined();
    expect(judged({ confirmations: [wrong] })).toBe("recipient");
    expect(judged({ confirmations: [{ ...confirmation, method: "holder-of-key" }] })).toBe("recipient");
    expect(judged({ confirmations: [] })).toBe("recipient");
  });

  it.each<[string, Partial<SubjectConfirmation>]>([
    ["recipient", { recipient: undefined }],
    ["answer-belongs-here", { inResponseTo: undefined }],
    ["answer-belongs-here", { inResponseTo: "_another" }],
    ["time", { notOnOrAfter: undefined }],
    ["time", { notOnOrAfter: inSeconds(-120) }],
    ["time", { notBefore: inSeconds(121) }],
  ])("a confirmation lacks its %s (%#)", (check, changes) => {
    expect(judged({ confirmations: [{ ...confirmation, ...changes }] })).toBe(check);
  });

  it("an earlier sign-in is not enough where a new one was asked for", () => {
    expect(judged({ provedAt: inSeconds(-3600) })).toBeUndefined();
    expect(judged({ provedAt: inSeconds(-3600) }, { provedSince: inSeconds(-60) })).toBe("time");
    expect(judged({ provedAt: inSeconds(-180) }, { provedSince: inSeconds(-60) })).toBeUndefined();
    expect(judged({ provedAt: now }, { provedSince: inSeconds(-60) })).toBeUndefined();
  });
});
