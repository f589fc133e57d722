import type { SignUpQuestion } from "../../src/domain/signup/rules/sign-up-offer.ts";

const usual = { isRequired: true, requiresVerification: false, description: "", dataType: "text" } as const;

/** What a flow asks in samples of its pages. */
export const questionsOfSamples: readonly SignUpQuestion[] = [
  { ...usual, attributeId: "City", label: "City", input: "text-box", choices: [], origin: "built-in" },
  {
    ...{ ...usual, isRequired: false, attributeId: "extension_d09380e2b4c642b9a203fb816a04a7ad_Size" },
    ...{ label: "Size of your company", input: "dropdown", origin: "custom" },
    choices: ["Small", "Large"].map((label) => ({ label, value: label.toLowerCase(), isDefault: false })),
  },
];
