import { describe, expect, it } from "vitest";
import { lettersOfUserCode, userCodeFrom } from "./user-code.ts";

describe("a user code", () => {
  it("has eight letters in two groups, none of them a vowel", () => {
    const numbers = [0, 0.5, 0.999_999, 0.05, 0.1, 0.15, 0.2, 0.25];
    expect(userCodeFrom(() => numbers.shift() ?? 0)).toBe("BNZC-DFGH");
  });

  it.each(["WDJB-MJHT", "wdjbmjht", " wdjb mjht ", "WDJB – MJHT"])("is the same typed as %s", (typed) => {
    expect(lettersOfUserCode(typed)).toBe("WDJBMJHT");
  });
});
