import { describe, expect, it } from "vitest";
import { type AttributeChoice, assignmentProblem, type InputKind } from "./attribute-assignment.ts";
import { type AttributeType, customAttributeId, type SignUpAttribute } from "./sign-up-attribute.ts";

const attribute = (dataType: AttributeType): SignUpAttribute => ({
  ...{ attributeId: "extension_0_Any", displayName: "Any", description: "", dataType },
  origin: "custom",
});
const choice = (value: string, isDefault = false): AttributeChoice => ({ label: value, value, isDefault });

function problem(
  type: AttributeType,
  input: InputKind,
  choices: readonly AttributeChoice[] = [],
  requiresVerification = false,
) {
  const asked = { label: "Any", isRequired: true, input, choices, requiresVerification };
  return assignmentProblem(attribute(type), asked);
}

describe("a question of a flow", () => {
  it.each<[AttributeType, InputKind, string[]]>([
    ["text", "text-box", []],
    ["text", "e-mail", []],
    ["text", "radio", ["tea", "coffee"]],
    ["text", "check-boxes", ["tea", "coffee"]],
    ["texts", "check-boxes", ["tea", "coffee"]],
    ["flag", "text-box", []],
    ["flag", "radio", ["true", "false"]],
    ["number", "text-box", []],
    ["number", "dropdown", ["1", "2"]],
    ["moment", "date", []],
  ])("of the type %s can be a %s", (type, input, values) => {
    expect(
      problem(
        type,
        input,
        values.map((value) => choice(value)),
      ),
    ).toBeUndefined();
  });

  it.each<[string, ReturnType<typeof problem>, string]>([
    ["a number in check boxes", problem("number", "check-boxes", [choice("1")]), "input-does-not-fit"],
    ["several texts in a text box", problem("texts", "text-box"), "input-does-not-fit"],
    ["a text as a date", problem("text", "date"), "input-does-not-fit"],
    ["a choice without choices", problem("text", "radio"), "choices-missing"],
    ["choices of a text box", problem("text", "text-box", [choice("a")]), "choices-not-taken"],
    ["a choice that is no number", problem("number", "radio", [choice("one")]), "choice-wrong"],
    ["the same choice twice", problem("text", "radio", [choice("a"), choice("a")]), "choice-wrong"],
    ["two defaults", problem("text", "radio", [choice("a", true), choice("b", true)]), "choice-wrong"],
    ["a comma where commas part", problem("text", "check-boxes", [choice("a,b")]), "choice-wrong"],
    ["a text that is verified", problem("text", "text-box", [], true), "only-addresses-verified"],
  ])("cannot be %s", (_what, found, code) => {
    expect(found).toBe(code);
  });
});

describe("the id of a custom attribute", () => {
  const application = "d09380e2-b4c6-42b9-a203-fb816a04a7ad";
  it.each([
    ["Hobby", "extension_d09380e2b4c642b9a203fb816a04a7ad_Hobby"],
    ["Shoe size", "extension_d09380e2b4c642b9a203fb816a04a7ad_ShoeSize"],
    ["Cost-centre  no. 7", "extension_d09380e2b4c642b9a203fb816a04a7ad_CostcentreNo7"],
    ["日本語", undefined],
    ["7 days", undefined],
    ["", undefined],
  ])("of %j", (name, id) => {
    expect(customAttributeId(application, name)).toBe(id);
  });
});
