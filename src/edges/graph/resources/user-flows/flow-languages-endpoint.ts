import type { UserFlow } from "../../../../domain/signup/rules/user-flow.ts";
import { updateUserFlow } from "../../../../domain/signup/update-user-flow.ts";
import { languages } from "../../../../foundation/language.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { readBody } from "../../read-body.ts";
import { addressedFlow, wireFlowId } from "./addressed-flow.ts";
import { flowLanguageBody } from "./user-flow-body.ts";
import { userFlowError } from "./user-flow-errors.ts";

/** `GET …/languages`: every language that the pages exist in. */
export async function listFlowLanguagesEndpoint(request: GraphRequest): Promise<Response> {
  const flow = await addressedFlow(request);
  return listFew(
    request,
    collectionOf(flow),
    languages.map((language) => presentLanguage(flow, language)),
  );
}

/** `GET …/languages/{language}`. */
export async function readFlowLanguageEndpoint(request: GraphRequest): Promise<Response> {
  const flow = await addressedFlow(request);
  return showOne(request, collectionOf(flow), presentLanguage(flow, addressedLanguage(request)));
}

/** `PUT …/languages/{language}`: an extension; elsewhere languages are switched in a portal. */
export async function putFlowLanguageEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const flow = await addressedFlow(request);
  const language = addressedLanguage(request);
  const { isEnabled } = readBody(flowLanguageBody, await readJsonObject(request), {
    resource: "userFlowLanguageConfiguration",
  });
  const others = flow.languages.filter((one) => one !== language);
  const languages = isEnabled ? [...others, language] : others;
  const outcome = await updateUserFlow(machine, circumstances(request), { flow, changes: { languages } });
  if (!outcome.ok) throw userFlowError(outcome.refusal, wireFlowId(flow));
  return c.body(null, 204);
}

/** The language that an address names. */
export function addressedLanguage({ c }: GraphRequest): string {
  const typed = c.req.param("language") ?? "";
  const language = languages.find((known) => known === typed.toLowerCase());
  if (!language) throw notFound(typed.slice(0, 100));
  return language;
}

function presentLanguage({ languages }: UserFlow, id: string): Record<string, unknown> {
  const displayName = new Intl.DisplayNames("en", { type: "language" }).of(id) ?? id;
  return { id, displayName, isEnabled: languages.includes(id) };
}

function collectionOf(flow: UserFlow): string {
  return `identity/b2xUserFlows('${wireFlowId(flow)}')/languages`;
}
