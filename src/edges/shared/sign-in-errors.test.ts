import { expect, it } from "vitest";
import { meaningOfSignInError, signInErrors } from "./sign-in-errors.ts";

it("can tell what each number of a refused sign-in means", () => {
  for (const { number, description } of Object.values(signInErrors))
    expect(meaningOfSignInError(number)).toContain(description);
});

it("says nothing about a number that no refusal has", () => {
  expect(meaningOfSignInError(1)).toBeUndefined();
});
