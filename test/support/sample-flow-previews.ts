import type { UserFlow } from "../../src/domain/signup/rules/user-flow.ts";
import type { PreviewWish } from "../../src/edges/pages/flow-preview/preview-wish.ts";
import { type EditedContent, editedContent } from "../../src/edges/pages/flow-preview/typed-content.ts";
import type { Frame } from "../../src/edges/pages/layout/frame.ts";
import type { Html } from "../../src/edges/pages/layout/html.ts";
import { pageSamples } from "../../src/edges/pages/sign-up-texts/page-samples.ts";
import { signUpTextPages } from "../../src/edges/pages/sign-up-texts/sign-up-text-pages.ts";
import { standardContent } from "../../src/edges/pages/sign-up-texts/standard-content.ts";
import { flowPreviewPage, type ShownPreview } from "../../src/edges/pages/views/flow-preview-page.ts";
import { questionsOfSamples } from "./sample-sign-up-questions.ts";

/** The administrator's page on which the pages of a sign-up are looked at, and the pages in its frame. */
export function sampleFlowPreviews(frame: Frame): Record<string, Html> {
  const view = {
    ...{ frame, csrf: "csrf", action: "/sign-up-preview", address: "flora@contoso.example" },
    ...{
      tenantId: "c0a50000-7e1d-4f0c-9a10-000000000001",
      flowNames: ["Partners", "Suppliers of the south"],
    },
  };
  const wish: PreviewWish = {
    // Of a flow nothing but its name is shown.
    flow: { name: "Partners" } as UserFlow,
    language: frame.language,
    pageId: "selfasserted1_1",
    state: "first",
    width: "phone",
    scheme: "light",
  };
  const texts = { strings: { heading: "Become a supplier of {organisation}" }, attributes: {} };
  const content: EditedContent = editedContent(
    standardContent(questionsOfSamples, wish.pageId, frame.language) ?? { texts: [], choices: [] },
    texts,
  );
  const shown: ShownPreview = {
    ...{ wish, content, problems: [], isSaved: false, agreed: [] },
    questionLabels: Object.fromEntries(
      questionsOfSamples.map(({ attributeId, label }) => [attributeId, label]),
    ),
    frameUrl: "/flow-preview-framed",
  };
  const onDesktop: ShownPreview = {
    ...shown,
    wish: { ...wish, width: "desktop", scheme: "dark" },
    frameUrl: "/flow-preview-framed-dark",
  };
  const wrong: ShownPreview = {
    ...shown,
    problems: [
      { code: "text-not-a-message", textId: "heading", attributeId: undefined, parameters: ["organisation"] },
      { code: "text-too-long", textId: "intro", attributeId: undefined },
    ],
  };
  const agree: ShownPreview = {
    ...{ ...shown, wish: { ...wish, pageId: "agree" }, isSaved: true },
    agreed: Object.keys(signUpTextPages.agree.agreed),
    content: editedContent(standardContent(questionsOfSamples, "agree", frame.language) ?? content, texts),
    frameUrl: "/flow-preview-framed",
  };
  return {
    "flow-preview": flowPreviewPage({ ...view, shown }),
    "flow-preview-desktop": flowPreviewPage({ ...view, shown: onDesktop }),
    "flow-preview-errors": flowPreviewPage({ ...view, shown: wrong }),
    "flow-preview-protected": flowPreviewPage({ ...view, shown: agree }),
    "flow-preview-none": flowPreviewPage({ ...view, flowNames: [], shown: undefined }),
    "flow-preview-framed": framed(frame, "light"),
    "flow-preview-framed-dark": framed(frame, "dark"),
  };
}

function framed(frame: Frame, previewIn: "light" | "dark"): Html {
  return pageSamples.selfasserted1_1({
    frame: { ...frame, previewIn },
    questions: questionsOfSamples,
    ...{ application: "Tender Room", providers: [], providersFirst: false, needsApproval: false },
    now: new Date("2026-11-23T09:15:00Z"),
  }).first;
}
