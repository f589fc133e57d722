import { html } from "hono/html";
import { type Language, languageFacts, languages } from "../../../foundation/language.ts";
import type { TextProblem } from "../../shared/page-texts.ts";
import type { PreviewWish } from "../flow-preview/preview-wish.ts";
import { previewPages, previewSchemes, previewStates, previewWidths } from "../flow-preview/preview-wish.ts";
import { type EditedContent, type EditedText, isProblemOf } from "../flow-preview/typed-content.ts";
import { errorSummary, selectField, textField } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { type PlainMessageKey, type Translator, words } from "../words/words.ts";

export interface FlowPreviewView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  readonly tenantId: string;
  readonly flowNames: readonly string[];
  /** Undefined where there is no flow to look at. */
  readonly shown: ShownPreview | undefined;
}

/** A page of a flow as it is looked at and changed. */
export interface ShownPreview {
  readonly wish: PreviewWish;
  readonly content: EditedContent;
  /** The ids of texts that nobody but us says. */
  readonly agreed: readonly string[];
  readonly questionLabels: Readonly<Record<string, string>>;
  readonly problems: readonly TextProblem[];
  readonly isSaved: boolean;
  /** Where the page alone is shown, by `GET` as it is kept and by `POST` as it is typed. */
  readonly frameUrl: string;
}

/** What do the pages of a sign-up look like, and what shall they say? */
export function flowPreviewPage(view: FlowPreviewView): Html {
  const t = words(view.frame.language);
  const { shown } = view;
  return page(view.frame, {
    title: t("flow-preview.title"),
    wide: true,
    scripts: ["flow-preview"],
    headExtra: html`<link rel="stylesheet" href="/static/flow-preview.css">`,
    actingAs: { address: view.address },
    body: html`${shown ? shownPreview(view, t, shown) : html`<p class="lead">${t("flow-preview.none")}</p>`}
<div class="actions"><a class="button secondary" href="/myapps?tenant=${view.tenantId}">${t("allowed.back")}</a></div>`,
  });
}

function shownPreview(view: FlowPreviewView, t: Translator, shown: ShownPreview): Html {
  return html`<p class="lead">${t("flow-preview.lead")}</p>
${wishForm(view, t, shown.wish)}
${shown.isSaved && notice("good", t("flow-preview.saved"))}
<div class="flow-preview">
${editForm(view, t, shown)}
<div class="previewed ${shown.wish.width}"><iframe name="preview" title="${t("flow-preview.frame")}" src="${shown.frameUrl}" sandbox></iframe></div>
</div>`;
}

/** What to look at; a `GET`, so that its address can be kept. */
function wishForm({ flowNames, tenantId }: FlowPreviewView, t: Translator, wish: PreviewWish): Html {
  const named = (names: readonly string[]) => names.map((value) => ({ value, label: value }));
  const told = <Name extends string>(names: readonly Name[], keys: Readonly<Record<Name, PlainMessageKey>>) =>
    names.map((value) => ({ value, label: t(keys[value]) }));
  const fields = [
    selectField({ name: "flow", label: t("flow-preview.flow"), value: wish.flow.name }, named(flowNames)),
    selectField({ name: "language", label: t("frame.language"), value: wish.language }, spokenBy(languages)),
    selectField(
      { name: "page", label: t("flow-preview.page"), value: wish.pageId },
      told(previewPages, pageWords),
    ),
    selectField(
      { name: "state", label: t("flow-preview.state"), value: wish.state },
      told(previewStates, stateWords),
    ),
    selectField(
      { name: "width", label: t("flow-preview.width"), value: wish.width },
      told(previewWidths, widthWords),
    ),
    selectField(
      { name: "scheme", label: t("flow-preview.scheme"), value: wish.scheme },
      told(previewSchemes, schemeWords),
    ),
  ];
  return html`<form method="get" action="/sign-up-preview" class="preview-wish" data-submit-on-change>
<input type="hidden" name="tenant" value="${tenantId}">
${fields}
<button class="secondary">${t("flow-preview.choose")}</button>
</form>`;
}

function spokenBy(all: readonly Language[]) {
  return all.map((value) => ({ value, label: languageFacts[value].ownName }));
}

/**
 * The texts of the page, each under what it says by itself. The first button, which Enter presses too, shows the page
 * with them in the frame beside; the other keeps them.
 */
