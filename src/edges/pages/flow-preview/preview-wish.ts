import type { UserFlow } from "../../../domain/signup/rules/user-flow.ts";
import { type Language, languages } from "../../../foundation/language.ts";
import type { ColourScheme } from "../layout/colour-scheme.ts";
import type { SampleState } from "../sign-up-texts/page-samples.ts";
import { signUpTextPages, type TextPageId } from "../sign-up-texts/sign-up-text-pages.ts";

/** What an administrator wants to look at. */
export interface PreviewWish {
  readonly flow: UserFlow;
  readonly language: Language;
  readonly pageId: TextPageId;
  readonly state: SampleState;
  readonly width: PreviewWidth;
  readonly scheme: ColourScheme;
}

export type PreviewWidth = "phone" | "desktop";

export const previewWidths = ["phone", "desktop"] as const satisfies readonly PreviewWidth[];
export const previewSchemes = ["light", "dark"] as const satisfies readonly ColourScheme[];
export const previewStates = ["first", "errors", "other"] as const satisfies readonly SampleState[];
export const previewPages = Object.keys(signUpTextPages) as TextPageId[];

/** What an address asks for; the first of everything where it says nothing, and undefined where there is no flow. */
export function readPreviewWish(
  asked: Readonly<Record<string, string>>,
  flows: readonly UserFlow[],
): PreviewWish | undefined {
  const flow = flows.find(({ name }) => name === asked["flow"]) ?? flows[0];
  if (!flow) return undefined;
  const inDefault = languages.find((one) => one === flow.defaultLanguage);
  return {
    flow,
    language: languages.find((one) => one === asked["language"]) ?? inDefault ?? "en",
    pageId: oneOf(previewPages, asked["page"]),
    state: oneOf(previewStates, asked["state"]),
    width: oneOf(previewWidths, asked["width"]),
    scheme: oneOf(previewSchemes, asked["scheme"]),
  };
}

/** The query that asks for it. */
export function queryOf(tenantId: string, wish: PreviewWish): string {
  const { flow, language, pageId: page, state, width, scheme } = wish;
  return new URLSearchParams({
    tenant: tenantId,
    flow: flow.name,
    ...{ language, page, state, width, scheme },
  }).toString();
}

function oneOf<Name extends string>(names: readonly Name[], asked: string | undefined): Name {
  const found = names.find((name) => name === asked) ?? names[0];
  if (found === undefined) throw new Error("there is nothing to choose from");
  return found;
}
