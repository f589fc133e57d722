import { describe, expect, test } from "vitest";
import { invitationState } from "./invitation.ts";
import { invitationEnd } from "./invitation-lifetime.ts";

const now = new Date("2026-03-01T12:00:00Z");

describe("the state of an invitation", () => {
  test.each([
    ["pending", null, "pending"],
    ["pending", "2026-03-01T12:00:01Z", "pending"],
    ["pending", "2026-03-01T12:00:00Z", "expired"],
    ["pending", "2026-02-01T12:00:00Z", "expired"],
    ["accepted", "2026-02-01T12:00:00Z", "accepted"],
    ["revoked", "2026-02-01T12:00:00Z", "revoked"],
  ] as const)("stored %s, ending %s: %s", (state, end, expected) => {
    expect(invitationState({ state, expiresAt: end === null ? null : new Date(end) }, now)).toBe(expected);
  });
});

describe("the end of a link", () => {
  test.each([
    [undefined, 90, "2026-05-30T12:00:00.000Z"],
    [undefined, undefined, undefined],
    [7, 90, "2026-03-08T12:00:00.000Z"],
    [null, 90, undefined],
    [3650, undefined, "2036-02-27T12:00:00.000Z"],
  ])("asked %s, setting %s: %s", (asked, setting, expected) => {
    const end = invitationEnd(now, asked, setting);
    expect(end.ok && end.value?.toISOString()).toBe(expected);
  });

  test.each([0, -1, 1.5, 3651, Number.NaN])("%s days is refused", (days) => {
    expect(invitationEnd(now, days, 90)).toEqual({
      ok: false,
      refusal: { code: "lifetime-unusable", longestDays: 3650 },
    });
  });
});
