import { listApplications } from "../../../domain/applications/list-applications.ts";
import type { Tenant } from "../../../domain/directory/rules/tenant.ts";
import { listProviders } from "../../../domain/federation/find-provider.ts";
import { findFlowTexts } from "../../../domain/signup/find-flow-texts.ts";
import { findQuestions } from "../../../domain/signup/find-questions.ts";
import type { PageTexts } from "../../../domain/signup/rules/page-texts.ts";
import type { SignUpQuestion } from "../../../domain/signup/rules/sign-up-offer.ts";
import { languages } from "../../../foundation/language.ts";
import type { Machine } from "../../../platform/machine.ts";
import { brandOf, linksOf, organisationOf } from "../layout/brand-of.ts";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { pageSamples } from "../sign-up-texts/page-samples.ts";
import { readPageTexts } from "../sign-up-texts/read-page-texts.ts";
import { speakingFrame, spokenQuestions } from "../sign-up-texts/speaking-frame.ts";
import { standardContent } from "../sign-up-texts/standard-content.ts";
import type { PreviewWish } from "./preview-wish.ts";
import { type EditedContent, editedContent, ownContent, withoutProblems } from "./typed-content.ts";

/** What can be changed on a page, as it is kept. */
export interface EditedPage {
  readonly questions: readonly SignUpQuestion[];
  readonly content: EditedContent;
}

/** Reads a page of a flow to be changed. */
export async function readEditedPage(
  machine: Machine,
  { flow, language, pageId }: PreviewWish,
): Promise<EditedPage> {
  const [questions, texts] = await Promise.all([
    findQuestions(machine.database, flow),
    findFlowTexts(machine.database, flow, language),
  ]);
  const standard = standardContent(questions, pageId, language) ?? { texts: [], choices: [] };
  return { questions, content: editedContent(standard, texts[pageId] ?? { strings: {}, attributes: {} }) };
}

/** The page as somebody would see it if this were kept. What cannot be said is passed over: saving names it. */
export async function previewedPage(
  machine: Machine,
  tenant: Tenant,
  wish: PreviewWish,
  { questions, content }: EditedPage,
): Promise<Html> {
  const { flow, language, pageId, state } = wish;
  const [kept, providers, applications] = await Promise.all([
    findFlowTexts(machine.database, flow, language),
    listProviders(machine.database, flow.tenantId),
    listApplications(machine.database, flow.tenantId),
  ]);
  const texts = { ...kept, [pageId]: sayable(questions, wish, content) };
  const frame = speakingFrame(frameOfPreview(machine, tenant, wish), texts, pageId);
  const application = applications.find(({ servicePrincipal }) =>
    flow.applications.includes(servicePrincipal.servicePrincipalId),
  );
  const samples = pageSamples[pageId]({
    frame,
    questions: spokenQuestions(frame, texts, questions),
    application: application?.servicePrincipal.displayName ?? flow.name,
    providers: providers
      .filter(({ providerId }) => flow.providers.includes(providerId))
      .map(({ displayName, kind }) => ({ displayName, kind })),
    providersFirst: flow.providersFirst,
    needsApproval: flow.requiresApproval,
    now: machine.clock(),
  });
  return samples[state] ?? samples.first;
}

function sayable(
  questions: readonly SignUpQuestion[],
  place: PreviewWish,
  content: EditedContent,
): PageTexts {
  const own = ownContent(content);
  const read = readPageTexts(questions, place, own);
  if (read.ok) return read.value;
  const right = readPageTexts(questions, place, withoutProblems(own, read.refusal.problems));
  return right.ok ? right.value : { strings: {}, attributes: {} };
}

function frameOfPreview(machine: Machine, tenant: Tenant, { flow, language, scheme }: PreviewWish): Frame {
  return {
    language,
    languages: languages.filter((one) => flow.languages.includes(one)),
    organisation: organisationOf(tenant, language),
    brand: brandOf(tenant, language),
    ...linksOf(tenant, language),
    previewIn: scheme,
    demo: machine.configuration.mode === "demo",
    helpContact: tenant.contactEmail,
    path: "/",
  };
}
