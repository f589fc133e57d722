import { html } from "hono/html";
import type { Translator } from "../words/words.ts";
import type { FormError, FormTarget } from "./frame.ts";
import type { Html } from "./html.ts";
import { icon } from "./icons.ts";

/** The form of a page whose typed values a change of language takes along. */
export const typedFormId = "typed";

/** A form that is posted with its protection against forged requests. */
export function postForm(target: FormTarget, content: Html): Html {
  return html`<form method="post" action="${target.action}" ${target.keepsTyped && html`id="${typedFormId}"`} data-submit-once ${target.sendsItself && html`data-submit-at-once`}>
<input type="hidden" name="csrf" value="${target.csrf}">
${Object.entries(target.hidden ?? {}).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${content}
</form>`;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly hint?: string | Html | undefined;
  readonly error?: string | undefined;
  readonly type?: "text" | "email" | "number" | "url" | "date";
  readonly autocomplete: string;
  readonly inputmode?: "numeric" | "email" | "url" | undefined;
  readonly required?: boolean;
  readonly focus?: boolean;
  readonly maxLength?: number;
  /** An example in the empty input; what must be known stands in the hint. */
  readonly placeholder?: string | undefined;
  /** Further classes of the input. */
  readonly look?: "code" | "short" | undefined;
  /** Words of a language. Anything else is an address, a code or the like: left as typed, and written from the left. */
  readonly prose?: boolean;
}

/** A label, an optional hint, one input, and what was wrong with it. */
export function textField(field: Field): Html {
  return labelled(
    field,
    html`<input id="${field.name}" name="${field.name}" type="${field.type ?? "text"}" ${field.look && html`class="${field.look}"`}
value="${field.value ?? ""}" autocomplete="${field.autocomplete}" ${field.inputmode && html`inputmode="${field.inputmode}"`}
${asTyped(field)} ${field.maxLength && html`maxlength="${field.maxLength}"`} ${field.placeholder && html`placeholder="${field.placeholder}"`}
${field.required && html`required`} ${describedBy(field)} ${(field.focus || field.error) && html`autofocus`}>`,
  );
}

/** A password with a button to look at it, which appears where scripts run. */
export function passwordField(t: Translator, field: Field): Html {
  return labelled(
    field,
    html`<span class="with-button"><input id="${field.name}" name="${field.name}" type="password" autocomplete="${field.autocomplete}"
${field.required && html`required`} ${describedBy(field)} ${(field.focus || field.error) && html`autofocus`}><button type="button" class="in-field" hidden
data-show-password="${field.name}" data-show="${t("form.show")}" data-hide="${t("form.hide")}" aria-pressed="false">${t("form.show")}</button></span>`,
  );
}

/** Several lines of text. */
export function textArea(field: Omit<Field, "type" | "inputmode" | "look">, rows: number): Html {
  return labelled(
    field,
    html`<textarea id="${field.name}" name="${field.name}" rows="${rows}" autocomplete="${field.autocomplete}" ${asTyped(field)}
${field.maxLength && html`maxlength="${field.maxLength}"`} ${field.required && html`required`} ${describedBy(field)} ${field.focus && html`autofocus`}>
${field.value ?? ""}</textarea>`,
  );
}

/** A choice of one among a few. */
export function selectField(
  field: Pick<Field, "name" | "label" | "value" | "hint" | "error">,
  options: readonly { readonly value: string; readonly label: string }[],
): Html {
  return labelled(
    field,
    html`<select id="${field.name}" name="${field.name}" ${describedBy(field)}>${options.map(
      (option) =>
        html`<option value="${option.value}" ${option.value === field.value && html`selected`}>${option.label}</option>`,
    )}</select>`,
  );
}

function labelled(field: Pick<Field, "name" | "label" | "hint" | "error">, input: Html): Html {
  return html`<div class="field"><label for="${field.name}">${field.label}</label>
${field.hint && html`<p class="hint" id="${field.name}-hint">${field.hint}</p>`}
${input}
${fieldError(field.name, field.error)}</div>`;
}

/** Only words are corrected by the keyboard, and only they follow the direction of the page; a date follows its own. */
function asTyped({ prose, type }: Pick<Field, "prose" | "type">): Html {
  return html`${!prose && html`autocapitalize="none" spellcheck="false"`} ${!prose && type !== "date" && html`dir="ltr"`}`;
}

/** What was wrong with a field, to stand under it. */
export function fieldError(name: string, error: string | undefined): Html {
  return html`${error && html`<p class="field-error" id="${name}-error">${icon("circle-alert")}<span>${error}</span></p>`}`;
}

function describedBy(field: Pick<Field, "name" | "hint" | "error">): Html {
  const ids = [field.hint && `${field.name}-hint`, field.error && `${field.name}-error`]
    .filter(Boolean)
    .join(" ");
  return html`${ids && html`aria-describedby="${ids}"`} ${field.error && html`aria-invalid="true"`}`;
}

/** The error that belongs to a field, if any. */
export function errorOf(errors: readonly (FormError | undefined)[], field: string): string | undefined {
  return errors.find((error) => error?.field === field)?.text;
}

/** What is wrong beyond single fields; with several errors, a list that takes the focus and leads to each field. */
export function errorSummary(
  t: Translator,
  errors: readonly (FormError | undefined)[],
  fields: readonly string[],
): Html | undefined {
  const present = errors.filter((error) => error !== undefined);
  const onFields = present.filter((error) => error.field !== undefined && fields.includes(error.field));
  if (present.length === 0 || (present.length === 1 && onFields.length === 1)) return undefined;
  return html`<div class="notice bad" role="alert" tabindex="-1" autofocus>${icon("circle-alert")}<div>
${present.length > 1 && html`<p>${t("form.several-errors", { count: present.length })}</p>`}
${
  present.length === 1
    ? html`<p>${present[0]?.text}</p>`
    : html`<ul>${present.map((error) => html`<li>${onFields.includes(error) ? html`<a href="#${error.field}">${error.text}</a>` : error.text}</li>`)}</ul>`
}</div></div>`;
}
