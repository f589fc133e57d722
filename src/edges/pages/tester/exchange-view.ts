import { html } from "hono/html";
import type { Html } from "../layout/html.ts";
import type { Exchange, SentRequest } from "./rules/exchange.ts";
import type { Parameter } from "./rules/more-parameters.ts";
import { parameterNotes, testerWords as say } from "./tester-words.ts";

const secretParameters = new Set(["client_secret", "client_assertion", "password"]);

/** Everything that went to and fro, each part to be opened. */
export function exchangeView(exchange: Exchange): Html {
  return html`<section class="exchange">
${exchange.request && part(say.request, requestView(exchange.request))}
${exchange.answer && part(`${say.response} (${exchange.answer.path})`, parameterTable(exchange.answer.parameters))}
${exchange.tokenRequest && part(say.tokenRequest, html`<p class="hint">${exchange.tokenRequest.sentBy === "server" ? say.sentByServer : say.sentByBrowser}</p>${requestView(exchange.tokenRequest)}`)}
${exchange.tokenAnswer && part(`${say.tokenResponse} (${exchange.tokenAnswer.status || say.noAnswer})`, html`<pre class="raw" tabindex="0"><code>${indented(exchange.tokenAnswer.body)}</code></pre>`)}
</section>`;
}

/** Parameters with what each is for; secrets are left out. */
export function parameterTable(parameters: readonly Parameter[]): Html {
  return html`<table class="claims"><thead class="visually-hidden"><tr><th scope="col">${say.parameter}</th><th scope="col">${say.value}</th></tr></thead>
<tbody>${parameters.map(
    ([name, value]) => html`<tr><th scope="row"><code>${name}</code></th>
<td><code class="claim-value">${secretParameters.has(name) ? say.hidden : value}</code>${Object.hasOwn(parameterNotes, name) && html`<p class="claim-explanation">${parameterNotes[name]}</p>`}</td></tr>`,
  )}</tbody></table>`;
}

function part(title: string, content: Html): Html {
  return html`<details class="part"><summary>${title}</summary>${content}</details>`;
}

function requestView(request: SentRequest): Html {
  return html`<p><code>${request.method} ${request.address}</code></p>${parameterTable(request.parameters)}`;
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
