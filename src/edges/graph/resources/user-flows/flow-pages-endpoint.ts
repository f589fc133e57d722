import { findFlowTexts } from "../../../../domain/signup/find-flow-texts.ts";
import { findQuestions } from "../../../../domain/signup/find-questions.ts";
import type { PageTexts } from "../../../../domain/signup/rules/page-texts.ts";
import type { SignUpQuestion } from "../../../../domain/signup/rules/sign-up-offer.ts";
import type { UserFlow } from "../../../../domain/signup/rules/user-flow.ts";
import { writePage } from "../../../../domain/signup/write-page.ts";
import { contentInOwnWords, type PageContent } from "../../../shared/page-texts.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { readBody } from "../../read-body.ts";
import { addressedFlow, wireFlowId } from "./addressed-flow.ts";
import { addressedLanguage } from "./flow-languages-endpoint.ts";
import { pageTextsBody } from "./page-texts-body.ts";
import { contentInBody, presentContent, textsWrong } from "./present-page-texts.ts";
import { userFlowError } from "./user-flow-errors.ts";

type Collection = "defaultPages" | "overridesPages";

/** `GET …/languages/{language}/defaultPages`: every page of a sign-up. */
export function listDefaultPagesEndpoint(request: GraphRequest): Promise<Response> {
  return listPages(request, "defaultPages");
}

/** `GET …/languages/{language}/overridesPages`: those on which something can be said in other words. */
export function listOverridesPagesEndpoint(request: GraphRequest): Promise<Response> {
  return listPages(request, "overridesPages");
}

async function listPages(request: GraphRequest, collection: Collection): Promise<Response> {
  const flow = await addressedFlow(request);
  const pages = pagesOf(request, collection);
  return listFew(
    request,
    contextOf(flow, addressedLanguage(request), collection),
    pages.map((id) => ({ id })),
  );
}

/** `GET …/defaultPages/{page}`. */
export function readDefaultPageEndpoint(request: GraphRequest): Promise<Response> {
  return showPage(request, "defaultPages");
}

/** `GET …/overridesPages/{page}`. */
export function readOverridesPageEndpoint(request: GraphRequest): Promise<Response> {
  return showPage(request, "overridesPages");
}

async function showPage(request: GraphRequest, collection: Collection): Promise<Response> {
  const { flow, language, pageId } = await addressedPage(request, collection);
  return showOne(request, contextOf(flow, language, collection), { id: pageId });
}

/** `GET …/defaultPages/{page}/$value`: all that the page says as long as nobody changes it. */
export async function readDefaultTextsEndpoint(request: GraphRequest): Promise<Response> {
  const { standard } = await addressedPage(request, "defaultPages");
  return graphJson(request.c, presentContent(standard, false));
}

/** `GET …/overridesPages/{page}/$value`: what it says in other words, fit to be sent back. */
export async function readOwnTextsEndpoint(request: GraphRequest): Promise<Response> {
  const { flow, language, pageId, standard } = await addressedPage(request, "overridesPages");
  const texts = (await findFlowTexts(request.machine.database, flow, language))[pageId] ?? noTexts;
  return graphJson(request.c, presentContent(contentInOwnWords(standard, texts), true));
}

/** `PUT …/overridesPages/{page}/$value`: in place of what was there. */
export async function writeOwnTextsEndpoint(request: GraphRequest): Promise<Response> {
  const { flow, language, pageId, questions } = await addressedPage(request, "overridesPages");
  // The client libraries call these texts a file, and send them as one.
  const json = await readJsonObject(request, ["application/json", "application/octet-stream"]);
  const body = readBody(pageTextsBody, json, { resource: "userFlowLanguagePage" });
  const place = { pageId, language };
  const read = request.signUpWords.readPageTexts(questions, place, contentInBody(body, questions));
  if (!read.ok) throw textsWrong(read.refusal.problems);
  return write(request, { flow, language, page: pageId, texts: read.value });
}

/** `DELETE …/overridesPages/{page}/$value`: the page says again what it says everywhere. */
export async function removeOwnTextsEndpoint(request: GraphRequest): Promise<Response> {
  const { flow, language, pageId } = await addressedPage(request, "overridesPages");
  return write(request, { flow, language, page: pageId, texts: noTexts });
}

const noTexts: PageTexts = { strings: {}, attributes: {} };

async function write(request: GraphRequest, input: Parameters<typeof writePage>[2]): Promise<Response> {
  const outcome = await writePage(request.machine, circumstances(request), input);
  if (!outcome.ok) throw userFlowError(outcome.refusal, wireFlowId(input.flow));
  return request.c.body(null, 204);
}

interface AddressedPage {
  readonly flow: UserFlow;
  readonly language: string;
  readonly pageId: string;
  readonly questions: readonly SignUpQuestion[];
  readonly standard: PageContent;
}

async function addressedPage(request: GraphRequest, collection: Collection): Promise<AddressedPage> {
  const { c, machine, signUpWords } = request;
  const flow = await addressedFlow(request);
  const language = addressedLanguage(request);
  const named = (c.req.param("pageId") ?? "").toLowerCase();
  const pageId = pagesOf(request, collection).find((one) => one.toLowerCase() === named);
  if (pageId === undefined) throw notFound(named.slice(0, 100));
  const questions = await findQuestions(machine.database, flow);
  const standard = signUpWords.standardContent(questions, pageId, language);
  if (!standard) throw notFound(named.slice(0, 100));
  return { flow, language, pageId, questions, standard };
}

function pagesOf({ signUpWords }: GraphRequest, collection: Collection): string[] {
  return signUpWords.pages
    .filter(({ isOpen }) => isOpen || collection === "defaultPages")
    .map(({ pageId }) => pageId);
}

function contextOf(flow: UserFlow, language: string, collection: Collection): string {
  return `identity/b2xUserFlows('${wireFlowId(flow)}')/languages('${language}')/${collection}`;
}
