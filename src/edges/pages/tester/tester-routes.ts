import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import type { Machine } from "../../../platform/machine.ts";
import { allowConnectTarget } from "../../shared/security-headers.ts";
import { readExchange, readingContext } from "./exchange-reading.ts";
import { newRun, type RememberedRun, recallRun, rememberRun, stateOf } from "./flow-cookie.ts";
import { resultPage, strayAnswerPage } from "./result-page.ts";
import { type AnswerPath, fieldsOf, isAnswer } from "./rules/answer.ts";
import type { Exchange } from "./rules/exchange.ts";
import type { Parameter } from "./rules/more-parameters.ts";
import { prompts, type TestSettings } from "./rules/test-settings.ts";
import { beginRun, continueRun, endBrowserRun, type RunRefusal, type RunStep } from "./run-test.ts";
import { reproducingLink, settingsFromForm, settingsFromLink } from "./settings-form.ts";
import { redeemPage, relayPage, sendingPage } from "./steps-page.ts";
import { makeTester, type Tester } from "./tester.ts";
import { testerAssets } from "./tester-assets.ts";
import type { TesterDirectory } from "./tester-directory.ts";
import { type TesterView, testerPage } from "./tester-page.ts";
import { refusalTexts, testerWords as say } from "./tester-words.ts";

export interface TesterOptions {
  /** Certificates (PEM) that calls to the own deployment trust, such as a demo's own authority. */
  readonly trustedCertificates?: readonly string[];
}

const largestBody = 256 * 1024;

/** The sign-in tester, mounted at /tester: form, redirect address and results. */
export function testerRoutes(
  machine: Machine,
  directory: TesterDirectory,
  options: TesterOptions = {},
): Hono {
  const tester = makeTester(machine, directory, options.trustedCertificates);
  const app = new Hono();
  app.route("/assets", testerAssets());
  app.use(bodyLimit({ maxSize: largestBody }));
  // An answer may be posted to /tester by any authority; what lies below is only for our own forms.
  app.use("/:step", csrf({ origin: (origin) => isOwnOrigin(machine, origin) }));
  app.get("/", (c) => showForm(c, tester));
  app.post("/", (c) => takePostedAnswer(c, tester));
  app.post("/run", (c) => run(c, tester));
  app.post("/prepare", (c) => prepareRefresh(c, tester));
  app.post("/result", (c) => takeBrowserTokens(c, tester));
  app.get("/:step", (c) => c.redirect("/tester"));
  return app;
}

function isOwnOrigin(machine: Machine, origin: string): boolean {
  return origin === new URL(machine.configuration.publicUrl).origin;
}

async function showForm(c: Context, tester: Tester): Promise<Response> {
  const query = c.req.query();
  if (isAnswer(query)) return takeAnswer(c, tester, "query", [...new URL(c.req.url).searchParams]);
  const listed = (await tester.directory.listTenants()).flatMap(({ tenantId, applications }) =>
    applications.map(({ clientId, platform }) => ({ value: `${tenantId}/${clientId}`, platform })),
  );
  // The form begins with signing somebody in, so with an application that can take a person back.
  const first = listed.find(({ platform }) => platform !== undefined)?.value ?? listed[0]?.value;
  return formPage(c, tester, { settings: settingsFromLink(query, first) });
}

async function takePostedAnswer(c: Context, tester: Tester): Promise<Response> {
  const posted: readonly Parameter[] = [...new URLSearchParams(await c.req.text())];
  const { answer_path: path, state } = fieldsOf(posted);
  const parameters = posted.filter(([name]) => name !== "answer_path");
  if (path === undefined && recallRun(c, tester.machine, state ?? "") === undefined) {
    return c.html(relayPage(tester, parameters));
  }
  return takeAnswer(c, tester, path === "fragment" ? "fragment" : "form_post", parameters);
}

async function takeAnswer(
  c: Context,
  tester: Tester,
  path: AnswerPath,
  parameters: readonly Parameter[],
): Promise<Response> {
  const remembered = recallRun(c, tester.machine, fieldsOf(parameters)["state"] ?? "");
  if (remembered === undefined) return c.html(strayAnswerPage(tester, parameters), 400);
  const step = await continueRun(tester, remembered, path, parameters);
  if (!step.ok) return refused(c, tester, remembered.settings, step.refusal);
  return takeStep(c, tester, remembered, step.value, { path, parameters });
}

