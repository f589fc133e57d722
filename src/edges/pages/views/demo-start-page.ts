import { html } from "hono/html";
import { copyButton } from "../layout/copy-button.ts";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { type IconName, icon } from "../layout/icons.ts";
import { page } from "../layout/page.ts";
import { safeLink } from "../layout/safe-link.ts";
import { type PlainMessageKey, words } from "../words/words.ts";

export interface DemoStartView {
  readonly frame: Frame;
  readonly links: {
    readonly invite: string;
    readonly mailbox: string;
    readonly tester: string;
    readonly myApps?: string | undefined;
    readonly graph?: string | undefined;
  };
  readonly organisations: readonly {
    readonly displayName: string;
    readonly domain: string;
    readonly users: readonly {
      readonly displayName: string;
      readonly userName: string;
      readonly password: string;
      readonly roles: readonly string[];
    }[];
  }[];
}

/** What to try, and with which accounts. */
export function demoStartPage(view: DemoStartView): Html {
  const t = words(view.frame.language);
  const steps: [IconName, PlainMessageKey, PlainMessageKey, string | undefined][] = [
    ["user-plus", "demo.invite", "demo.invite-note", view.links.invite],
    ["inbox", "demo.mailbox", "demo.mailbox-note", view.links.mailbox],
    ["test-tube-diagonal", "demo.tester", "demo.tester-note", view.links.tester],
    ["layout-grid", "demo.my-apps", "demo.my-apps-note", view.links.myApps],
  ];
  return page(view.frame, {
    title: t("demo.title"),
    wide: true,
    scripts: ["copy-button"],
    body: html`<p class="lead">${t("demo.lead")}</p>
<ol class="tiles">${steps.map(([name, title, note, link]) => {
      const href = safeLink(link);
      return (
        href &&
        html`<li><a class="tile" href="${href}">${icon(name)}<span class="row-words"><span class="row-title">${t(title)}</span><span class="row-note">${t(note)}</span></span>${icon("arrow-right")}</a></li>`
      );
    })}</ol>
<h2>${t("demo.accounts")}</h2>
${view.organisations.map(
  (
    organisation,
  ) => html`<div class="table-frame" tabindex="0" role="region" aria-label="${organisation.displayName}"><table class="stacking even"><caption><bdi>${organisation.displayName}</bdi> · <bdi>${organisation.domain}</bdi></caption>
<thead><tr><th scope="col">${t("demo.person")}</th><th scope="col">${t("form.email")}</th><th scope="col">${t("form.password")}</th><th scope="col">${t("demo.roles")}</th></tr></thead>
<tbody>${organisation.users.map(
    (
      user,
    ) => html`<tr><th scope="row"><bdi>${user.displayName}</bdi></th><td data-label="${t("form.email")}"><span class="copyable"><bdi>${user.userName}</bdi>${copyButton(t, user.userName, user.userName)}</span></td>
<td data-label="${t("form.password")}"><span class="copyable"><code dir="ltr">${user.password}</code>${copyButton(t, user.password, t("demo.password-of", { person: user.displayName }))}</span></td><td data-label="${t("demo.roles")}">${user.roles.join(", ")}</td></tr>`,
  )}</tbody></table></div>`,
)}
${view.links.graph && html`<p class="fine">${t("demo.graph")} <code>${view.links.graph}</code></p>`}`,
  });
}
