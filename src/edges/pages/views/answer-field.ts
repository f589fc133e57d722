import { html } from "hono/html";
import { fieldError, textField } from "../layout/form.ts";
import type { Html } from "../layout/html.ts";
import type { Translator } from "../words/words.ts";

/** One question of a sign-up, as its page shows it. */
export interface ShownQuestion {
  /** Of the form field. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly isRequired: boolean;
  readonly look: "line" | "e-mail" | "number" | "date" | "check-box" | "radio" | "dropdown" | "check-boxes";
  readonly autocomplete: string;
  readonly maxLength: number;
  readonly choices: readonly { readonly label: string; readonly value: string }[];
  /** What was typed or chosen before. */
  readonly values: readonly string[];
  readonly error: string | undefined;
}

/** The input that a question takes; every kind works without script. */
export function answerField(t: Translator, question: ShownQuestion): Html {
  switch (question.look) {
    case "radio":
      return choiceSet(t, question, "radio");
    case "check-boxes":
      return choiceSet(t, question, "checkbox");
    case "dropdown":
      return dropdown(t, question);
    case "check-box":
      return checkBox(t, question);
    default:
      return line(t, question);
  }
}

const typeOf = { line: "text", "e-mail": "email", number: "text", date: "date" } as const;

function line(t: Translator, question: ShownQuestion): Html {
  const { name, hint, autocomplete, values, error, isRequired, maxLength } = question;
  const look = question.look as keyof typeof typeOf;
  return textField({
    ...{ name, autocomplete, error, maxLength },
    label: labelOf(t, question),
    hint: hint === "" ? undefined : hint,
    type: typeOf[look],
    inputmode: look === "number" ? "numeric" : look === "e-mail" ? "email" : undefined,
    value: values[0],
    required: isRequired,
    prose: look === "line",
  });
}

function dropdown(t: Translator, question: ShownQuestion): Html {
  const { name, choices, values, isRequired, error } = question;
  return html`<div class="field"><label for="${name}">${labelOf(t, question)}</label>
${hintLine(question)}
<select id="${name}" name="${name}" ${isRequired && html`required`} ${described(question)}>
<option value="">${t("sign-up.choose")}</option>
${choices.map(({ label, value }) => html`<option value="${value}" ${values.includes(value) && html`selected`}>${label}</option>`)}</select>
${fieldError(name, error)}</div>`;
}

function checkBox(t: Translator, question: ShownQuestion): Html {
  const { name, values, isRequired, error } = question;
  return html`<div class="field"><label class="check"><input type="checkbox" id="${name}" name="${name}" value="true"
${values.includes("true") && html`checked`} ${isRequired && html`required`} ${described(question)}> <span>${labelOf(t, question)}</span></label>
${hintLine(question)}
${fieldError(name, error)}</div>`;
}

/** Several inputs under one name: a legend says what they are about. */
function choiceSet(t: Translator, question: ShownQuestion, type: "radio" | "checkbox"): Html {
  const { name, choices, values, isRequired, error } = question;
  return html`<fieldset class="choices" id="${name}" ${described(question)}><legend>${labelOf(t, question)}</legend>
${hintLine(question)}
${choices.map(
  ({ label, value }, index) =>
    html`<label class="check"><input type="${type}" name="${type === "radio" ? name : `${name}.${index}`}" value="${value}"
${values.includes(value) && html`checked`} ${isRequired && type === "radio" && html`required`}> <span>${label}</span></label>`,
)}
${fieldError(name, error)}</fieldset>`;
}

function labelOf(t: Translator, { label, isRequired }: ShownQuestion): string {
  return isRequired ? label : t("sign-up.optional", { label });
}

function hintLine({ name, hint }: ShownQuestion): Html {
  return html`${hint !== "" && html`<p class="hint" id="${name}-hint">${hint}</p>`}`;
}

function described({ name, hint, error }: ShownQuestion): Html {
  const ids = [hint !== "" && `${name}-hint`, error !== undefined && `${name}-error`]
    .filter(Boolean)
    .join(" ");
  return html`${ids && html`aria-describedby="${ids}"`} ${error !== undefined && html`aria-invalid="true"`}`;
}
