import { html } from "hono/html";
import { passwordField, selectField, textArea, textField } from "../layout/form.ts";
import type { Html } from "../layout/html.ts";
import { notice } from "../layout/notice.ts";
import { words } from "../words/words.ts";
import type { ReadingContext } from "./reading/token-facts.js";
import {
  flows,
  platforms,
  prompts,
  responseModes,
  type TestSettings,
  typedApplication,
} from "./rules/test-settings.ts";
import type { TesterTenant } from "./rules/tester-tenant.ts";
import type { Tester } from "./tester.ts";
import { testerFrame } from "./tester-frame.ts";
import {
  flowNames,
  platformNames,
  promptNames,
  responseModeNames,
  testerWords as say,
} from "./tester-words.ts";

export interface TesterView {
  readonly settings: TestSettings;
  readonly tenants: readonly TesterTenant[];
  readonly context: ReadingContext;
  /** What stood in the way of the last run. */
  readonly problem?: { readonly text: string; readonly detail?: string | undefined } | undefined;
  /** The `state` of a run whose typed secret is still remembered. */
  readonly again?: string | undefined;
}

/** The form: for which application, what, and for whom; below it the decoder. */
export function testerPage(tester: Tester, view: TesterView): Html {
  return testerFrame(tester, {
    title: say.title,
    scripts: ["show-password"],
    browserScripts: ["forward-fragment", "decode-pasted-token"],
    body: html`<p class="lead">${say.lead}</p>
${view.problem && notice("bad", html`${view.problem.text}${view.problem.detail && html`<br><span class="fine-detail">${view.problem.detail}</span>`}`)}
<form method="post" action="/tester/run" class="tester-form">
${view.again && html`<input type="hidden" name="again" value="${view.again}">`}
<div class="columns"><div>${applicationFields(view)}${requestFields(view.settings)}</div><div>${personFields(view.settings)}${moreFields(view.settings)}</div></div>
<div class="actions"><button class="primary">${say.run}</button></div>
</form>
${decoder(view.context)}`,
  });
}

function applicationFields({ settings, tenants }: TesterView): Html {
  const listed = tenants.flatMap((tenant) =>
    tenant.applications.map((application) => ({
      value: `${tenant.tenantId}/${application.clientId}`,
      label: `${tenant.displayName} · ${application.displayName}`,
    })),
  );
  const isTyped = settings.application === typedApplication;
  return html`<fieldset><legend>${say.applicationGroup}</legend>
${selectField({ name: "application", label: say.application, value: settings.application }, [
  ...listed,
  { value: typedApplication, label: say.applicationTyped },
])}
<details class="details" ${isTyped && html`open`}><summary>${say.typedSummary}</summary>
<p class="hint">${say.typedHint}</p>
${textField({ name: "authority", label: say.authority, hint: say.authorityHint, value: settings.authority, type: "url", inputmode: "url", autocomplete: "off" })}
${textField({ name: "client_id", label: say.clientId, value: settings.clientId, autocomplete: "off" })}
${passwordField(words("en"), { name: "client_secret", label: say.clientSecret, hint: say.clientSecretHint, autocomplete: "off" })}
${selectField(
  { name: "platform", label: say.platform, value: settings.platform },
  platforms.map((value) => ({ value, label: platformNames[value] })),
)}</details></fieldset>`;
}

function requestFields(settings: TestSettings): Html {
  return html`<fieldset><legend>${say.requestGroup}</legend>
${selectField(
  { name: "flow", label: say.flow, value: settings.flow },
  flows.map((value) => ({ value, label: flowNames[value] })),
)}
<div class="only-refresh">${textArea({ name: "refresh_token", label: say.refreshToken, hint: say.refreshTokenHint, value: settings.refreshToken, autocomplete: "off" }, 3)}</div>
<div class="not-alone">${selectField(
    {
      name: "response_mode",
      label: say.responseMode,
      value: settings.responseMode,
      hint: html`<noscript>${say.fragmentNeedsScript}</noscript>`,
    },
    responseModes.map((value) => ({ value, label: responseModeNames[value] })),
  )}
<div class="field"><label class="check"><input type="checkbox" name="pkce" value="true" ${settings.pkce && html`checked`}> ${say.pkce}</label></div></div>
${textField({ name: "scope", label: say.scope, hint: say.scopeHint, value: settings.scope, autocomplete: "off" })}</fieldset>`;
}

function moreFields(settings: TestSettings): Html {
  return textArea(
    { name: "more", label: say.more, hint: say.moreHint, value: settings.more, autocomplete: "off" },
    3,
  );
}

function personFields(settings: TestSettings): Html {
  return html`<fieldset class="not-alone"><legend>${say.personGroup}</legend>
${selectField(
  { name: "prompt", label: say.prompt, value: settings.prompt },
  prompts.map((value) => ({ value, label: promptNames[value] })),
)}
${textField({ name: "login_hint", label: say.loginHint, hint: say.loginHintHint, value: settings.loginHint, autocomplete: "off" })}
${textField({ name: "domain_hint", label: say.domainHint, value: settings.domainHint, autocomplete: "off" })}</fieldset>`;
}

function decoder(context: ReadingContext): Html {
  return html`<section class="decoder"><h2>${say.decoder}</h2>
<noscript><p>${say.decoderNeedsScript}</p></noscript>
<div data-decoder hidden>${textArea({ name: "pasted-token", label: say.decoderToken, hint: say.decoderHint, autocomplete: "off" }, 4)}
<div data-decoded aria-live="polite" data-context="${JSON.stringify(context)}" data-unreadable="${say.decoderUnreadable}"></div></div></section>`;
}
