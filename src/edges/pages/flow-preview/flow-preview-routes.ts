import { type Context, Hono } from "hono";
import { listUserFlows } from "../../../domain/signup/find-user-flow.ts";
import { flowManagers } from "../../../domain/signup/rules/flow-managers.ts";
import { writePage } from "../../../domain/signup/write-page.ts";
import type { Machine } from "../../../platform/machine.ts";
import { csrfToken, isCsrfToken } from "../../shared/csrf.ts";
import type { TextProblem } from "../../shared/page-texts.ts";
import { readForm } from "../../shared/read-form.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { allowOwnFrame, framedPagePolicy } from "../../shared/security-headers.ts";
import { frameOf } from "../layout/frame-of.ts";
import { requireRole } from "../my-apps/require-role.ts";
import { actorOf, addressOfPerson, type SignedInPerson } from "../my-apps/signed-in-person.ts";
import { readPageTexts } from "../sign-up-texts/read-page-texts.ts";
import { textPageOf } from "../sign-up-texts/sign-up-text-pages.ts";
import { flowPreviewPage } from "../views/flow-preview-page.ts";
import { type PreviewWish, queryOf, readPreviewWish } from "./preview-wish.ts";
import { type EditedPage, previewedPage, readEditedPage } from "./previewed-page.ts";
import { ownContent, typedContent } from "./typed-content.ts";

const pageRoles = { roles: flowManagers, problem: "may-not-manage-flows", path: "/sign-up-preview" } as const;

/** What an administrator asks for: a page of a flow, looked at or changed. */
interface PreviewRequest {
  readonly c: Context;
  readonly machine: Machine;
  readonly person: SignedInPerson;
  readonly wish: PreviewWish;
  readonly edited: EditedPage;
}

/** The administrator's page on which the pages of a sign-up are looked at while their words are changed. */
export function flowPreviewRoutes(machine: Machine): Hono {
  const app = new Hono();
  const answering = (answer: (request: PreviewRequest) => Promise<Response>) => async (c: Context) => {
    const person = await requireRole(c, machine, pageRoles);
    if (person instanceof Response) return person;
    const flows = await listUserFlows(machine.database, person.tenant.tenantId);
    const wish = readPreviewWish(c.req.query(), flows);
    if (!wish) return c.html(showNone(c, machine, person));
    return answer({ c, machine, person, wish, edited: await readEditedPage(machine, wish) });
  };
  app.get(
    "/",
    answering((request) => show(request)),
  );
  app.post("/", answering(save));
  app.get("/frame", answering(showFrame));
  app.post("/frame", answering(showTyped));
  return app;
}

async function show(
  { c, machine, person, wish, edited }: PreviewRequest,
  problems: readonly TextProblem[] = [],
): Promise<Response> {
  const { tenant } = person;
  const flows = await listUserFlows(machine.database, tenant.tenantId);
  const query = queryOf(tenant.tenantId, wish);
  allowOwnFrame(c);
  const shown = {
    ...{ wish, problems },
    content: edited.content,
    agreed: Object.keys(textPageOf(wish.pageId)?.agreed ?? {}),
    questionLabels: Object.fromEntries(
      edited.questions.map(({ attributeId, label }) => [attributeId, label]),
    ),
    isSaved: c.req.query("saved") === "yes",
    frameUrl: `/sign-up-preview/frame?${query}`,
  };
  return c.html(
    flowPreviewPage({
      ...viewOf(c, machine, person),
      frame: frameOf(c, machine, tenant, { path: `/sign-up-preview?${query}` }),
      action: `/sign-up-preview?${query}`,
      flowNames: flows.map(({ name }) => name),
      shown,
    }),
    problems.length > 0 ? 400 : 200,
  );
}

function showNone(c: Context, machine: Machine, person: SignedInPerson) {
  return flowPreviewPage({ ...viewOf(c, machine, person), action: "", flowNames: [], shown: undefined });
}

function viewOf(c: Context, machine: Machine, person: SignedInPerson) {
  return {
    frame: frameOf(c, machine, person.tenant),
    csrf: csrfToken(machine, person.session.sessionId),
    address: addressOfPerson(person),
    tenantId: person.tenant.tenantId,
  };
}

/** Keeps what was typed, or says what cannot be said. */
async function save(request: PreviewRequest): Promise<Response> {
  const { c, machine, person, wish, edited } = request;
  const form = await ownForm(request);
  if (!form) return show(request);
  const content = typedContent(edited.content, form);
  const read = readPageTexts(edited.questions, wish, ownContent(content));
  if (!read.ok) return show({ ...request, edited: { ...edited, content } }, read.refusal.problems);
  await writePage(machine, circumstancesOf(c, actorOf(person), machine.configuration.behindProxy), {
    flow: wish.flow,
    language: wish.language,
    page: wish.pageId,
    texts: read.value,
  });
  return c.redirect(`/sign-up-preview?${queryOf(person.tenant.tenantId, wish)}&saved=yes`, 303);
}

/** The page as it is kept. */
async function showFrame({ c, machine, person, wish, edited }: PreviewRequest): Promise<Response> {
  const shown = await previewedPage(machine, person.tenant, wish, edited);
  return c.html(shown, 200, { "content-security-policy": framedPagePolicy });
}

/** The page as it would be with what was typed; nothing is kept. */
async function showTyped(request: PreviewRequest): Promise<Response> {
  const form = await ownForm(request);
  const { edited } = request;
  return showFrame(
    form ? { ...request, edited: { ...edited, content: typedContent(edited.content, form) } } : request,
  );
}

/** What was posted, if it comes from a page of ours. */
async function ownForm({ c, machine, person }: PreviewRequest) {
  const form = await readForm(c);
  return isCsrfToken(machine, person.session.sessionId, form["csrf"]) ? form : undefined;
}
