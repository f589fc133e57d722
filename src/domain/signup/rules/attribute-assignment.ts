import { readTypedValue } from "./attribute-value.ts";
import type { AttributeType, SignUpAttribute } from "./sign-up-attribute.ts";

/** How a value is given: what the field looks like follows from this and from the attribute's type. */
export type InputKind = "text-box" | "date" | "radio" | "dropdown" | "e-mail" | "check-boxes";

/** One answer that can be chosen. */
export interface AttributeChoice {
  readonly label: string;
  readonly value: string;
  readonly isDefault: boolean;
}

/** One question of a flow. */
export interface AttributeAssignment {
  readonly attributeId: string;
  /** What the field is called in this flow. */
  readonly label: string;
  readonly isRequired: boolean;
  /** Whether the address given must be proved by a mailed code. */
  readonly requiresVerification: boolean;
  readonly input: InputKind;
  /** Only of the kinds that are chosen from. */
  readonly choices: readonly AttributeChoice[];
}

/** Which kinds of input can give a value of which type. A flag in a text box is one check box, a number a number box. */
const fittingInputs = {
  text: ["text-box", "radio", "dropdown", "e-mail", "check-boxes"],
  flag: ["text-box", "radio", "dropdown"],
  number: ["text-box", "radio", "dropdown"],
  moment: ["text-box", "date"],
  texts: ["check-boxes"],
} as const satisfies Record<AttributeType, readonly InputKind[]>;

const chosen: ReadonlySet<InputKind> = new Set(["radio", "dropdown", "check-boxes"]);

export type AssignmentProblem =
  | "label-wrong"
  | "input-does-not-fit"
  | "choices-missing"
  | "choices-not-taken"
  | "choice-wrong"
  | "only-addresses-verified";

/** What keeps a question from being asked so; undefined when nothing does. */
export function assignmentProblem(
  attribute: SignUpAttribute,
  { label, input, choices, requiresVerification }: Omit<AttributeAssignment, "attributeId">,
): AssignmentProblem | undefined {
  if (label.trim() === "") return "label-wrong";
  const fitting: readonly InputKind[] = fittingInputs[attribute.dataType];
  if (!fitting.includes(input)) return "input-does-not-fit";
  if (requiresVerification && input !== "e-mail") return "only-addresses-verified";
  if (!chosen.has(input)) return choices.length > 0 ? "choices-not-taken" : undefined;
  if (choices.length === 0) return "choices-missing";
  const isSingle = input !== "check-boxes";
  const values = choices.map(({ value }) => value);
  const isRefused =
    new Set(values).size !== values.length ||
    choices.some((choice) => choice.label.trim() === "") ||
    values.some((value) => !readTypedValue(attribute, [value]).ok) ||
    (isSingle && choices.filter(({ isDefault }) => isDefault).length > 1) ||
    // Several texts in one are kept with commas between them.
    (!isSingle && attribute.dataType === "text" && values.some((value) => value.includes(",")));
  return isRefused ? "choice-wrong" : undefined;
}
