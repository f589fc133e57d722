import { describe, expect, it } from "vitest";
import { certificateWarning, isMetadataDue } from "./certificate-watch.ts";

const now = new Date("2026-03-01T10:00:00Z");
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3600 * 1000);

describe("metadata is asked for again", () => {
  it.each([
    ["never asked", 300, undefined, true],
    ["asked six days ago", 300, -6, false],
    ["asked a week ago", 300, -7, true],
    ["a month from the end, asked a day ago", 30, -1, false],
    ["within a month of the end, asked a day ago", 29.9, -1, true],
    ["within a month of the end, asked today", 10, -0.9, false],
    ["after the end, asked a day ago", -5, -1, true],
  ])("%s", (_name, endsIn, asked, expected) => {
    const askedAt = asked === undefined ? undefined : inDays(asked);
    expect(isMetadataDue(inDays(endsIn), askedAt, now)).toBe(expected);
  });
});

describe("an administrator is warned of a certificate", () => {
  it.each([
    [31, false, undefined],
    [29, false, "ends-soon"],
    [29, true, undefined],
    [8, true, undefined],
    [6, true, "ends-soon"],
    [0, true, "ended"],
    [-1, false, "ended"],
  ])("that ends in %d days (published: %s)", (days, hasMetadata, expected) => {
    expect(certificateWarning({ endsAt: inDays(days), hasMetadata }, now)).toBe(expected);
  });
});
