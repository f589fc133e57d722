import { expect, it } from "vitest";
import { signInAmr } from "./sign-in-amr.ts";

it.each([
  [["pwd"], false, ["pwd"]],
  [["pwd"], true, ["pwd", "otp", "mfa"]],
  [["otp"], true, ["otp", "mfa"]],
  // A provider says so of what it asked.
  [["pwd", "mfa"], false, ["pwd"]],
  [["mfa"], true, ["otp", "mfa"]],
])("of %j, with a second factor proved here: %s, is %j", (amr, isProved, said) => {
  expect(signInAmr(amr, isProved)).toEqual(said);
});
