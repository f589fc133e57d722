import { describe, expect, it } from "vitest";
import { typedByAnswer, valuesOfAnswers } from "./connector-values.ts";
import type { SignUpQuestion } from "./sign-up-offer.ts";

const badge = "extension_d09380e2b4c642b9a203fb816a04a7ad_Badge";
const plain = { label: "", isRequired: false, requiresVerification: false, choices: [], description: "" };
const questions: SignUpQuestion[] = [
  { ...plain, attributeId: "City", input: "text-box", dataType: "text", origin: "built-in" },
  { ...plain, attributeId: badge, input: "text-box", dataType: "number", origin: "custom" },
];

describe("values between a form and an organisation's API", () => {
  it("are of the attribute's type, and absent where nothing can be read", () => {
    expect(valuesOfAnswers(questions, { City: ["Ghent"], [badge]: ["77"] })).toEqual({
      City: "Ghent",
      [badge]: 77,
    });
    expect(valuesOfAnswers(questions, { City: [" "], [badge]: ["seven"], Other: ["x"] })).toEqual({});
  });

  it("come back only for what the flow asks, and only plain", () => {
    expect(
      typedByAnswer(questions, { city: "Lund", extension_Badge: 78, jobTitle: "Boss", userType: "Member" }),
    ).toEqual({ City: ["Lund"], [badge]: ["78"] });
    expect(typedByAnswer(questions, { city: { a: 1 }, [badge]: null })).toEqual({});
    expect(typedByAnswer(questions, { city: ["a", "b"] })).toEqual({ City: ["a", "b"] });
  });
});
