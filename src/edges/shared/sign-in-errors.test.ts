import { expect, it } from "vitest";
import { meaningsOfSignInError, signInErrors } from "./sign-in-errors.ts";

it("can tell what each number of a refused sign-in means", () => {
  for (const { number, description } of Object.values(signInErrors))
    expect(meaningsOfSignInError(number)).toContain(description);
});

it("says nothing about a number that no refusal has", () => {
  expect(meaningsOfSignInError(1)).toEqual([]);
});

it("describes refusals without the words that clients search descriptions for", () => {
  const searched =
    /interaction_required|consent_required|login_required|bad_token|ui_not_allowed|interrupted_user/;
  for (const { description } of Object.values(signInErrors)) expect(description).not.toMatch(searched);
});