function editForm(view: FlowPreviewView, t: Translator, shown: ShownPreview): Html {
  const { content, problems, agreed, frameUrl } = shown;
  const isOpen = ({ kind, textId }: EditedText) => kind !== "words" || !agreed.includes(textId);
  const texts = (kind: EditedText["kind"]) =>
    content.texts.filter((one) => one.kind === kind && isOpen(one)).map((one) => textInput(t, shown, one));
  const group = (key: PlainMessageKey, fields: readonly Html[]) =>
    fields.length > 0 ? html`<fieldset><legend>${t(key)}</legend>${fields}</fieldset>` : "";
  const names = [
    ...content.texts.map(({ name }) => name),
    ...content.choices.flatMap((one) => one.choices.map(({ name }) => name)),
  ];
  const errors = problems.map((problem) => ({
    field: fieldOf(content, problem),
    text: complaintOf(t, problem),
  }));
  return html`<form method="post" action="${view.action}" class="own-words" data-live-preview>
<input type="hidden" name="csrf" value="${view.csrf}">
${agreed.length > 0 && html`<p>${t("flow-preview.protected")}</p>`}
${errorSummary(t, errors, names)}
${group("flow-preview.words", texts("words"))}
${group("flow-preview.questions", [...texts("attribute"), ...choiceInputs(t, shown)])}
${group("flow-preview.errors", texts("error"))}
<p class="hint">${t("flow-preview.empty")}</p>
<div class="actions"><button class="secondary" formaction="${frameUrl}" formtarget="preview" data-show>${t("flow-preview.show")}</button>
<button class="primary">${t("flow-preview.save")}</button></div>
</form>`;
}

function textInput(t: Translator, { problems, questionLabels }: ShownPreview, one: EditedText): Html {
  const { attributeId, textId, text, own, name } = one;
  const question = attributeId === undefined ? "" : (questionLabels[attributeId] ?? attributeId);
  const label =
    attributeId === undefined
      ? text
      : t(textId === "DisplayName" ? "flow-preview.label" : "flow-preview.hint", { question });
  return field(t, { name, label, own, problem: problems.find((problem) => isProblemOf(problem, one)) });
}

function choiceInputs(t: Translator, { content, problems, questionLabels }: ShownPreview): Html[] {
  return content.choices.flatMap(({ attributeId, choices }) =>
    choices.map(({ name, label, value, own }) =>
      field(t, {
        name,
        own,
        label: `${questionLabels[attributeId] ?? attributeId}: ${label}`,
        problem: problems.find((problem) => isProblemOf(problem, { attributeId, textId: value })),
      }),
    ),
  );
}

function field(
  t: Translator,
  view: {
    readonly name: string;
    readonly label: string;
    readonly own: string;
    readonly problem: TextProblem | undefined;
  },
): Html {
  const { name, label, own, problem } = view;
  const error = problem && complaintOf(t, problem);
  return textField({ name, label, value: own, autocomplete: "off", prose: true, error });
}

function fieldOf({ texts, choices }: EditedContent, problem: TextProblem): string | undefined {
  const text = texts.find((one) => isProblemOf(problem, one));
  const choice = choices
    .flatMap(({ attributeId, choices: all }) =>
      all.map((one) => ({ ...one, attributeId, textId: one.value })),
    )
    .find((one) => isProblemOf(problem, one));
  return text?.name ?? choice?.name;
}

function complaintOf(t: Translator, { code, parameters = [] }: TextProblem): string {
  switch (code) {
    case "text-too-long":
      return t("sign-up.error.too-long");
    case "text-not-a-message":
    case "text-parameter-unknown":
      return parameters.length > 0
        ? t("flow-preview.wrong-braces", { names: parameters.map((name) => `{${name}}`).join(" ") })
        : t("flow-preview.no-braces");
    default:
      return t("sign-up.error.not-one-line");
  }
}

const pageWords = {
  idpselections: "flow-preview.page.idpselections",
  check: "flow-preview.page.check",
  agree: "flow-preview.page.agree",
  selfasserted1_1: "flow-preview.page.selfasserted",
  sendcode: "flow-preview.page.sendcode",
  code: "flow-preview.page.code",
  address: "flow-preview.page.address",
  waiting: "flow-preview.page.waiting",
  denied: "flow-preview.page.denied",
  blocked: "flow-preview.page.blocked",
  refused: "flow-preview.page.refused",
} as const satisfies Readonly<Record<PreviewWish["pageId"], PlainMessageKey>>;

const stateWords = {
  first: "flow-preview.state.first",
  errors: "flow-preview.state.errors",
  other: "flow-preview.state.other",
} as const satisfies Readonly<Record<PreviewWish["state"], PlainMessageKey>>;

const widthWords = {
  phone: "flow-preview.width.phone",
  desktop: "flow-preview.width.desktop",
} as const satisfies Readonly<Record<PreviewWish["width"], PlainMessageKey>>;

const schemeWords = {
  light: "flow-preview.scheme.light",
  dark: "flow-preview.scheme.dark",
} as const satisfies Readonly<Record<PreviewWish["scheme"], PlainMessageKey>>;