async function run(c: Context, tester: Tester): Promise<Response> {
  const fields = fieldsOf([...new URLSearchParams(await c.req.text())]);
  const settings = settingsToRun(c, tester, fields);
  if (settings === undefined) {
    return formPage(c, tester, { settings: settingsFromLink({}, undefined), problem: { text: say.again } });
  }
  const begun = newRun(settings, tester.machine.clock());
  const step = await beginRun(tester, begun);
  if (!step.ok) return refused(c, tester, settings, step.refusal);
  if (!rememberRun(c, tester.machine, begun)) {
    return formPage(c, tester, { settings, problem: { text: say.tooLong } });
  }
  return takeStep(c, tester, begun, step.value, undefined);
}

/** The settings of the form, or those of an earlier run with another prompt; a typed secret is taken over from there. */
function settingsToRun(
  c: Context,
  tester: Tester,
  fields: Readonly<Record<string, string>>,
): TestSettings | undefined {
  const before = recallRun(c, tester.machine, fields["again"] ?? "")?.settings;
  if (fields["repeat"] === "yes") {
    const prompt = prompts.find((known) => known === fields["prompt"]) ?? "";
    // The two do not go together: a hint names the account that a choice is to be made of.
    return before && { ...before, prompt, loginHint: prompt === "select_account" ? "" : before.loginHint };
  }
  const settings = settingsFromForm(fields);
  const isSameClient = before?.application === settings.application && before.clientId === settings.clientId;
  return isSameClient && settings.clientSecret === ""
    ? { ...settings, clientSecret: before.clientSecret }
    : settings;
}

async function prepareRefresh(c: Context, tester: Tester): Promise<Response> {
  const { again, refresh_token: refreshToken } = fieldsOf([...new URLSearchParams(await c.req.text())]);
  const before = recallRun(c, tester.machine, again ?? "")?.settings;
  return before === undefined
    ? formPage(c, tester, { settings: settingsFromLink({}, undefined), problem: { text: say.again } })
    : formPage(c, tester, {
        settings: { ...before, flow: "refresh", scope: "", refreshToken: refreshToken ?? "" },
        again,
      });
}

async function takeBrowserTokens(c: Context, tester: Tester): Promise<Response> {
  const fields = fieldsOf([...new URLSearchParams(await c.req.text())]);
  const remembered = recallRun(c, tester.machine, fields["state"] ?? "");
  const path = (["query", "fragment", "form_post"] as const).find((known) => known === fields["answer_path"]);
  const answer = path && { path, parameters: [...new URLSearchParams(fields["answer"])] };
  if (remembered === undefined) return c.html(strayAnswerPage(tester, answer?.parameters ?? []), 400);
  const tokenAnswer = { status: Number(fields["status"]) || 0, body: fields["body"] ?? "" };
  const step = await endBrowserRun(tester, remembered, answer, fields["refresh_token"], tokenAnswer);
  if (!step.ok) return refused(c, tester, remembered.settings, step.refusal);
  return takeStep(c, tester, remembered, step.value, answer);
}

async function takeStep(
  c: Context,
  tester: Tester,
  current: RememberedRun,
  step: RunStep,
  answer: Exchange["answer"],
): Promise<Response> {
  const state = stateOf(current);
  const { settings } = current;
  switch (step.kind) {
    case "send-person":
      return c.html(sendingPage(tester, step.request));
    case "redeem-in-browser":
      allowConnectTarget(c, step.tokenRequest.address);
      return c.html(
        redeemPage(tester, {
          tokenRequest: step.tokenRequest,
          state,
          answer,
          refreshToken: settings.flow === "refresh" ? settings.refreshToken : undefined,
        }),
      );
    case "finished": {
      const reading = await readExchange(tester, current, step.parties, step.exchange);
      const link = reproducingLink(tester.address, settings);
      return c.html(resultPage(tester, { settings, state, exchange: step.exchange, reading, link }));
    }
  }
}

function refused(c: Context, tester: Tester, settings: TestSettings, refusal: RunRefusal): Promise<Response> {
  const detail = "detail" in refusal ? refusal.detail : undefined;
  return formPage(c, tester, { settings, problem: { text: refusalTexts[refusal.code], detail } });
}

async function formPage(
  c: Context,
  tester: Tester,
  view: Pick<TesterView, "settings" | "problem" | "again">,
): Promise<Response> {
  const tenants = await tester.directory.listTenants();
  const context = await readingContext(tester);
  return c.html(testerPage(tester, { ...view, tenants, context }), view.problem ? 400 : 200);
}
