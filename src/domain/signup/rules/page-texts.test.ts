import { expect, it } from "vitest";
import { questionsInWords } from "./page-texts.ts";
import type { SignUpQuestion } from "./sign-up-offer.ts";

const question: SignUpQuestion = {
  attributeId: "Size",
  label: "Size",
  isRequired: true,
  requiresVerification: false,
  input: "radio",
  choices: ["small", "middle", "large"].map((value) => ({
    label: value,
    value,
    isDefault: value === "small",
  })),
  dataType: "text",
  description: "Of your company",
  origin: "custom",
};

it("questions are called as the texts call them, and mean what they meant", () => {
  const [asked] = questionsInWords([question], {
    Size: {
      label: "Taille",
      choices: [
        { label: "Grande", value: "large" },
        { label: "Disparue", value: "gone" },
        { label: "Petite", value: "small" },
      ],
    },
  });
  expect(asked).toEqual({
    ...question,
    label: "Taille",
    choices: [
      { label: "Grande", value: "large", isDefault: false },
      { label: "Petite", value: "small", isDefault: true },
      // Nobody has named this one: it is called as everywhere.
      { label: "middle", value: "middle", isDefault: false },
    ],
  });
});

it("questions without texts stay as they are", () => {
  expect(questionsInWords([question], { Other: { label: "x" } })).toEqual([question]);
});
