import { describe, expect, it } from "vitest";
import { acceptablePassword } from "./acceptable-password.ts";

describe("acceptablePassword", () => {
  it.each([
    ["nine-char", "password-too-short"],
    ["x".repeat(257), "password-too-long"],
    ["my-Megan-password", "password-contains-name"],
  ])("refuses %s: %s", (password, code) => {
    expect(acceptablePassword(password, "megan@contoso.example")).toEqual({ ok: false, refusal: { code } });
  });

  it("takes ten characters, and does not mind a user name of two letters", () => {
    expect(acceptablePassword("correct-ho", "megan@contoso.example").ok).toBe(true);
    expect(acceptablePassword("albatross wings", "al@contoso.example").ok).toBe(true);
  });
});
